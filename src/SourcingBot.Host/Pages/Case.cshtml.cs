using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SourcingBot.Cases;
using SourcingBot.Chat;
using SourcingBot.Data;

namespace SourcingBot.Host.Pages;

/// <summary>A case as a checklist with a form at each question.</summary>
/// <param name="boards">Reads the case.</param>
/// <param name="ask">Stores what is said.</param>
/// <param name="db">The database, for the answer to what was said.</param>
public sealed class CaseModel(ICaseBoards boards, Ask ask, SourcingDbContext db) : PageModel
{
    /// <summary>The case; null where there is none of this name.</summary>
    public CaseSheet? Sheet { get; private set; }

    /// <summary>What was answered to the last form.</summary>
    public IReadOnlyList<CardPart> Said { get; private set; } = [];

    /// <summary>Files that were handed over with it.</summary>
    public IReadOnlyList<FileToSend> Downloads { get; private set; } = [];

    /// <summary>Whether the last form is still in work.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>The question that a form answers, or null.</summary>
    [BindProperty]
    public string? Question { get; set; }

    /// <summary>What was pressed, or null.</summary>
    [BindProperty]
    public string? Verb { get; set; }

    /// <summary>The words of a form.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>When the page of the form was made.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    /// <summary>The browser's time zone, where its script told it.</summary>
    [BindProperty]
    public string? Zone { get; set; }

    /// <summary>Shows the case.</summary>
    /// <param name="id">Its name; whatever stands in the address.</param>
    /// <param name="said">The form that was sent last, or null.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task OnGetAsync(string id, string? said, CancellationToken cancellationToken)
    {
        Sheet = await boards.FindAsync(id, cancellationToken);
        if (Sheet is null) Response.StatusCode = StatusCodes.Status404NotFound;
        else if (Guid.TryParse(said, out var form) && await Answers.ToAsync(db, PageChat.Platform, form.ToString("N"), cancellationToken) is { } answers)
            (Said, Downloads, IsWaiting) = ([.. answers.SelectMany(CaseAnswer.PartsOf)], [.. answers.Select(a => a.File).OfType<FileToSend>()], answers.Count == 0);
    }

    /// <summary>Stores what a form says, and comes back to the case.</summary>
    /// <param name="id">The case's name.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        return await boards.FindAsync(id, cancellationToken) is { } sheet
            ? Redirect(await ask.SendAsync(HttpContext, sheet.Line.Name, CaseFields.FormOf(sheet, Question, Verb, Shown), Text ?? string.Empty, [], Zone)) : Missing();
    }

    /// <summary>Asks whether the case is to be deleted, as "delete D-7KQ2" does in chat.</summary>
    /// <param name="id">The case's name.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<IActionResult> OnPostDeleteAsync(string id, CancellationToken cancellationToken) =>
        await boards.FindAsync(id, cancellationToken) is { } sheet ? await ask.CommandAsync(this, "delete", sheet.Line.Name, Zone) : Missing();

    private PageResult Missing()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}

/// <summary>A question of a case, for its form.</summary>
/// <param name="Sheet">The case.</param>
/// <param name="Item">The question.</param>
public sealed record CaseQuestion(CaseSheet Sheet, CaseItem Item);
