using System.Text.Json.Serialization;
using NodaTime;

namespace SourcingBot.Chat;

/// <summary>Something that happened in a chat, in the same words for every platform. Stored as JSON before it is acknowledged.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(IncomingMessage), "message")]
[JsonDerivedType(typeof(IncomingAction), "action")]
[JsonDerivedType(typeof(FileAccepted), "file-accepted")]
[JsonDerivedType(typeof(BotAdded), "added")]
[JsonDerivedType(typeof(BotRemoved), "removed")]
public abstract record IncomingEvent
{
    /// <summary>The platform's id of this delivery's event; the same on every retry, unique per platform.</summary>
    public required string EventId { get; init; }

    /// <summary>Where an answer goes.</summary>
    public required ConversationRef Conversation { get; init; }

    /// <summary>The channel, where the platform makes each of its threads a conversation of its own; null where the conversation is the channel.</summary>
    public string? Channel { get; init; }

    /// <summary>Who did it.</summary>
    public required ChatUser From { get; init; }

    /// <summary>A second key for the same thing told twice under different event ids (a message and its mention), or null. Unique per platform.</summary>
    public string? DedupeKey { get; init; }

    /// <summary>When the platform says that it happened.</summary>
    public required Instant SentAt { get; init; }

    /// <summary>Whether people from outside the team can read the conversation: the answer is then for the asker alone.</summary>
    public bool OutsidersReadAlong { get; init; }

    /// <summary>Whether the conversation is the person's own chat with the bot.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Whether it says who can read the conversation. Commands, shortcuts and button presses do not: what is to be said there later, unasked, must not count on being among colleagues.</summary>
    [JsonIgnore]
    public bool TellsWhoReads => this is IncomingMessage { Addressing: not (Addressing.Command or Addressing.MessageShortcut) };
}

/// <summary>How a person addressed the bot.</summary>
public enum Addressing
{
    /// <summary>A personal chat with the bot.</summary>
    Direct,

    /// <summary>A mention in a channel or group.</summary>
    Mention,

    /// <summary>A page about orders: never somebody else's message to be judged.</summary>
    OrderForm,

    /// <summary>A slash command; the answer is for the asker alone.</summary>
    Command,

    /// <summary>A shortcut on somebody's message: <see cref="IncomingMessage.Text"/> is that message and all of it is to be checked.</summary>
    MessageShortcut,

    /// <summary>The form on the local page: all of the text is to be checked.</summary>
    Form,

    /// <summary>Said among people in a channel, not to the bot. Stored and read only where somebody has turned watching on.</summary>
    Overheard,
}

/// <summary>A text for the bot. The platform's markup is undone and the mention of the bot is taken out.</summary>
public sealed record IncomingMessage : IncomingEvent
{
    /// <summary>The words; may be empty. They came from outside.</summary>
    public required string Text { get; init; }

    /// <summary>When the words were written, where the platform tells it and somebody else wrote them earlier; null: when the event happened.</summary>
    public Instant? WrittenAt { get; init; }

    /// <summary>How the bot was addressed.</summary>
    public required Addressing Addressing { get; init; }

    /// <summary>Links whose label differs from their address.</summary>
    public IReadOnlyList<LabelledLink> Links { get; init; } = [];

    /// <summary>What came with it.</summary>
    public IReadOnlyList<AttachmentInfo> Attachments { get; init; } = [];

    /// <summary>What a form of the program's own page was about, as JSON of the slice whose form it is; null for what was said freely. No chat platform sets it.</summary>
    public string? Form { get; init; }

    /// <summary>Names the message that an answer belongs to: an edit of it has another event id and the same key, and updates the earlier answer.</summary>
    public string? AnswerKey { get; init; }

    /// <summary>Whether it is a later wording of a message that may have been answered already.</summary>
    public bool IsEdit { get; init; }
}

/// <summary>A link as people saw it.</summary>
/// <param name="Label">The words shown.</param>
/// <param name="Url">Where it leads.</param>
public sealed record LabelledLink(string Label, string Url);

/// <summary>A file or picture that came with a message.</summary>
/// <param name="Name">The file's name; it came from outside.</param>
/// <param name="MediaType">Its declared media type, or null.</param>
/// <param name="IsImage">Whether it is a picture.</param>
/// <param name="Source">JSON owned by the adapter, by which it finds the file again; null where it cannot, and in events of versions that kept none.</param>
/// <param name="Size">How many bytes the platform says it has, or null.</param>
public sealed record AttachmentInfo(string Name, string? MediaType, bool IsImage, string? Source = null, long? Size = null);

/// <summary>A pressed button. Its token is looked up and checked before anything is believed.</summary>
public sealed record IncomingAction : IncomingEvent
{
    /// <summary>The random token that the button carried.</summary>
    public required string Token { get; init; }
}

/// <summary>A person said whether a file that the bot offered may be handed over.</summary>
public sealed record FileAccepted : IncomingEvent
{
    /// <summary>The offer (<see cref="Delivery.OutboxId"/>). It is looked up and checked before anything is believed.</summary>
    public required Guid OfferId { get; init; }

    /// <summary>Where the file is to go, as JSON owned by the adapter; null where the person does not want it.</summary>
    public string? Upload { get; init; }
}

/// <summary>The bot was added to a conversation or installed for a person.</summary>
public sealed record BotAdded : IncomingEvent;

/// <summary>The bot was removed: nothing more may be sent there.</summary>
public sealed record BotRemoved : IncomingEvent;
