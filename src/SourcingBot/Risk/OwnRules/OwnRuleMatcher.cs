using System.Collections.Frozen;
using SourcingBot.Risk.Engine;
using SourcingBot.Text;

namespace SourcingBot.Risk.OwnRules;

/// <summary>Looks for the phrases of a team's own rules, each inside one sentence, on the same folded words as the built-in rules.</summary>
internal sealed class OwnRuleMatcher
{
    private static readonly int Negation = Concept.IdOf("NEG");
    private static readonly int Shield = Concept.IdOf("PSEUDONEG");

    private readonly FrozenDictionary<string, Phrase[]> _byFirstWord;
    private readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Phrase[] _others;

    /// <summary>Prepares the rules.</summary>
    /// <param name="rules">The rules.</param>
    public OwnRuleMatcher(IReadOnlyList<OwnRule> rules)
    {
        Rules = rules;
        var all = rules.SelectMany((r, i) => r.Phrases.Select(s => new Phrase(s, i, false)).Concat(r.Unless.Select(s => new Phrase(s, i, true)))).ToList();
        _byFirstWord = all.Where(p => p.StartsWithWord).GroupBy(p => p.Steps[0].Word, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _lookup = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        _others = [.. all.Where(p => !p.StartsWithWord)];
    }

    /// <summary>The rules.</summary>
    public IReadOnlyList<OwnRule> Rules { get; }

    /// <summary>What each rule that fires found. A phrase that is refused, or only taught or told, does not count, as with the built-in rules.</summary>
    /// <param name="message">The message.</param>
    public IReadOnlyList<(OwnRule Rule, IReadOnlyList<TextSpan> Evidence)> Match(TaggedMessage message)
    {
        if (Rules.Count == 0) return [];
        var hits = new List<(int Rule, bool IsUnless, int First, int Last)>();
        for (var i = 0; i < message.Words.Count; i++)
        {
            if (_lookup.TryGetValue(WordAt(message, i), out var phrases)) Look(phrases, message, i, hits);
            Look(_others, message, i, hits);
        }

        return [.. hits.Where(h => !h.IsUnless && !IsSilenced(h, hits, message)).GroupBy(h => h.Rule).OrderBy(g => g.Key)
            .Select(g => (Rules[g.Key], new RuleMatch([.. g.Select(h => message.SpanOf(h.First, h.Last)).Distinct()], false, []).Joined()))];
    }

    private static void Look(Phrase[] phrases, TaggedMessage message, int at, List<(int Rule, bool IsUnless, int First, int Last)> hits)
    {
        foreach (var phrase in phrases)
        {
            var last = at + phrase.Steps.Length - 1;
            if (last >= message.Words.Count || message.Words[last].Sentence != message.Words[at].Sentence) continue;
            var fits = true;
            for (var n = 0; n < phrase.Steps.Length && fits; n++) fits = Fits(phrase.Steps[n], WordAt(message, at + n));
            if (fits) hits.Add((phrase.Rule, phrase.IsUnless, at, last));
        }
    }

    private static bool Fits(Step step, ReadOnlySpan<char> word) =>
        step.IsPrefix ? word.StartsWith(step.Word, StringComparison.Ordinal) : step.Word.Length == 0 || word.SequenceEqual(step.Word);

    private static bool IsSilenced((int Rule, bool IsUnless, int First, int Last) hit, List<(int Rule, bool IsUnless, int First, int Last)> hits, TaggedMessage message)
    {
        var span = message.SpanOf(hit.First, hit.Last);
        if (message.IsNegated(span) || message.IsCalm(span) || IsObjectOfNot(hit.First, message)) return true;
        var sentence = message.Words[hit.First].Sentence;
        return hits.Exists(h => h.IsUnless && h.Rule == hit.Rule && message.Words[h.First].Sentence == sentence);
    }

    /// <summary>Whether it stands right behind "do not use" and the like. To the built-in rules such words are no plain negation, because of accounts they mean a change.</summary>
    private static bool IsObjectOfNot(int first, TaggedMessage message)
    {
        foreach (ref readonly var shield in message.Of(Shield))
        {
            if (shield.Last == first - 1 && message.HasIn(Negation, (shield.First, shield.Last)) && message.Words[shield.First].Clause == message.Words[first].Clause) return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> WordAt(TaggedMessage message, int at) => message.Text.Chars.Slice(message.Words[at].Start, message.Words[at].Length);

    private sealed record Phrase(Step[] Steps, int Rule, bool IsUnless)
    {
        public bool StartsWithWord => Steps[0] is { IsPrefix: false, Word.Length: > 0 };
    }
}
