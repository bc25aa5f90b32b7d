using SourcingBot.Risk.Engine;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SourcingBot.Risk.OwnRules;

/// <summary>Reads one file of a team's own rules. Pure: the text comes in, a rule or its faults go out.</summary>
internal sealed class OwnRuleReader
{
    /// <summary>More phrases than this are a list for another tool.</summary>
    private const int MostPhrases = 500;

    private const int LongestWords = 600;

    private const string NotYaml = "This is not YAML from here on: look for a missing quotation mark or bracket, a tab, or another indentation.";

    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
        { "id", "category", "severity", "stop", "title", "phrases", "unless", "why", "do", "reply", "source", "fires", "silent" };

    private readonly string _file;
    private readonly List<OwnRuleFault> _faults = [];
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);

    private OwnRuleReader(string file) => _file = file;

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name, for messages about faults.</param>
    /// <param name="text">What it holds.</param>
    /// <returns>The rule, or null and at least one fault.</returns>
    public static (OwnRule? Rule, IReadOnlyList<OwnRuleFault> Faults) Read(string file, string text)
    {
        var reader = new OwnRuleReader(file);
        var rule = reader.Read(text);
        return reader._faults.Count > 0 ? (null, reader._faults) : (rule, []);
    }

    private OwnRule? Read(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException fault)
        {
            _faults.Add(new OwnRuleFault(_file, (int)fault.Start.Line, (int)fault.Start.Column, NotYaml));
            return null;
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or FormatException)
        {
            // The parser ends so on some texts, a bracket that is never closed for one, and does not say where.
            _faults.Add(new OwnRuleFault(_file, 0, 0, NotYaml));
            return null;
        }

        if (stream.Documents is not [{ RootNode: YamlMappingNode root }])
        {
            _faults.Add(new OwnRuleFault(_file, 0, 0, "One rule is wanted: lines such as “id: old-mould”."));
            return null;
        }

        foreach (var (key, value) in root.Children)
        {
            if (key is YamlScalarNode { Value: { } name } && Keys.Contains(name)) _values[name] = value;
            else Fault(key, $"There is no such key. Known are: {string.Join(", ", Keys)}.");
        }

        var id = Text("id");
        if (id is not null && (id.Length > 60 || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') || !char.IsAsciiLetterLower(id[0])))
            Fault("id", "An id is lower-case letters, digits and hyphens, as “old-mould”.");
        if (id is not null && (id == RiskScanner.WordingRule || RiskRules.All.Any(r => r.Id == id))) Fault("id", $"“{id}” is a built-in rule. Choose another id.");
        var category = Text("category");
        if (category is not null && !RiskRules.Categories.Contains(category)) Fault("category", $"There is no such category. Known are: {string.Join(", ", RiskRules.Categories.Order(StringComparer.Ordinal))}.");
        var severity = Text("severity");
        if (!Enum.TryParse<Severity>(severity, ignoreCase: true, out var known) || int.TryParse(severity, out _)) Fault("severity", "critical, high, medium or low is wanted.");
        var stop = Optional("stop");
        if (stop is not (null or "true" or "false")) Fault("stop", "true or false is wanted.");
        var phrases = Patterns("phrases");
        if (phrases.Count == 0 && _values.ContainsKey("phrases")) Fault("phrases", "At least one phrase is wanted.");
        var (fires, silent) = (Examples("fires"), Examples("silent"));
        var rule = new OwnRule
        {
            File = _file,
            Id = id ?? string.Empty,
            Category = category ?? string.Empty,
            Severity = known,
            Stops = stop == "true",
            Title = Text("title") ?? string.Empty,
            Why = Text("why") ?? string.Empty,
            Do = Text("do") ?? string.Empty,
            Reply = Text("reply") ?? string.Empty,
            Source = Optional("source") ?? "Your team's own rule",
            Fires = fires,
            Silent = silent,
            Phrases = phrases,
            Unless = _values.ContainsKey("unless") ? Patterns("unless") : [],
        };
        return rule;
    }

    private string? Text(string key)
    {
        if (Optional(key) is { Length: > 0 } text) return text;
        if (!_faults.Exists(f => f.Words.Contains($"“{key}”", StringComparison.Ordinal))) Fault(key, $"The key “{key}” is missing or empty.");
        return null;
    }

    private string? Optional(string key)
    {
        if (!_values.TryGetValue(key, out var node)) return null;
        if (node is not YamlScalarNode { Value: { } value })
        {
            Fault(key, $"One text is wanted for “{key}”.");
            return null;
        }

        if (value.Length <= LongestWords) return value.Trim();
        Fault(key, $"“{key}” is longer than {LongestWords} characters.");
        return null;
    }

    private List<Step[]> Patterns(string key)
    {
        var steps = new List<Step[]>();
        foreach (var (text, node) in List(key))
        {
            try
            {
                steps.AddRange(LexiconPattern.Expand(text));
                if (steps.Count > MostPhrases * 8) throw new FormatException("All together these stand for too many phrases.");
                if (LexiconPattern.Expand(text).Any(s => s.All(w => w.Word.Length == 0))) throw new FormatException("A phrase needs at least one word.");
            }
            catch (FormatException fault)
            {
                Fault(node, fault.Message);
            }
        }

        return steps;
    }

    private List<OwnRuleExample> Examples(string key)
    {
        var examples = List(key).ConvertAll(e => new OwnRuleExample(e.Text, (int)e.Node.Start.Line));
        if (examples.Count == 0) Fault(key, $"At least one example is wanted under “{key}”: it shows that the rule does what it should.");
        return examples;
    }

    private List<(string Text, YamlNode Node)> List(string key)
    {
        if (!_values.TryGetValue(key, out var node))
        {
            if (key == "phrases") Fault(key, "The key “phrases” is missing or empty.");
            return [];
        }

        if (node is not YamlSequenceNode sequence)
        {
            Fault(key, $"A list is wanted for “{key}”: each entry in its own line, behind a hyphen.");
            return [];
        }

        var entries = new List<(string, YamlNode)>();
        foreach (var entry in sequence.Children)
        {
            if (entry is YamlScalarNode { Value: { } value } && !string.IsNullOrWhiteSpace(value)) entries.Add((value.Trim(), entry));
            else Fault(entry, "One text is wanted here; put it in quotation marks if it holds a colon.");
        }

        if (entries.Count > MostPhrases) Fault(key, $"There are more than {MostPhrases} entries under “{key}”.");
        return entries;
    }

    private void Fault(string key, string words)
    {
        if (_values.TryGetValue(key, out var node)) Fault(node, words);
        else _faults.Add(new OwnRuleFault(_file, 0, 0, words));
    }

    private void Fault(YamlNode node, string words) => _faults.Add(new OwnRuleFault(_file, (int)node.Start.Line, (int)node.Start.Column, words));
}
