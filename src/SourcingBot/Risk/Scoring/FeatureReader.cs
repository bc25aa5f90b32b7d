using System.Numerics;
using SourcingBot.Quotes;
using SourcingBot.Risk.Engine;
using SourcingBot.Text;

namespace SourcingBot.Risk.Scoring;

/// <summary>Turns a tagged message into features. The trainer and the score use this one reader, so they cannot disagree.</summary>
internal static class FeatureReader
{
    /// <summary>A stem is this many letters.</summary>
    private const int StemLength = 6;

    /// <summary>Letter sequences are this long.</summary>
    private const int LetterRun = 4;

    /// <summary>A clause with more concepts than this gives no more pairs: long lists say nothing by their pairs.</summary>
    private const int MostConceptsPaired = 24;

    /// <summary>Names of broad fields begin so.</summary>
    private const string TopicPrefix = "T_";

    [ThreadStatic]
    private static ConceptHit[]? _byPlace;

    /// <summary>Reads the features.</summary>
    /// <param name="message">The message.</param>
    /// <param name="speaker">Who wrote it.</param>
    /// <param name="fired">For each rule, in the order of the rules, whether it fired.</param>
    /// <param name="features">Receives the features.</param>
    public static void Read(TaggedMessage message, Speaker speaker, ReadOnlySpan<bool> fired, FeatureList features)
    {
        features.Clear();
        AddWords(message, features);
        AddConcepts(message, features);
        AddFrames(message, fired, features);
        AddForm(message, speaker, features);
        features.End();
    }

    private static void AddWords(TaggedMessage message, FeatureList features)
    {
        var chars = message.Text.Chars;
        var words = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(message.Words);
        features.Begin(FeatureGroup.Words);
        for (var i = 0; i < words.Length; i++)
        {
            var word = chars.Slice(words[i].Start, words[i].Length);
            if (!IsCharacter(word)) features.Add(Key(FeatureGroup.Words, WordNumber(word, word.Length)), i, i);
        }

        features.Begin(FeatureGroup.Stems);
        for (var i = 0; i < words.Length; i++)
        {
            var word = chars.Slice(words[i].Start, words[i].Length);
            if (!IsCharacter(word)) features.Add(Key(FeatureGroup.Stems, WordNumber(word, StemLength)), i, i);
        }

        features.Begin(FeatureGroup.Letters);
        for (var i = 0; i < words.Length; i++)
        {
            var word = chars.Slice(words[i].Start, words[i].Length);
            if (IsCharacter(word) || word.Length < LetterRun || char.IsAsciiDigit(word[0])) continue;

            // The bounds of the word count as a letter each.
            for (var at = -1; at + LetterRun <= word.Length + 1; at++)
            {
                var hash = WordHash.Empty;
                for (var n = at; n < at + LetterRun; n++) hash = WordHash.Add(hash, n < 0 || n == word.Length ? '_' : word[n]);
                features.Add(Key(FeatureGroup.Letters, hash), i, i);
            }
        }

        features.Begin(FeatureGroup.Characters);
        for (var i = 0; i < words.Length; i++)
        {
            var word = chars.Slice(words[i].Start, words[i].Length);
            if (!IsCharacter(word)) continue;
            var hash = WordHash.Add(WordHash.Empty, word[0]);
            features.Add(Key(FeatureGroup.Characters, hash), i, i);
            for (var back = 1; back <= 2 && i - back >= 0; back++)
            {
                var before = chars.Slice(words[i - back].Start, words[i - back].Length);
                if (!IsCharacter(before) || words[i - back].Clause != words[i].Clause) break;
                hash = WordHash.Add(hash, before[0]);
                features.Add(Key(FeatureGroup.Characters, hash), i - back, i);
            }
        }

        features.Begin(FeatureGroup.WordPairs);
        for (var i = 1; i < words.Length; i++)
        {
            if (words[i].Clause != words[i - 1].Clause) continue;
            var left = chars.Slice(words[i - 1].Start, words[i - 1].Length);
            var right = chars.Slice(words[i].Start, words[i].Length);
            if (IsCharacter(left) && IsCharacter(right)) continue;
            features.Add(Key(FeatureGroup.WordPairs, Pair(WordNumber(left, StemLength), WordNumber(right, StemLength))), i - 1, i);
        }
    }

