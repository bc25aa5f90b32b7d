using SourcingBot.Risk.Engine;
using SourcingBot.Text;

namespace SourcingBot.Cases;

/// <summary>
/// Tells which questions a text answers, from phrases in a data file: "@importer yes" and then phrases that answer it, "@importer no" and those that
/// deny it, "@importer topic" and the words without which the text cannot speak of it at all. Careful: a yes is only what is said outright. Pure.
/// </summary>
internal sealed class AnswerPhrases
{
    /// <summary>".." stands for up to so many words.</summary>
    private const int LongestGap = 8;

    /// <summary>A negation reaches so many words forward, within its clause.</summary>
    private const int NegationReach = 4;

    /// <summary>What stands further back in a text is not read.</summary>
    private const int LongestText = 20_000;

    private const string Gap = " .. ";

    private static readonly HashSet<string> Negations = new(StringComparer.Ordinal)
    {
        "not", "no", "never", "without", "cannot", "can't", "cant", "don't", "dont", "doesn't", "isn't", "aren't", "won't", "except", "excluding", "excluded", "excludes",
        "exclude", "nobody", "neither", "nor", "none",
    };

    /// <summary>A sentence with one of these promises nothing.</summary>
    private static readonly HashSet<string> Hedges = new(StringComparer.Ordinal)
    {
        "usually", "normally", "maybe", "perhaps", "probably", "might", "should", "depends", "depending", "generally", "mostly", "often", "sometimes", "try", "hope", "later",
        "discuss", "negotiable", "unless", "would", "could", "possible", "possibly", "approximately", "tbc", "tbd", "unclear",
    };

    private readonly Dictionary<string, Entries> _byQuestion = new(StringComparer.Ordinal);

    /// <summary>Reads a data file of the assembly.</summary>
    /// <param name="resource">Its resource name.</param>
    /// <exception cref="FormatException">It is not well formed; the message names file and line.</exception>
    public AnswerPhrases(string resource)
    {
        var number = 0;
        List<Phrase>? into = null;
        foreach (var line in Resource.Lines(resource))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '@') into = ListOf(line) ?? throw new FormatException($"{resource} line {number}: “@question yes”, “no” or “topic” is expected.");
            else if (into is null) throw new FormatException($"{resource} line {number}: phrases stand before the first question.");
            else into.AddRange(line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Phrase.Of));
        }
    }

    /// <summary>The questions that the file names.</summary>
    public IReadOnlyCollection<string> Questions => _byQuestion.Keys;

    /// <summary>Yes or no by question; what is left open or unclear is not in it.</summary>
    /// <param name="text">The text; from outside.</param>
    public Dictionary<string, bool> Read(string text)
    {
        var words = new SaidWords(text.Length <= LongestText ? text : text[..LongestText]);
        var found = new Dictionary<string, bool>(StringComparer.Ordinal);
        if (words.Count == 0) return found;
        foreach (var (question, entries) in _byQuestion)
        {
            var yes = entries.Yes.Exists(p => words.Says(p, isYes: true));
            var no = entries.No.Exists(p => words.Says(p, isYes: false));
            if (yes != no) found[question] = yes;
            else if (!yes && !entries.Topic.Exists(words.Mentions)) found[question] = false;
        }

        return found;
    }

    private List<Phrase>? ListOf(string line)
    {
        if (line[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var question, var kind]) return null;
        if (!_byQuestion.TryGetValue(question, out var entries)) _byQuestion[question] = entries = new Entries([], [], []);
        return kind switch { "yes" => entries.Yes, "no" => entries.No, "topic" => entries.Topic, _ => null };
    }

    private sealed record Entries(List<Phrase> Yes, List<Phrase> No, List<Phrase> Topic);

    /// <summary>Parts in this order, each one of several word sequences.</summary>
    private sealed record Phrase(IReadOnlyList<IReadOnlyList<Step[]>> Parts)
    {
        public static Phrase Of(string entry) => new([.. entry.Split(Gap).Select(p => (IReadOnlyList<Step[]>)[.. LexiconPattern.Expand(p)])]);
    }

    /// <summary>The words of a text, sentence by sentence.</summary>
    private sealed class SaidWords
    {
        private readonly FoldedText _text;
        private readonly List<Token> _tokens;
        private readonly string[] _words;
        private readonly bool[] _promises;

        public SaidWords(string text)
        {
            _text = FoldedText.Of(text);
            _tokens = Tokens.Of(_text);
            _words = [.. _tokens.Select(t => _text.Chars.Slice(t.Start, t.Length).ToString())];
            _promises = new bool[_words.Length];
            for (var from = 0; from < _words.Length;)
            {
                var to = from;
                while (to < _words.Length && _tokens[to].Sentence == _tokens[from].Sentence) to++;
                Array.Fill(_promises, !IsQuestion(to) && !_words[from..to].Any(Hedges.Contains), from, to - from);
                from = to;
            }
        }

        public int Count => _words.Length;

        public bool Mentions(Phrase phrase) => Enumerable.Range(0, Count).Any(i => EndOf(phrase, 0, i) >= 0);

        public bool Says(Phrase phrase, bool isYes)
        {
            for (var i = 0; i < Count; i++)
            {
                if (_promises[i] && EndOf(phrase, 0, i) is >= 0 and var last && !(isYes && IsNegated(i, last))) return true;
            }

            return false;
        }

        /// <summary>The last word of a phrase whose part begins at a word; -1 where it does not.</summary>
        private int EndOf(Phrase phrase, int part, int at)
        {
            foreach (var steps in phrase.Parts[part])
            {
                if (!Fits(steps, at)) continue;
                var last = at + steps.Length - 1;
                if (part + 1 == phrase.Parts.Count) return last;
                for (var next = last + 1; next <= last + 1 + LongestGap && next < Count && _tokens[next].Sentence == _tokens[at].Sentence; next++)
                {
                    if (EndOf(phrase, part + 1, next) is >= 0 and var end) return end;
                }
            }

            return -1;
        }

        private bool Fits(Step[] steps, int at)
        {
            if (at + steps.Length > Count || _tokens[at + steps.Length - 1].Sentence != _tokens[at].Sentence) return false;
            for (var i = 0; i < steps.Length; i++)
            {
                var word = _words[at + i];
                if (steps[i].Word.Length > 0 && !(steps[i].IsPrefix ? word.StartsWith(steps[i].Word, StringComparison.Ordinal) : word == steps[i].Word)) return false;
            }

            return true;
        }

        private bool IsNegated(int first, int last)
        {
            for (var i = Math.Max(0, first - NegationReach); i <= last; i++)
            {
                if (Negations.Contains(_words[i]) && (i >= first || _tokens[i].Clause == _tokens[first].Clause)) return true;
            }

            // "Duty and VAT are included, but not the storage" denies something else; "duty included? no" and "included not" deny this.
            return last + 1 < Count && _tokens[last + 1].Clause == _tokens[last].Clause && Negations.Contains(_words[last + 1]);
        }

        /// <summary>Whether the sentence before a word ends in a question mark.</summary>
        private bool IsQuestion(int next)
        {
            var from = _tokens[next - 1].Start + _tokens[next - 1].Length;
            var to = next < _tokens.Count ? _tokens[next].Start : _text.Length;
            return _text.Chars[from..to].IndexOfAny('?', '？') >= 0;
        }
    }
}
