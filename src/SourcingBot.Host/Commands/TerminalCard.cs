using System.Text;
using SourcingBot.Chat;
using SourcingBot.Host.Pages;

namespace SourcingBot.Host.Commands;

/// <summary>Prints a card: coloured on a terminal, plain in a file or where NO_COLOR is set.</summary>
internal static class TerminalCard
{
    private const string Reset = "\e[0m";
    private const string Bold = "\e[1m";
    private const string Soft = "\e[2m";
    private const string Marked = "\e[1;33m";

    private static bool Coloured => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Prints an answer.</summary>
    /// <param name="answer">The answer.</param>
    public static void Print(OutgoingMessage answer)
    {
        Console.OutputEncoding = Encoding.UTF8;
        Console.Write(Render(answer, Coloured));
    }

    /// <summary>The answer as lines.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="coloured">Whether to colour it.</param>
    public static string Render(OutgoingMessage answer, bool coloured)
    {
        var lines = new StringBuilder();
        string In(string style, string text) => coloured ? style + Safe(text) + Reset : Safe(text);
        if (answer.Card is not { } card) return Safe(answer.Text) + "\n";
        lines.Append(In(Bold + ColourOf(card.Tone), card.Title)).Append('\n');
        foreach (var part in card.Parts)
        {
            switch (part)
            {
                case Heading heading:
                    lines.Append('\n').Append(In(Bold + ColourOf(heading.Tone), heading.Text)).Append('\n');
                    break;
                case Paragraph { Label: { } label } paragraph:
                    lines.Append("  ").Append(In(Bold, label)).Append("  ").Append(Safe(paragraph.Text)).Append('\n');
                    break;
                case Paragraph paragraph:
                    lines.Append(Safe(paragraph.Text)).Append('\n');
                    break;
                case BulletList list:
                    foreach (var item in list.Items) lines.Append("  - ").Append(Safe(item)).Append('\n');
                    break;
                case UntrustedQuote quote:
                    var pieces = MarkedText.Of(quote).Select(p => p.Marked ? coloured ? In(Marked, p.Text) : $"[{Safe(p.Text)}]" : Safe(p.Text));
                    lines.Append("  > ").AppendJoin(string.Empty, pieces).Append('\n');
                    break;
                case SuggestedReply reply:
                    lines.Append('\n').Append(In(Bold, reply.Label)).Append('\n');
                    foreach (var line in reply.Text.Split('\n')) lines.Append("  ").Append(Safe(line)).Append('\n');
                    break;
                case FieldList list:
                    foreach (var field in list.Fields) lines.Append("  ").Append(In(Bold, field.Name)).Append("  ").Append(Safe(field.Value)).Append('\n');
                    break;
                case Note note:
                    lines.Append('\n').Append(In(Soft, note.Text)).Append('\n');
                    break;
            }
        }

        return lines.ToString();
    }

    private static string ColourOf(Tone tone) => tone switch { Tone.Danger => "\e[31m", Tone.Caution => "\e[33m", Tone.Calm => "\e[32m", _ => string.Empty };

    /// <summary>No control character of a message reaches the terminal, nor one that turns the direction of writing.</summary>
    private static string Safe(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            var c = source[i];
            span[i] = char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') ? ' ' : c;
        }
    });
}
