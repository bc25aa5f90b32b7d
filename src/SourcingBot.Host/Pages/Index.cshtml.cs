using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SourcingBot.Chat;

namespace SourcingBot.Host.Pages;

/// <summary>Takes a message to check.</summary>
/// <param name="ask">Stores it.</param>
public sealed class IndexModel(Ask ask) : PageModel
{
    /// <summary>The pasted words.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The browser's time zone, where its script told it.</summary>
    [BindProperty]
    public string? Zone { get; set; }

    /// <summary>What is wrong with the form, for the person; null where nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>Stores the message and leads to its answer.</summary>
    public Task<IActionResult> OnPostAsync()
    {
        if (!string.IsNullOrWhiteSpace(Text)) return ask.SayAsync(this, Text, Addressing.Form, Zone);
        Problem = "There is nothing to check yet. Paste the supplier's words above.";
        return Task.FromResult<IActionResult>(Page());
    }
}