    private static void AddConcepts(TaggedMessage message, FeatureList features)
    {
        var hits = message.Hits;
        features.Begin(FeatureGroup.Concepts);
        foreach (ref readonly var hit in hits)
        {
            if (!ConceptNumbers.IsTopic(hit.Concept)) features.Add(Key(FeatureGroup.Concepts, ConceptNumber(hit)), hit.First, hit.Last);
        }

        features.Begin(FeatureGroup.Topics);
        var run = 0;
        for (var i = 0; i < hits.Length; i++)
        {
            ref readonly var hit = ref hits[i];
            run = i > 0 && hits[i - 1].Concept == hit.Concept ? run + 1 : 1;
            if (!ConceptNumbers.IsTopic(hit.Concept)) continue;
            features.Add(Key(FeatureGroup.Topics, ConceptNumber(hit)), hit.First, hit.Last);
            if (run is 2 or 4) features.Add(Key(FeatureGroup.Topics, Pair(ConceptNumber(hit with { Negated = false }), (ulong)run)), hit.First, hit.Last);
        }

        features.Begin(FeatureGroup.ConceptPairs);
        if (hits.Length == 0) return;
        var sorted = _byPlace is { } spare && spare.Length >= hits.Length ? spare : _byPlace = new ConceptHit[Math.Max(256, hits.Length * 2)];
        var byPlace = sorted.AsSpan(0, hits.Length);
        hits.CopyTo(byPlace);
        byPlace.Sort(static (x, y) => x.First != y.First ? x.First.CompareTo(y.First) : x.Last != y.Last ? x.Last.CompareTo(y.Last) : x.Concept.CompareTo(y.Concept));
        var words = message.Words;
        for (var from = 0; from < byPlace.Length;)
        {
            var clause = words[byPlace[from].First].Clause;
            var to = from + 1;
            while (to < byPlace.Length && words[byPlace[to].First].Clause == clause) to++;
            AddPairs(byPlace[from..Math.Min(to, from + MostConceptsPaired)], features);
            from = to;
        }
    }

    private static void AddPairs(ReadOnlySpan<ConceptHit> clause, FeatureList features)
    {
        for (var i = 0; i < clause.Length; i++)
        {
            for (var j = i + 1; j < clause.Length; j++)
            {
                if (clause[i].Concept == clause[j].Concept) continue;
                var (x, y) = (ConceptNumber(clause[i]), ConceptNumber(clause[j]));
                features.Add(Key(FeatureGroup.ConceptPairs, x < y ? Pair(x, y) : Pair(y, x)), clause[i].First, Math.Max(clause[i].Last, clause[j].Last));
            }
        }
    }

    private static void AddFrames(TaggedMessage message, ReadOnlySpan<bool> fired, FeatureList features)
    {
        features.Begin(FeatureGroup.Frames);
        var any = false;
        for (var r = 0; r < fired.Length; r++)
        {
            var rule = RiskRules.All[r];
            if (fired[r])
            {
                features.Add(Key(FeatureGroup.Frames, RuleNumbers.Of(r)));
                any = true;
            }

            for (var f = 0; f < rule.Frames.Count; f++)
            {
                if (FrameMatcher.IsWithinReach(rule.Frames[f], message)) features.Add(Key(FeatureGroup.Frames, Pair(RuleNumbers.Of(r), (ulong)f)));
            }
        }

        if (any) features.Add(Key(FeatureGroup.Frames, 1));
    }

