using NodaTime;
using SourcingBot.Evidence;
using SourcingBot.Text;

namespace SourcingBot.Packs;

/// <summary>What files the marketplace's form takes, as far as it is published. Facts from a data file, each with its source.</summary>
internal sealed record UploadRules
{
    private const string FileName = "uploads.json";

    /// <summary>The rules that are part of the program.</summary>
    /// <exception cref="DataFileException">The file is wrong: the build is broken.</exception>
    public static UploadRules BuiltIn { get; } = Read(FileName, Resource.All("SourcingBot.Packs." + FileName));

    /// <summary>When the sources were last looked at.</summary>
    public required LocalDate Checked { get; init; }

    /// <summary>The extensions that the form lists, in lower case without a dot.</summary>
    public required IReadOnlyList<string> Accepted { get; init; }

    /// <summary>Where the list is published.</summary>
    public required string AcceptedSource { get; init; }

    /// <summary>The largest size that is published, in bytes.</summary>
    public required int MostBytes { get; init; }

    /// <summary>Where the size is published, and for what.</summary>
    public required string MostSource { get; init; }

    /// <summary>Where it is published that the form refuses characters that are not English.</summary>
    public required string EnglishSource { get; init; }

    /// <summary>Where it is published that both sides see what is uploaded.</summary>
    public required string SharedSource { get; init; }

    /// <summary>The extensions of what a file is by its first bytes, the usual one first.</summary>
    public required IReadOnlyDictionary<FileKind, IReadOnlyList<string>> Types { get; init; }

    /// <summary>Extensions that say the same as a listed one, and the listed one.</summary>
    public required IReadOnlyDictionary<string, string> Rename { get; init; }

    /// <summary>Kinds in which many formats hide, so that an unknown extension says more than the content.</summary>
    public required IReadOnlyList<FileKind> Shells { get; init; }

    /// <summary>Whether the form lists an extension.</summary>
    /// <param name="extension">In lower case, without a dot.</param>
    public bool Takes(string extension) => Accepted.Contains(extension, StringComparer.Ordinal);

    /// <summary>The extension that fits a file's content. A name may say what it likes: the content decides where it is known.</summary>
    /// <param name="extension">The extension of its name in lower case, or an empty text.</param>
    /// <param name="kind">What its first bytes say it is.</param>
    public string Extension(string extension, FileKind kind)
    {
        var fits = !Types.TryGetValue(kind, out var fitting) || fitting.Contains(extension, StringComparer.Ordinal)
            || (extension.Length > 0 && !IsKnown(extension) && Shells.Contains(kind));
        if (!fits) return Types[kind][0];
        return Rename.TryGetValue(extension, out var listed) ? listed : extension;
    }

    /// <summary>Whether the name says a type that its content would show, and the content does not.</summary>
    /// <param name="extension">The extension of its name in lower case.</param>
    /// <param name="kind">What its first bytes say it is.</param>
    public bool Contradicts(string extension, FileKind kind)
    {
        if (!IsKnown(extension)) return false;

        // Text in an older encoding shows nothing by its first bytes, so a name that says text is believed.
        return Types.TryGetValue(kind, out var fitting) ? !fitting.Contains(extension, StringComparer.Ordinal)
            : !Types[FileKind.Text].Contains(extension, StringComparer.Ordinal);
    }

    private bool IsKnown(string extension) => Types.Values.Any(fitting => fitting.Contains(extension, StringComparer.Ordinal));

    /// <summary>Reads a file of rules.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="json">Its text.</param>
    /// <exception cref="DataFileException">It is wrong; the message names file and place.</exception>
    public static UploadRules Read(string file, string json)
    {
        var root = DataNode.Parse(file, json);
        root.Only("checked", "accepted", "largest", "english", "shared", "rename", "shells", "types");
        var accepted = root.Get("accepted");
        accepted.Only("extensions", "source");
        var largest = root.Get("largest");
        largest.Only("bytes", "source");
        return new UploadRules
        {
            Checked = root.Get("checked").Date(),
            Accepted = Names(accepted.Get("extensions")),
            AcceptedSource = accepted.Get("source").Text(),
            MostBytes = largest.Get("bytes").Number(1, int.MaxValue),
            MostSource = largest.Get("source").Text(),
            EnglishSource = root.Get("english").Get("source").Text(),
            SharedSource = root.Get("shared").Get("source").Text(),
            Rename = root.Get("rename").Members().ToDictionary(m => m.Key, m => m.Value.Text(), StringComparer.Ordinal),
            Shells = [.. root.Get("shells").Items().Select(n => n.OneOf<FileKind>())],
            Types = root.Get("types").Members().ToDictionary(
                m => KebabNames<FileKind>.ByName.TryGetValue(m.Key, out var kind) ? kind : throw m.Value.Wrong("the name of a kind of file"), m => (IReadOnlyList<string>)Names(m.Value)),
        };
    }

    private static List<string> Names(DataNode node)
    {
        var names = node.Items().Select(n => n.Text().All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) ? n.Text() : throw n.Wrong("an extension in lower case without a dot")).ToList();
        return names.Count > 0 ? names : throw node.Wrong("at least one extension");
    }
}
