using System.Text.Json.Serialization;
using SourcingBot.Text;

namespace SourcingBot.Chat;

/// <summary>The colour and mark of a card.</summary>
public enum Tone
{
    /// <summary>Neither good nor bad.</summary>
    Neutral,

    /// <summary>Nothing found.</summary>
    Calm,

    /// <summary>Ask first.</summary>
    Caution,

    /// <summary>Stop.</summary>
    Danger,
}

/// <summary>A designed answer, rendered by each platform in its own way. No string in it is markup: renderers escape all of them.</summary>
/// <param name="Tone">The colour and mark.</param>
/// <param name="Title">The most important line.</param>
/// <param name="Parts">What follows, in order.</param>
public sealed record Card(Tone Tone, string Title, IReadOnlyList<CardPart> Parts);

/// <summary>A part of a card.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "part")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(BulletList), "bullets")]
[JsonDerivedType(typeof(UntrustedQuote), "quote")]
[JsonDerivedType(typeof(SuggestedReply), "reply")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(FieldList), "fields")]
[JsonDerivedType(typeof(Buttons), "buttons")]
public abstract record CardPart;

/// <summary>A heading inside a card, with the tone of what it heads.</summary>
/// <param name="Text">A few words.</param>
/// <param name="Tone">Its colour and mark.</param>
public sealed record Heading(string Text, Tone Tone) : CardPart;

/// <summary>A paragraph of the bot's own words.</summary>
/// <param name="Label">A bold word or two in front, as "Why", or null.</param>
/// <param name="Text">The words.</param>
public sealed record Paragraph(string? Label, string Text) : CardPart;

/// <summary>A short list.</summary>
/// <param name="Items">Its lines.</param>
public sealed record BulletList(IReadOnlyList<string> Items) : CardPart;

/// <summary>Words from outside, shown as a quotation and never as markup.</summary>
/// <param name="Text">The words.</param>
/// <param name="Marks">The stretches of <paramref name="Text"/> that matter, in order, not overlapping.</param>
public sealed record UntrustedQuote(string Text, IReadOnlyList<TextSpan> Marks) : CardPart;

/// <summary>A reply that a person can copy and send to the supplier.</summary>
/// <param name="Label">What it is, as "Reply to send".</param>
/// <param name="Text">The reply.</param>
public sealed record SuggestedReply(string Label, string Text) : CardPart;

/// <summary>Small print: a source, a hint.</summary>
/// <param name="Text">The words.</param>
public sealed record Note(string Text) : CardPart;

/// <summary>A short table of names and values.</summary>
/// <param name="Fields">Its lines, in order.</param>
public sealed record FieldList(IReadOnlyList<Field> Fields) : CardPart;

/// <summary>A line of a table.</summary>
/// <param name="Name">What it is, a word or two of the bot's own.</param>
/// <param name="Value">What it says; may hold words from outside.</param>
public sealed record Field(string Name, string Value);

/// <summary>A row of buttons.</summary>
/// <param name="Items">The buttons, the most likely one first.</param>
public sealed record Buttons(IReadOnlyList<Button> Items) : CardPart;

/// <summary>A button.</summary>
/// <param name="Label">Its words, three or so.</param>
/// <param name="Token">What comes back when it is pressed (<see cref="IncomingAction.Token"/>); random, means nothing by itself.</param>
/// <param name="IsMain">Whether it is the step that most people take next.</param>
public sealed record Button(string Label, string Token, bool IsMain = false);
