using System.Buffers;
using SourcingBot.Text;

namespace SourcingBot.Quotes;

/// <summary>Reads links, bare domains and e-mail addresses.</summary>
internal static class LinkReader
{
    private static readonly SearchValues<char> Signs = SearchValues.Create(".@:");

    /// <summary>Reads them.</summary>
    /// <param name="text">The message as it was given.</param>
    /// <param name="links">Receives links and domains.</param>
    /// <param name="emails">Receives addresses.</param>
    public static void Read(string text, FactList<LinkFact> links, FactList<string> emails)
    {
        // Every address holds a point, an at sign or a colon: only the words around these are looked at, each once.
        var done = 0;
        while (text.AsSpan(done).IndexOfAny(Signs) is >= 0 and var found)
        {
            var sign = done + found;
            var (start, end) = (sign, sign + 1);
            while (start > done && IsAddressChar(text[start - 1])) start--;
            while (end < text.Length && IsAddressChar(text[end])) end++;
            var stop = end;
            while (stop > start && text[stop - 1] is '.' or ',' or ':' or ';' or '-' or '?' or '/') stop--;
            if (stop - start >= 4 && stop > sign) Classify(text, start, stop, links, emails);
            done = end;
        }
    }

    private static void Classify(string text, int start, int end, FactList<LinkFact> links, FactList<string> emails)
    {
        var word = text.AsSpan(start, end - start);
        var span = new TextSpan(start, end - start);
        var scheme = word.IndexOf("://");
        if (scheme < 0 && word.IndexOf('@') is > 0 and var at && (IsDomain(word[(at + 1)..]) || IsNumberedMail(word[(at + 1)..])))
        {
            emails.Add(new(word.ToString(), span));
            return;
        }

        var rest = scheme >= 0 ? word[(scheme + 3)..] : word;
        var host = rest.IndexOfAny('/', '?', '#') is >= 0 and var cut ? rest[..cut] : rest;
        if (host.LastIndexOf('@') is >= 0 and var user) host = host[(user + 1)..];
        if (host.IndexOf(':') is >= 0 and var port) host = host[..port];
        if (scheme < 0 ? !IsDomain(host) : host.IsEmpty) return;
        links.Add(new(new LinkFact(word.ToString(), host.ToString().ToLowerInvariant()), span));
    }

    private static bool IsDomain(ReadOnlySpan<char> host)
    {
        var dot = host.LastIndexOf('.');
        if (dot < 1 || host.Length - dot - 1 is < 2 or > 12) return false;
        foreach (var c in host[(dot + 1)..])
        {
            if (!char.IsAsciiLetter(c)) return false;
        }

        var letters = 0;
        foreach (var c in host[..dot])
        {
            if (c == '.' || c == '-') continue;
            if (!char.IsAsciiLetterOrDigit(c)) return false;
            letters += char.IsAsciiLetter(c) ? 1 : 0;
        }

        return letters > 1;
    }

    /// <summary>Mail services of China are named by a number: 163.com, 126.com.</summary>
    private static bool IsNumberedMail(ReadOnlySpan<char> host) => host is "163.com" or "126.com" or "139.com" or "188.com" or "189.cn";

    private static bool IsAddressChar(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' or ':' or '/' or '?' or '#' or '@' or '!' or '$' or '&' or '\'' or '*' or '+' or ',' or ';' or '=' or '%';
}
