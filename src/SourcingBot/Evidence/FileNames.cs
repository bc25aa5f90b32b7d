using System.Text;
using SourcingBot.Checks;

namespace SourcingBot.Evidence;

/// <summary>Makes a file's name fit to be shown. No file is ever stored under a name from outside.</summary>
public static class FileNames
{
    /// <summary>The most UTF-16 units of a shown name.</summary>
    public const int Longest = 150;

    private const int LongestEnding = 12;

    private const string Nameless = "file";

    /// <summary>The name without folders and without characters that hide or turn what it says, cut in its middle where it is long.</summary>
    /// <param name="name">As it came.</param>
    public static string Shown(string? name)
    {
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name ?? string.Empty));
        whole = whole[(whole.LastIndexOfAny(['/', '\\']) + 1)..];
        var shown = string.Join(' ', ShownText.OnOneLine(string.Concat(whole.Where(c => !IsUnseen(c)))).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        if (shown.Length == 0) return Nameless;
        if (shown.Length <= Longest) return shown;
        var dot = shown.LastIndexOf('.');
        var ending = dot >= 0 && shown.Length - dot <= LongestEnding ? shown[dot..] : string.Empty;
        var cut = Longest - ending.Length - 1;
        return string.Concat(shown.AsSpan(0, char.IsHighSurrogate(shown[cut - 1]) ? cut - 1 : cut), "…", ending);
    }

    /// <summary>Marks that take no place and only turn or join words; the joiner of emoji stays.</summary>
    private static bool IsUnseen(char c) => c is '\u200b' or '\u200e' or '\u200f' or '\u2060' or '\ufeff' or '\u061c';
}
