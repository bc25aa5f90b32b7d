using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SourcingBot.Cases;
using SourcingBot.Chat;
using SourcingBot.Data;

namespace SourcingBot.Host.Pages;

/// <summary>Shows the answer to one check, from where it is stored: a reload or a restart shows it again.</summary>
/// <param name="db">The database.</param>
/// <param name="boards">Knows whether it is about a case, which has a page of its own.</param>
public sealed class CheckModel(SourcingDbContext db, ICaseBoards boards) : PageModel
{
    /// <summary>The answers; empty while the message is being checked, and where there is no such check.</summary>
    public IReadOnlyList<OutgoingMessage> Answers { get; private set; } = [];

    /// <summary>What the person wrote, or null where a button was pressed.</summary>
    public string? Words { get; private set; }

    /// <summary>Whether there is no such check.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>Whether the message is being checked.</summary>
    public bool IsWaiting => !IsMissing && Answers.Count == 0;

    /// <summary>Looks the answer up.</summary>
    /// <param name="id">The check; whatever stands in the address.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        var answers = Guid.TryParse(id, out var check) ? await Chat.Answers.ToAsync(db, PageChat.Platform, check.ToString("N"), cancellationToken) : null;
        if (answers?.Count > 0 && await boards.AboutAsync(answers, cancellationToken) is { } name) return Redirect(CaseFields.PageOf(name, check));
        IsMissing = answers is null;
        Answers = answers ?? [];
        if (answers?.Count > 0) Words = await Chat.Answers.WordsAsync(db, PageChat.Platform, check.ToString("N"), cancellationToken);
        if (IsMissing) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
