using SourcingBot.Chat;

namespace SourcingBot.Slack;

/// <summary>Renders a card as Block Kit. All words go into rich text or plain text elements, which know no markup.</summary>
internal static class SlackBlocks
{
    /// <summary>The blocks of a message, within Slack's limits.</summary>
    /// <param name="message">The message.</param>
    public static IReadOnlyList<object> Render(OutgoingMessage message)
    {
        if (message.Card is not { } card) return [RichText(Section(Text(message.Text)))];
        List<object> blocks = [new { type = "header", text = new { type = "plain_text", text = SlackLimits.Cut($"{Mark(card.Tone)} {card.Title}".Trim(), SlackLimits.Header), emoji = true } }];
        foreach (var part in card.Parts)
        {
            if (blocks.Count == SlackLimits.Blocks) break;
            blocks.AddRange(Part(part));
        }

        return [.. blocks.Take(SlackLimits.Blocks)];
    }

    private static IEnumerable<object> Part(CardPart part) => part switch
    {
        Heading heading => [new { type = "divider" }, RichText(Section(Bold($"{Mark(heading.Tone)} {heading.Text}".Trim())))],
        Paragraph { Label: { } label, Text.Length: 0 } => [RichText(Section(Bold(label)))],
        Paragraph { Label: { } label } paragraph => [RichText(Section(Bold(label + ": "), Text(paragraph.Text)))],
        Paragraph paragraph => [RichText(Section(Text(paragraph.Text)))],
        BulletList list => [RichText(new { type = "rich_text_list", style = "bullet", elements = list.Items.Select(i => Section(Text(i))).ToArray() })],
        UntrustedQuote quote => [RichText(new { type = "rich_text_quote", elements = Quoted(quote) })],
        SuggestedReply reply => [new { type = "divider" }, RichText(Section(Bold(reply.Label)), new { type = "rich_text_preformatted", elements = new[] { Text(reply.Text) } })],
        Note note => [new { type = "context", elements = new[] { new { type = "plain_text", text = SlackLimits.Cut(note.Text, SlackLimits.Section), emoji = false } } }],
        FieldList list => [RichText(Section([.. list.Fields.SelectMany(LineOf)]))],
        Buttons buttons => [new { type = "actions", elements = buttons.Items.Take(SlackLimits.Buttons).Select(ButtonOf).ToArray() }],
        _ => throw new NotSupportedException($"{part.GetType().Name} has no form in Slack yet."),
    };

    private static IEnumerable<object> LineOf(Field field, int n) => [Bold((n == 0 ? string.Empty : "\n") + field.Name + ": "), Text(field.Value)];

    private static Dictionary<string, object> ButtonOf(Button button, int n)
    {
        var element = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["type"] = "button",
            ["action_id"] = $"press_{n}",
            ["text"] = new { type = "plain_text", text = SlackLimits.Cut(button.Label, SlackLimits.ButtonText), emoji = false },
            ["value"] = button.Token,
        };
        if (button.IsMain) element["style"] = "primary";
        return element;
    }

    private static object[] Quoted(UntrustedQuote quote)
    {
        var elements = new List<object>();
        var at = 0;
        foreach (var mark in quote.Marks)
        {
            if (mark.Start > at) elements.Add(Text(quote.Text[at..mark.Start]));
            elements.Add(Bold(mark.In(quote.Text)));
            at = mark.End;
        }

        if (at < quote.Text.Length) elements.Add(Text(quote.Text[at..]));
        return [.. elements];
    }

    private static string Mark(Tone tone) => tone switch { Tone.Danger => "🛑", Tone.Caution => "⚠️", Tone.Calm => "✅", _ => string.Empty };

    private static object RichText(params object[] elements) => new { type = "rich_text", elements };

    private static object Section(params object[] elements) => new { type = "rich_text_section", elements };

    private static object Text(string text) => new { type = "text", text = Shown(text) };

    private static object Bold(string text) => new { type = "text", text = Shown(text), style = new { bold = true } };

    /// <summary>Slack refuses empty elements; an empty text is a space.</summary>
    private static string Shown(string text) => text.Length == 0 ? " " : SlackLimits.Cut(text, SlackLimits.Section);
}
