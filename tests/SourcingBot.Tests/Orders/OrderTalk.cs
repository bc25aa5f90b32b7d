using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Host.Commands;
using SourcingBot.Reminders;
using SourcingBot.Tests.Chat;

namespace SourcingBot.Tests.Orders;

/// <summary>A person who talks with the bot about orders: each sentence goes through the real inbox, database and outbox.</summary>
internal sealed class OrderTalk : IAsyncDisposable
{
    private int _said;

    public ChatStore Store { get; private set; } = null!;

    public string Person { get; set; } = "U1";

    public string Zone { get; set; } = "Europe/Berlin";

    public string? Thread { get; set; }

    /// <summary>Whether it is the personal chat with the bot.</summary>
    public bool IsPersonal { get; set; }

    /// <summary>"send" or "update" and the message's id.</summary>
    public string LastKind => Store.Platform.Seen[^1].Kind;

    public OutgoingMessage Last => Store.Platform.Seen[^1].Delivery.Message;

    public async Task StartAsync(bool postgres = false, Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? more = null)
    {
        Store = await ChatStore.CreateAsync(postgres, more);
        Store.Clock.Now = Instant.FromUtc(2026, 11, 25, 9, 0);
    }

    public async Task<string> SayAsync(string text, string? key = null, bool edit = false, bool command = false)
    {
        await Store.Inbox.AddAsync(Message(text, key, edit) with { Addressing = command ? Addressing.Command : Addressing.Direct }, CancellationToken.None);
        return await AnswerAsync();
    }

    /// <summary>Presses the button of the last card that has these words.</summary>
    public Task<string> PressAsync(string label) => PressTokenAsync(TokenOf(label));

    public async Task<string> PressTokenAsync(string token, string conversation = "C1")
    {
        var action = new IncomingAction
        {
            EventId = "a" + ++_said,
            Conversation = new(WatchedPlatform.Name, "W1", conversation, null, "{}"),
            From = new(Person, null, Zone),
            SentAt = Store.Clock.Now,
            Token = token,
            IsPersonal = IsPersonal,
        };
        await Store.Inbox.AddAsync(action, CancellationToken.None);
        return await AnswerAsync();
    }

    public string TokenOf(string label) => Last.Card!.Parts.OfType<Buttons>().SelectMany(b => b.Items).First(b => b.Label == label).Token;

    /// <summary>Two messages in two conversations, answered at once.</summary>
    public async Task TellTogetherAsync(string one, string other)
    {
        await Store.Inbox.AddAsync(Message(one, null, false), CancellationToken.None);
        await Store.Inbox.AddAsync(Message(other, null, false, "C2"), CancellationToken.None);
        for (var round = 0; round < 6; round++)
        {
            await Store.AnswerAsync();
            Store.Clock.Now += Duration.FromSeconds(5);
        }
    }

    public Task<List<ReminderRow>> RemindersAsync() => ReadAsync(db => db.Reminders.AsNoTracking().OrderBy(r => r.DueAt).ToListAsync());

    /// <summary>The reminders that wait, the nearest first.</summary>
    public Task<List<ReminderRow>> WaitingAsync() => ReadAsync(db => db.Reminders.AsNoTracking()
        .Where(r => db.WaitingReminders.Any(w => w.DueAt == r.DueAt && w.Token == r.Token)).OrderBy(r => r.DueAt).ToListAsync());

    public Task<T> ReadAsync<T>(Func<SourcingDbContext, Task<T>> read) => Store.ReadAsync(read);

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private IncomingMessage Message(string text, string? key, bool edit, string conversation = "C1") => new()
    {
        EventId = "e" + ++_said,
        Conversation = new(WatchedPlatform.Name, "W1", conversation, Thread, "{}"),
        From = new(Person, null, Zone),
        SentAt = Store.Clock.Now,
        Text = text,
        Addressing = Addressing.Direct,
        AnswerKey = key,
        IsEdit = edit,
        IsPersonal = IsPersonal,
    };

    private async Task<string> AnswerAsync()
    {
        var before = Store.Platform.Seen.Count;
        await Store.AnswerAsync();
        Store.Clock.Now += Duration.FromSeconds(2);
        await Store.SendAsync();
        Assert.True(Store.Platform.Seen.Count > before, "There was no answer.");
        return TerminalCard.Render(Last, coloured: false);
    }
}
