using System.Text.Encodings.Web;
using System.Text.Json;
using SourcingBot.Chat;

namespace SourcingBot.Teams;

/// <summary>Renders a card as an Adaptive Card 1.5. All words stand in text runs, which know no Markdown.</summary>
internal static class TeamsCards
{
    /// <summary>The media type of an Adaptive Card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>How long texts may be and how many parts are shown, from the whole answer to the least that still helps.</summary>
    private static readonly (int Longest, int Most)[] Sizes =
        [(TeamsLimits.Text, int.MaxValue), (1500, 60), (TeamsLimits.ShortText, 24), (300, 16), (150, 10)];

    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The activity of a message, within the size that Teams takes.</summary>
    /// <param name="message">The message.</param>
    /// <param name="shorter">Whether the full one was refused as too large.</param>
    public static Dictionary<string, object> Activity(OutgoingMessage message, bool shorter)
    {
        for (var size = shorter ? 2 : 0; ; size++)
        {
            var activity = Activity(message, Sizes[size].Longest, Sizes[size].Most);
            if (size == Sizes.Length - 1 || JsonSerializer.Serialize(activity, Unescaped).Length * sizeof(char) <= TeamsLimits.MessageBytes) return activity;
        }
    }

    private static Dictionary<string, object> Activity(OutgoingMessage message, int longest, int most)
    {
        var activity = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["type"] = "message",
            ["textFormat"] = "plain",
            ["summary"] = TeamsLimits.Cut(message.Text, longest),
        };
        if (message.Card is not { } card)
        {
            activity["text"] = TeamsLimits.Cut(message.Text, longest);
            return activity;
        }

        var body = new List<object> { Title(card) };

        // However short the card gets, the reply to the supplier stays.
        body.AddRange(card.Parts.Where((p, n) => n < most || p is SuggestedReply).Select(p => Part(p, longest)));
        activity["attachments"] = new[]
        {
            new
            {
                contentType = ContentType,
                content = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["type"] = "AdaptiveCard",
                    ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                    ["version"] = "1.5",
                    ["fallbackText"] = TeamsLimits.Cut(message.Text, longest),
                    ["msteams"] = new { width = "Full" },
                    ["body"] = body,
                },
            },
        };
        return activity;
    }

    private static object Title(Card card) => new
    {
        type = "Container",
        style = card.Tone switch { Tone.Danger => "attention", Tone.Caution => "warning", Tone.Calm => "good", _ => "emphasis" },
        bleed = true,
        items = new[] { Runs(Run(card.Title, bold: true, size: "large")) },
    };

    private static object Part(CardPart part, int longest) => part switch
    {
        Heading heading => new
        {
            type = "RichTextBlock",
            separator = true,
            spacing = "medium",
            inlines = new[] { Run(heading.Text, bold: true, size: "medium", color: heading.Tone switch { Tone.Danger => "attention", Tone.Caution => "warning", Tone.Calm => "good", _ => "default" }) },
        },
        Paragraph { Label: { } label } paragraph => Runs(Run(label + "  ", bold: true), Run(TeamsLimits.Cut(paragraph.Text, longest))),
        Paragraph paragraph => Runs(Run(TeamsLimits.Cut(paragraph.Text, longest))),
        BulletList list => new { type = "Container", spacing = "small", items = list.Items.Select(i => new { type = "RichTextBlock", spacing = "small", inlines = new[] { Run("•  " + TeamsLimits.Cut(i, longest)) } }).ToArray() },
        UntrustedQuote quote => new { type = "Container", style = "emphasis", spacing = "small", items = new[] { Runs([.. Quoted(quote, longest)]) } },
        SuggestedReply reply => new
        {
            type = "Container",
            style = "emphasis",
            spacing = "medium",
            items = new[] { Runs(Run(reply.Label, bold: true)), Runs(Run(TeamsLimits.Cut(reply.Text, longest))) },
        },
        Note note => Runs(Run(TeamsLimits.Cut(note.Text, longest), size: "small", subtle: true)),
        FieldList list => new
        {
            // No FactSet: its values are read as Markdown.
            type = "Container",
            spacing = "small",
            items = list.Fields.Select(f => new { type = "RichTextBlock", spacing = "none", inlines = new[] { Run(f.Name + "  ", bold: true), Run(TeamsLimits.Cut(f.Value, longest)) } }).ToArray(),
        },
        Buttons buttons => new { type = "ActionSet", spacing = "medium", actions = buttons.Items.Take(TeamsLimits.Buttons).Select(ButtonOf).ToArray() },
        _ => throw new NotSupportedException($"{part.GetType().Name} has no form in Teams yet."),
    };

    private static object ButtonOf(Button button) => new
    {
        type = "Action.Execute",
        title = button.Label,
        verb = "press",
        style = button.IsMain ? "positive" : "default",
        data = new { token = button.Token },
        fallback = new { type = "Action.Submit", title = button.Label, data = new { token = button.Token } },
    };

    private static IEnumerable<object> Quoted(UntrustedQuote quote, int longest)
    {
        var at = 0;
        foreach (var mark in quote.Marks)
        {
            if (mark.Start > at) yield return Run(TeamsLimits.Cut(quote.Text[at..mark.Start], longest));
            yield return Run(TeamsLimits.Cut(mark.In(quote.Text), longest), bold: true, highlight: true);
            at = mark.End;
        }

        if (at < quote.Text.Length) yield return Run(TeamsLimits.Cut(quote.Text[at..], longest));
    }

    private static object Runs(params object[] inlines) => new { type = "RichTextBlock", inlines };

    private static object Run(
        string text, bool bold = false, string size = "default", string color = "default", bool subtle = false, bool highlight = false) => new
        {
            type = "TextRun",
            text = text.Length == 0 ? " " : text,
            weight = bold ? "bolder" : "default",
            size,
            color,
            isSubtle = subtle,
            highlight,
        };
}
