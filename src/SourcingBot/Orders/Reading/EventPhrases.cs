using System.Text.Json;
using SourcingBot.Text;

namespace SourcingBot.Orders;

/// <summary>What somebody said to have happened.</summary>
/// <param name="Kind">What.</param>
/// <param name="First">The first word of the phrase.</param>
/// <param name="Last">The last word of the phrase.</param>
internal readonly record struct SaidEvent(OrderEventKind Kind, int First, int Last);

/// <summary>Finds what buyers say happened to an order, from the phrases in <c>Phrases/*.txt</c>, a file for each language.</summary>
internal sealed class EventPhrases
{
    private const string Prefix = "SourcingBot.Orders.Phrases.";
    private const string Gap = "..";
    private const int LongestGap = 3;

    private static readonly Lazy<EventPhrases> LazyBuiltIn = new(() => new EventPhrases(Resource.Under(Prefix).Select(name => (name, Resource.Lines(name)))));

    /// <summary>Before a phrase they say that it has not happened, or only may.</summary>
    private static readonly HashSet<string> Unreal = new(StringComparer.Ordinal)
    {
        "not", "no", "never", "hasn't", "haven't", "isn't", "wasn't", "didn't", "don't", "won't", "hadn't", "aren't", "without", "unless", "if", "when", "once",
        "until", "will", "shall", "should", "would", "may", "might", "could", "can", "before", "after", "expected", "supposed", "waiting", "wait",
    };

    /// <summary>Words after which the sentence asks.</summary>
    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal) { "has", "have", "did", "is", "was", "were", "when", "where", "why", "how", "does", "do", "are", "what", "which", "who" };

    private readonly List<(OrderEventKind Kind, string[] Words)> _phrases = [];

    private EventPhrases(IEnumerable<(string Name, IEnumerable<string> Lines)> files)
    {
        foreach (var (name, lines) in files)
        {
            foreach (var line in lines.Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                if (colon < 0 || !KebabNames<OrderEventKind>.ByName.TryGetValue(line[..colon], out var kind))
                    throw new DataFileException($"{name}: “{line}” does not begin with the name of a kind of entry and a colon.");
                _phrases.AddRange(line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => (kind, p.Split(' '))));
            }
        }
    }

    /// <summary>The phrases that are part of the program.</summary>
    public static EventPhrases BuiltIn => LazyBuiltIn.Value;

    /// <summary>What the words say to have happened; null where they say nothing of the kind, deny it, ask, or say that it is still to come.</summary>
    /// <param name="words">The message's words.</param>
    /// <param name="isQuestion">Whether it ends in a question mark.</param>
    public SaidEvent? Find(IReadOnlyList<Word> words, bool isQuestion)
    {
        var found = Best(words);
        if (found is not { } said) return null;

        // "Should we pay the balance?" is a payment to come, and the one question that has to be heard as such.
        if (said.Kind == OrderEventKind.BalanceAboutToBePaid) return said;
        if (isQuestion || (words.Count > 0 && Asking.Contains(words[0].Text))) return null;
        return IsReal(words, said) ? said : null;
    }

    private SaidEvent? Best(IReadOnlyList<Word> words)
    {
        SaidEvent? best = null;
        var most = 0;
        foreach (var (kind, phrase) in _phrases)
        {
            var length = phrase.Count(w => w != Gap);
            if (length < most) continue;
            for (var i = 0; i < words.Count; i++)
            {
                if (EndOf(words, i, phrase) is not { } last || (length == most && best is { } other && i >= other.First)) continue;
                best = new SaidEvent(kind, i, last);
                most = length;
                break;
            }
        }

        return best;
    }

    private static int? EndOf(IReadOnlyList<Word> words, int at, string[] phrase)
    {
        var gap = 0;
        var last = at - 1;
        foreach (var word in phrase)
        {
            if (word == Gap)
            {
                gap = LongestGap;
                continue;
            }

            var next = last + 1;
            while (next < words.Count && words[next].Text != word && next - last - 1 < gap) next++;
            if (next >= words.Count || words[next].Text != word) return null;
            (last, gap) = (next, 0);
        }

        return last;
    }

    private static bool IsReal(IReadOnlyList<Word> words, SaidEvent said)
    {
        for (var i = Math.Max(0, said.First - 3); i <= said.Last; i++)
        {
            // A phrase may deny in its own words ("never arrived"), which then is what it says.
            if (Unreal.Contains(words[i].Text) && !(i >= said.First && Denies(said.Kind))) return false;
        }

        return true;
    }

    private static bool Denies(OrderEventKind kind) => kind is OrderEventKind.NonDeliveryNoticed or OrderEventKind.InspectionFailed or OrderEventKind.DatesAgreed or OrderEventKind.EvidenceSlotOpened;
}
