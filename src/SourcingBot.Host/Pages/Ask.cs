using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using SourcingBot.Chat;

namespace SourcingBot.Host.Pages;

/// <summary>Stores what a person said or pressed on the page, and leads to the answer.</summary>
/// <param name="inbox">Where it is stored.</param>
/// <param name="page">Tells when the answer is there.</param>
/// <param name="clock">The time.</param>
public sealed class Ask(IInbox inbox, PageChat page, IClock clock)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    /// <summary>Asks with words.</summary>
    /// <param name="from">The page that asks.</param>
    /// <param name="text">The words.</param>
    /// <param name="addressing">A form for a supplier's message, or a direct word to the bot.</param>
    /// <param name="zone">The browser's zone where it told one.</param>
    public Task<IActionResult> SayAsync(PageModel from, string text, Addressing addressing, string? zone) => StoreAsync(from, ask => new IncomingMessage
    {
        EventId = ask.ToString("N"),
        Conversation = PageChat.ConversationOf(ask),
        From = new ChatUser("local", "You", zone),
        SentAt = clock.GetCurrentInstant(),
        Text = text,
        Addressing = addressing,
    });

    /// <summary>Presses a button of a card.</summary>
    /// <param name="from">The page that asks.</param>
    /// <param name="token">What the button carried.</param>
    /// <param name="zone">The browser's zone where it told one.</param>
    public Task<IActionResult> PressAsync(PageModel from, string token, string? zone) => StoreAsync(from, ask => new IncomingAction
    {
        EventId = ask.ToString("N"),
        Conversation = PageChat.ConversationOf(ask),
        From = new ChatUser("local", "You", zone),
        SentAt = clock.GetCurrentInstant(),
        Token = token,
    });

    private async Task<IActionResult> StoreAsync(PageModel from, Func<Guid, IncomingEvent> make)
    {
        var ask = Guid.NewGuid();

        // What was said is kept even when the browser goes away in this instant.
        await page.AskAndWaitAsync(ask, () => inbox.AddAsync(make(ask), CancellationToken.None), LongestWait);
        return from.RedirectToPage("/Check", new { id = ask });
    }
}
