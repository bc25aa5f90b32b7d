using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace SourcingBot.Text;

/// <summary>A place in a JSON data file. Reading the wrong thing says which file, which place and what is expected there.</summary>
internal readonly struct DataNode
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };
    private readonly string _file;
    private readonly string _path;
    private readonly JsonElement _element;

    private DataNode(string file, string path, JsonElement element) => (_file, _path, _element) = (file, path, element);

    /// <summary>Reads a file's text.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="json">Its text.</param>
    /// <exception cref="DataFileException">It is no JSON; the message names the line.</exception>
    public static DataNode Parse(string file, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return new DataNode(file, "", document.RootElement.Clone());
        }
        catch (JsonException e)
        {
            throw new DataFileException($"{file}, line {(e.LineNumber ?? 0) + 1}: this is not JSON, or a key stands there twice. {e.Message}", e);
        }
    }

    /// <summary>The error for this place.</summary>
    /// <param name="expected">What should stand here, as "a whole number from 0 to 9".</param>
    public DataFileException Wrong(string expected)
    {
        var found = _element.GetRawText();
        var place = _path.Length == 0 ? "the file" : _path;
        return new DataFileException($"{_file}: {place}: expected {expected}, found {(found.Length <= 60 ? found : found[..60] + "…")}.");
    }

    /// <summary>Refuses keys that nobody reads: a slip of the pen would otherwise be a rule that never applies.</summary>
    /// <param name="keys">The keys that may stand here.</param>
    public void Only(params IEnumerable<string> keys)
    {
        if (_element.ValueKind != JsonValueKind.Object) throw Wrong("an object");
        foreach (var property in _element.EnumerateObject())
        {
            if (!keys.Contains(property.Name, StringComparer.Ordinal)) throw At("." + property.Name, property.Value).Wrong($"no such key here; the keys are {string.Join(", ", keys)}");
        }
    }

    /// <summary>What stands under a key, or null.</summary>
    /// <param name="key">The key.</param>
    public DataNode? Find(string key)
    {
        if (_element.ValueKind != JsonValueKind.Object) throw Wrong("an object");
        return _element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? At("." + key, value) : null;
    }

    /// <summary>What must stand under a key.</summary>
    /// <param name="key">The key.</param>
    public DataNode Get(string key) => Find(key) ?? throw Wrong($"the key \"{key}\"");

    /// <summary>The members of a list.</summary>
    public IReadOnlyList<DataNode> Items()
    {
        if (_element.ValueKind != JsonValueKind.Array) throw Wrong("a list");
        var self = this;
        return [.. _element.EnumerateArray().Select((item, i) => self.At($"[{i}]", item))];
    }

    /// <summary>The keys and values of an object.</summary>
    public IReadOnlyList<(string Key, DataNode Value)> Members()
    {
        if (_element.ValueKind != JsonValueKind.Object) throw Wrong("an object");
        var self = this;
        return [.. _element.EnumerateObject().Select(p => (p.Name, self.At("." + p.Name, p.Value)))];
    }

    /// <summary>A text that is not empty.</summary>
    public string Text() =>
        _element.ValueKind == JsonValueKind.String && _element.GetString() is { Length: > 0 } text ? text : throw Wrong("a text in quotes");

    /// <summary>True or false.</summary>
    public bool Flag() => _element.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => throw Wrong("true or false") };

    /// <summary>A whole number within bounds.</summary>
    /// <param name="least">The least.</param>
    /// <param name="most">The most.</param>
    public int Number(int least, int most) =>
        _element.ValueKind == JsonValueKind.Number && _element.TryGetInt32(out var number) && number >= least && number <= most
            ? number : throw Wrong($"a whole number from {least} to {most}");

    /// <summary>A number above zero.</summary>
    public decimal Amount() => _element.ValueKind == JsonValueKind.Number && _element.TryGetDecimal(out var number) && number > 0 ? number : throw Wrong("a number above zero");

    /// <summary>A date as "2026-02-17".</summary>
    public LocalDate Date() =>
        LocalDatePattern.Iso.Parse(Text()) is { Success: true } date ? date.Value : throw Wrong("a date as \"2026-02-17\"");

    /// <summary>One of an enumeration's names, in lower case with hyphens.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    public T OneOf<T>() where T : struct, Enum =>
        KebabNames<T>.ByName.TryGetValue(Text(), out var value) ? value : throw Wrong("one of " + string.Join(", ", KebabNames<T>.ByName.Keys.Order(StringComparer.Ordinal)));

    private DataNode At(string step, JsonElement element) => new(_file, _path.Length == 0 ? step.TrimStart('.') : _path + step, element);
}

/// <summary>The names of an enumeration as data files write them: "TradeAssurance" is "trade-assurance".</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal static class KebabNames<T> where T : struct, Enum
{
    /// <summary>The values by name.</summary>
    public static IReadOnlyDictionary<string, T> ByName { get; } =
        Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()), StringComparer.Ordinal);

    /// <summary>The name of a value.</summary>
    /// <param name="value">The value.</param>
    public static string Of(T value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