    private static void AddForm(TaggedMessage message, Speaker speaker, FeatureList features)
    {
        void Form(int kind, int value) => features.Add(Key(FeatureGroup.Form, ((ulong)(uint)kind << 32) | (uint)value));

        features.Begin(FeatureGroup.Form);
        var source = message.Text.Source.AsSpan().TrimEnd();
        var facts = message.Facts;
        Form(1, (int)speaker);
        Form(2, BitOperations.Log2((uint)message.WordCount + 1));
        if (source.EndsWith("?") || source.EndsWith("？")) Form(3, 0);
        if (source.ContainsAny('?', '？')) Form(4, 0);
        if (source.ContainsAny('"', '“', '«')) Form(5, 0);
        if (facts.Links.Count > 0) Form(6, 0);
        if (facts.Banks.Count > 0) Form(7, 0);
        if (facts.Payment.Count > 0) Form(8, 0);
        if (facts.Emails.Count > 0) Form(9, 0);
        for (var i = 0; i < facts.Money.Count; i++) Form(10, (int)facts.Money[i].Value.Role);
        for (var i = 0; i < facts.Terms.Count; i++)
        {
            Form(11, (int)(uint)WordHash.Of(facts.Terms[i].Value.Term));
            Form(12, TradePlaces.IsNamed(facts.Terms[i].Value.Place) ? 1 : 0);
        }

        for (var i = 0; i < facts.Methods.Count; i++) Form(13, (int)(uint)WordHash.Of(facts.Methods[i].Value));
    }

    private static bool IsCharacter(ReadOnlySpan<char> word) => word.Length == 1 && CharFolding.IsIdeograph(word[0]);

    /// <summary>The number of a word's beginning. Of a number only its length counts, never its value.</summary>
    private static ulong WordNumber(ReadOnlySpan<char> word, int letters)
    {
        if (!char.IsAsciiDigit(word[0])) return WordHash.Of(word[..Math.Min(letters, word.Length)]);
        foreach (var c in word)
        {
            if (char.IsLetter(c)) return 5;
        }

        return word.Length switch { <= 2 => 2, <= 4 => 3, _ => 4 };
    }

    private static ulong ConceptNumber(in ConceptHit hit) => hit.Negated ? ~ConceptNumbers.Of(hit.Concept) : ConceptNumbers.Of(hit.Concept);

    private static ulong Pair(ulong x, ulong y) => WordHash.Mix(x + 0x9e3779b97f4a7c15) ^ (y * 0xc2b2ae3d27d4eb4f);

    private static uint Key(FeatureGroup group, ulong number)
    {
        var mixed = WordHash.Mix(number + (((ulong)group + 1) * 0x9e3779b97f4a7c15));
        var key = (uint)(mixed >> 32) ^ (uint)mixed;
        return key == 0 ? 1 : key;
    }

    /// <summary>Numbers of concepts that stay the same from build to build: they come from the name.</summary>
    private static class ConceptNumbers
    {
        private static ulong[] _numbers = [];
        private static bool[] _topics = [];

        public static ulong Of(int concept)
        {
            if (concept >= _numbers.Length) Fill();
            return _numbers[concept];
        }

        public static bool IsTopic(int concept)
        {
            if (concept >= _topics.Length) Fill();
            return _topics[concept];
        }

        private static void Fill()
        {
            var names = Enumerable.Range(0, Concept.Count).Select(Concept.NameOf).ToArray();
            _topics = [.. names.Select(n => n.StartsWith(TopicPrefix, StringComparison.Ordinal))];
            _numbers = [.. names.Select(n => WordHash.Of(n))];
        }
    }

    /// <summary>Numbers of rules that stay the same when rules are added.</summary>
    private static class RuleNumbers
    {
        private static readonly ulong[] Numbers = [.. RiskRules.All.Select(r => WordHash.Of(r.Id))];

        public static ulong Of(int rule) => Numbers[rule];
    }
}
