using System.Globalization;
using NodaTime;
using SourcingBot.Listings;
using SourcingBot.Orders;
using SourcingBot.Quotes;
using SourcingBot.Text;
using SourcingBot.Vetting;

namespace SourcingBot.Flows;

/// <summary>What was made of typed words.</summary>
/// <param name="Answer">The answer, or null where they are none.</param>
/// <param name="Alternatives">The days that a date could be when day and month could be either way round; else empty.</param>
/// <param name="Refused">What of it was not taken and why, or what there is to know of it; else empty.</param>
public readonly record struct ReadAnswer(Answer? Answer, IReadOnlyList<LocalDate> Alternatives, IReadOnlyList<string> Refused);

/// <summary>Reads what somebody typed as the answer to a question. Pure.</summary>
public static class AnswerReader
{
    /// <summary>Longer words are kept to here; nobody reads more in a case.</summary>
    public const int LongestText = 4000;

    private const int MostLinks = 300;
    private static readonly string[] Yes = ["yes", "y", "yep", "yeah", "sure", "correct", "right", "true", "ok", "si", "oui", "是"];
    private static readonly string[] No = ["no", "n", "nope", "not", "never", "none", "false", "non", "不"];
    private static readonly string[] Unsure = ["unsure", "maybe", "dunno", "perhaps"];
    private static readonly string[] AtHand = ["have it", "i have it", "have", "we have it", "got it", "have them", "i have them"];
    private static readonly string[] Missing = ["cannot get it", "can't get it", "cant get it", "do not have it", "don't have it", "dont have it", "not available", "cannot", "we do not have it", "i do not have it", "they refuse", "they will not say", "no"];

    /// <summary>Reads an answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="text">What was typed; from outside.</param>
    /// <param name="today">The day on which it was typed, in the writer's zone.</param>
    /// <param name="by">Who typed it.</param>
    /// <param name="at">When.</param>
    public static ReadAnswer Read(Question question, string text, LocalDate today, PersonRef? by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(text);
        var said = text.Trim();
        var given = new Answer { State = AnswerState.Given, By = by, At = at };
        return question.Kind switch
        {
            AnswerKind.YesNo => Of(YesNo(said) is { } choice ? given with { Choice = choice } : null),
            AnswerKind.Choice => Of(ChoiceOf(question, said) is { } one ? given with { Choice = one.Id } : null),
            AnswerKind.Date => DateOf(said, today, given),
            AnswerKind.Money => Of(MoneyOf(said) is { } money ? given with { Money = money } : null),
            AnswerKind.Quantity => Of(QuantityOf(said) is { } quantity ? given with { Quantity = quantity } : null),
            AnswerKind.Number => Of(NumberOf(said) is { } number ? given with { Number = number } : null),
            AnswerKind.Links => LinksOf(said, given),
            AnswerKind.CreditCode => CodeOf(said, given),
            AnswerKind.Evidence => Of(EvidenceOf(said, given)),
            _ => Of(IsMissing(said) ? given with { State = AnswerState.Missing } : said.Length > 0 ? given with { Text = Cut(said) } : null),
        };
    }

    private static ReadAnswer Of(Answer? answer) => new(answer, [], []);

