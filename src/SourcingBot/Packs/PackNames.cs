using System.Globalization;
using System.Text;
using SourcingBot.Evidence;

namespace SourcingBot.Packs;

/// <summary>Gives exhibits names that every system can unpack, whatever their files were called.</summary>
internal static class PackNames
{
    private const int MostUnits = 60;
    private const int MostBytes = 120;
    private const int LongestExtension = 10;
    private const string Marks = " -_()+,&'@=.";

    /// <summary>
    /// The name in the pack: "E01 carton.jpg". The number stands in front, so that names differ and none is a word that Windows keeps for itself.
    /// Letters and digits of all alphabets stay; folders, pictograms, control characters and direction marks go.
    /// </summary>
    /// <param name="label">The exhibit's number, as "E01".</param>
    /// <param name="name">The file's name as it came.</param>
    /// <param name="kind">What its first bytes say it is.</param>
    /// <param name="rules">Which extension belongs to which content.</param>
    public static string Of(string label, string name, FileKind kind, UploadRules rules)
    {
        var (stem, extension) = Split(LastStep(name));
        extension = rules.Extension(extension, kind);
        return (label + " " + Harmless(stem)).TrimEnd() + (extension.Length > 0 ? "." + extension : "");
    }

    /// <summary>The extension of a name in lower case, without a dot; empty where it has none.</summary>
    /// <param name="name">The name as it came.</param>
    public static string ExtensionOf(string name) => Split(LastStep(name)).Extension;

    private static string LastStep(string name)
    {
        var plain = PlainText.OnOneLine(name).TrimEnd(' ', '.');
        return plain[(plain.LastIndexOfAny(['/', '\\']) + 1)..];
    }

    private static (string Stem, string Extension) Split(string name)
    {
        var dot = name.LastIndexOf('.');
        var extension = dot < 0 ? "" : name[(dot + 1)..];
        return extension.Length is > 0 and <= LongestExtension && extension.All(char.IsAsciiLetterOrDigit) ? (name[..dot], extension.ToLowerInvariant()) : (name, "");
    }

    private static string Harmless(string stem)
    {
        var kept = new StringBuilder();
        var bytes = 0;
        foreach (var rune in stem.EnumerateRunes())
        {
            var harmless = IsLetter(rune) || (rune.IsAscii && Marks.Contains((char)rune.Value, StringComparison.Ordinal)) ? rune : new Rune('_');
            bytes += harmless.Utf8SequenceLength;
            if (kept.Length + harmless.Utf16SequenceLength > MostUnits || bytes > MostBytes) break;
            if (harmless.Value != '_' || kept.Length == 0 || kept[^1] != '_') kept.Append(harmless);
        }

        return kept.ToString().Trim(' ', '.', '_');
    }

    private static bool IsLetter(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
