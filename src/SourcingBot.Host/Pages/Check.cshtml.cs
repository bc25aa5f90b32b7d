using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SourcingBot.Chat;
using SourcingBot.Data;

namespace SourcingBot.Host.Pages;

/// <summary>Shows the answer to one check, from where it is stored: a reload or a restart shows it again.</summary>
/// <param name="db">The database.</param>
public sealed class CheckModel(SourcingDbContext db) : PageModel
{
    /// <summary>The answers; empty while the message is being checked.</summary>
    public IReadOnlyList<OutgoingMessage> Answers { get; private set; } = [];

    /// <summary>Looks the answer up.</summary>
    /// <param name="id">The check.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Chat.Answers.ToAsync(db, PageChat.Platform, id.ToString("N"), cancellationToken) is not { } answers) return NotFound("There is no such check. Start again at http://127.0.0.1:3978/.");
        Answers = answers;
        return Page();
    }
}