    /// <summary>Words as they are kept: not longer than <see cref="LongestText"/>, no character cut in two, and no NUL, which PostgreSQL refuses.</summary>
    /// <param name="text">The words; from outside.</param>
    internal static string Cut(string text)
    {
        var plain = text.Replace("\0", string.Empty, StringComparison.Ordinal);
        return plain.Length <= LongestText ? plain : plain[..(char.IsHighSurrogate(plain[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }

    private static string? YesNo(string said)
    {
        var words = Word.Of(said);
        if (words.Count is 0 or > 12) return null;
        var plain = string.Join(' ', words.Select(w => w.Text));
        if (plain is "not sure" or "do not know" or "don't know" or "i don't know" or "i do not know" or "no idea" or "i am not sure" or "i'm not sure" || Unsure.Contains(words[0].Text)) return "unsure";
        return Yes.Contains(words[0].Text) ? "yes" : No.Contains(words[0].Text) ? "no" : null;
    }

    /// <summary>A choice by its number, its words, or words that only one of them has.</summary>
    private static FlowChoice? ChoiceOf(Question question, string said)
    {
        if (int.TryParse(said.TrimEnd('.', ')'), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= question.Choices.Count) return question.Choices[n - 1];
        static string Plain(string text) => string.Join(' ', Word.Of(text).Select(w => w.Text));
        var plain = Plain(said);
        if (plain.Length == 0) return null;
        if (question.Choices.FirstOrDefault(c => Plain(c.Label) == plain || c.Id == plain || c.Id.Replace('-', ' ') == plain) is { } exact) return exact;
        var near = question.Choices.Where(c => (' ' + plain + ' ').Contains(' ' + Plain(c.Label) + ' ', StringComparison.Ordinal)
            || Plain(c.Label).StartsWith(plain, StringComparison.Ordinal) || (' ' + Plain(c.Label) + ' ').Contains(' ' + plain + ' ', StringComparison.Ordinal)).ToList();
        return near is [var only] ? only : null;
    }

    private static ReadAnswer DateOf(string said, LocalDate today, Answer given)
    {
        var dates = SpokenDates.Read(said, Word.Of(said), today, DateSide.Past);
        if (dates is not [var first, ..]) return Of(null);
        return first.Date is { } date ? Of(given with { Date = date }) : new ReadAnswer(null, first.Alternatives, []);
    }

    private static Money? MoneyOf(string said)
    {
        var found = QuoteReader.Read(said).Money;
        return found.Count > 0 ? found[0].Value with { Role = MoneyRole.Other } : null;
    }

    private static Quantity? QuantityOf(string said)
    {
        var found = QuoteReader.Read(said).Quantities;
        if (found.Count > 0) return found[0].Value with { IsMinimum = false };
        return NumberOf(said) is { } number ? new Quantity(number, "pcs") : null;
    }

    private static decimal? NumberOf(string said)
    {
        var folded = FoldedText.Of(said);
        for (var i = 0; i < folded.Chars.Length; i++)
        {
            if (!char.IsAsciiDigit(folded.Chars[i])) continue;
            NumberText.LengthAt(folded, i, out var value);
            return value;
        }

        return null;
    }

    /// <summary>Listings that can be reported, each once; what is left out is told.</summary>
    private static ReadAnswer LinksOf(string said, Answer given)
    {
        var read = ListingLinks.Read(said);
        return new ReadAnswer(read.Accepted.Count == 0 ? null : given with { Links = [.. read.Accepted.Select(a => a.Url)] }, [], [.. ListingLinkText.Lines(read).Skip(read.Accepted.Count > 0 ? 1 : 0)]);
    }

    /// <summary>A code of the right form is kept even with a wrong check character: some were issued so, and it is said.</summary>
    private static ReadAnswer CodeOf(string said, Answer given)
    {
        if (IsMissing(said)) return Of(given with { State = AnswerState.Missing });
        var read = CreditCode.Read(said);
        return new ReadAnswer(read.IsComplete ? given with { Text = read.Code, Choice = CreditCodeNames.Of(read) } : null, [], [CreditCodeText.Of(read)]);
    }

    /// <summary>Whether somebody says that it cannot be had. A mere "no" is one only where proof is asked for.</summary>
    private static bool IsMissing(string said) => said.TrimEnd('.', '!').ToLowerInvariant() is var plain && plain != "no" && Missing.Contains(plain);

    private static Answer? EvidenceOf(string said, Answer given)
    {
        if (said.Length == 0) return null;
        var plain = said.ToLowerInvariant().TrimEnd('.', '!');
        if (AtHand.Contains(plain)) return given with { State = AnswerState.AtHand };
        if (Missing.Contains(plain)) return given with { State = AnswerState.Missing };
        var links = LinksIn(said);
        var onlyLinks = links.Count > 0 && said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length == links.Count;
        return given with { Links = links, Text = onlyLinks ? null : Cut(said) };
    }

    private static List<string> LinksIn(string said) =>
        [.. said.Split([' ', '\n', '\r', '\t', ',', ';', '<', '>', '|'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || w.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            .Where(w => w.Length <= 2000 && Uri.TryCreate(w, UriKind.Absolute, out _)).Distinct(StringComparer.Ordinal).Take(MostLinks)];
}
