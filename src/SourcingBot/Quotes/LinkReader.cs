using SourcingBot.Text;

namespace SourcingBot.Quotes;

/// <summary>Reads links, bare domains and e-mail addresses.</summary>
internal static class LinkReader
{
    /// <summary>Reads them.</summary>
    /// <param name="text">The message as it was given.</param>
    /// <param name="links">Receives links and domains.</param>
    /// <param name="emails">Receives addresses.</param>
    public static void Read(string text, List<Fact<LinkFact>> links, List<Fact<string>> emails)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!IsAddressChar(text[i]))
            {
                i++;
                continue;
            }

            var end = i;
            while (end < text.Length && IsAddressChar(text[end])) end++;
            var stop = end;
            while (stop > i && text[stop - 1] is '.' or ',' or ':' or ';' or '-' or '?' or '/') stop--;
            if (stop - i >= 4) Classify(text, i, stop, links, emails);
            i = end;
        }
    }

    private static void Classify(string text, int start, int end, List<Fact<LinkFact>> links, List<Fact<string>> emails)
    {
        var word = text.AsSpan(start, end - start);
        var span = new TextSpan(start, end - start);
        var scheme = word.IndexOf("://");
        if (scheme < 0 && word.IndexOf('@') is > 0 and var at && IsDomain(word[(at + 1)..]))
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

    private static bool IsAddressChar(char c) => char.IsAsciiLetterOrDigit(c) || "-._~:/?#@!$&'*+,;=%".Contains(c, StringComparison.Ordinal);
}
