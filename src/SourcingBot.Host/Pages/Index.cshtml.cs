using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using SourcingBot.Chat;

namespace SourcingBot.Host.Pages;

/// <summary>Takes a message to check.</summary>
/// <param name="inbox">Where it is stored.</param>
/// <param name="page">Tells when the answer is there.</param>
/// <param name="clock">The time.</param>
public sealed class IndexModel(IInbox inbox, PageChat page, IClock clock) : PageModel
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    /// <summary>The pasted words.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>What is wrong with the form, for the person; null where nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>Stores the message and leads to its answer.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            Problem = "There is nothing to check yet. Paste the supplier's words above.";
            return Page();
        }

        var check = Guid.NewGuid();
        var message = new IncomingMessage
        {
            EventId = check.ToString("N"),
            Conversation = PageChat.ConversationOf(check),
            From = new ChatUser("local"),
            SentAt = clock.GetCurrentInstant(),
            Text = Text,
            Addressing = Addressing.Form,
        };

        // The message is kept even when the browser goes away in this instant.
        await page.AskAndWaitAsync(check, () => inbox.AddAsync(message, CancellationToken.None), LongestWait);
        return RedirectToPage("Check", new { id = check });
    }
}
