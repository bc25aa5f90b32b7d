using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using SourcingBot.Cases;
using SourcingBot.Chat;
using SourcingBot.Data;

namespace SourcingBot.Host.Pages;

/// <summary>Stores what a person said or pressed on the page, and leads to the answer; where it was about a case, to the case.</summary>
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
    public async Task<IActionResult> SayAsync(PageModel from, string text, Addressing addressing, string? zone)
    {
        ArgumentNullException.ThrowIfNull(from);
        return new RedirectResult(await StoreAsync(from.HttpContext, ask => Message(ask, text, addressing, zone), null));
    }

    /// <summary>Says a command, as to begin a case.</summary>
    /// <param name="from">The page that asks.</param>
    /// <param name="word">Its word.</param>
    /// <param name="about">What it is about; may be empty.</param>
    /// <param name="zone">The browser's zone where it told one.</param>
    public Task<IActionResult> CommandAsync(PageModel from, string word, string about, string? zone) =>
        SayAsync(from, string.Create(CultureInfo.InvariantCulture, $"{word} {about}").TrimEnd(), Addressing.Command, zone);

    /// <summary>Presses a button of a card.</summary>
    /// <param name="from">The page that asks.</param>
    /// <param name="token">What the button carried.</param>
    /// <param name="zone">The browser's zone where it told one.</param>
    public async Task<IActionResult> PressAsync(PageModel from, string token, string? zone)
    {
        ArgumentNullException.ThrowIfNull(from);
        return new RedirectResult(await StoreAsync(from.HttpContext, ask => new IncomingAction
        {
            EventId = ask.ToString("N"),
            Conversation = PageChat.ConversationOf(ask),
            From = Person(zone),
            SentAt = clock.GetCurrentInstant(),
            IsPersonal = true,
            Token = token,
        }, null));
    }

    /// <summary>Sends a form about a case.</summary>
    /// <param name="context">The request.</param>
    /// <param name="name">The case's name.</param>
    /// <param name="form">What the form is about.</param>
    /// <param name="text">Its words; may be empty.</param>
    /// <param name="files">Its files.</param>
    /// <param name="zone">The browser's zone where it told one.</param>
    /// <returns>Where the answer stands.</returns>
    public Task<string> SendAsync(HttpContext context, string name, CaseForm form, string text, IReadOnlyList<AttachmentInfo> files, string? zone)
    {
        ArgumentNullException.ThrowIfNull(form);
        return StoreAsync(context, ask => Message(ask, text, Addressing.OrderForm, zone) with { Form = form.ToJson(), Attachments = files }, name);
    }

    private static async Task<string?> AboutAsync(IServiceProvider services, Guid ask)
    {
        var answers = await Answers.ToAsync(services.GetRequiredService<SourcingDbContext>(), PageChat.Platform, ask.ToString("N"), CancellationToken.None);
        return await services.GetRequiredService<ICaseBoards>().AboutAsync(answers ?? [], CancellationToken.None);
    }

    private IncomingMessage Message(Guid ask, string text, Addressing addressing, string? zone) => new()
    {
        EventId = ask.ToString("N"),
        Conversation = PageChat.ConversationOf(ask),
        From = Person(zone),
        SentAt = clock.GetCurrentInstant(),
        IsPersonal = true,
        Text = text,
        Addressing = addressing,
    };

    private static ChatUser Person(string? zone) => new("local", "Somebody on the page", zone);

    private async Task<string> StoreAsync(HttpContext context, Func<Guid, IncomingEvent> make, string? name)
    {
        var ask = Guid.NewGuid();
        var incoming = make(ask);

        // What was said is kept even when the browser goes away in this instant.
        await page.AskAndWaitAsync(ask, () => inbox.AddAsync(incoming, CancellationToken.None), LongestWait);
        name ??= await AboutAsync(context.RequestServices, ask);
        return name is null ? $"/check/{ask}" : CaseFields.PageOf(name, ask);
    }
}
