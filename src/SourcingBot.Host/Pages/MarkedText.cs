using Microsoft.AspNetCore.Html;
using SourcingBot.Chat;

namespace SourcingBot.Host.Pages;

/// <summary>Cuts a quotation into marked and unmarked pieces.</summary>
internal static class MarkedText
{
    /// <summary>The quotation for a page: every word encoded, the marked ones in mark elements.</summary>
    /// <param name="quote">The quotation.</param>
    public static IHtmlContent Html(UntrustedQuote quote)
    {
        var html = new HtmlContentBuilder();
        foreach (var (text, marked) in Of(quote))
        {
            if (marked) html.AppendHtml("<mark>").Append(text).AppendHtml("</mark>");
            else html.Append(text);
        }

        return html;
    }

    /// <summary>The pieces in order.</summary>
    /// <param name="quote">The quotation.</param>
    public static IEnumerable<(string Text, bool Marked)> Of(UntrustedQuote quote)
    {
        var at = 0;
        foreach (var mark in quote.Marks)
        {
            if (mark.Start > at) yield return (quote.Text[at..mark.Start], false);
            yield return (mark.In(quote.Text), true);
            at = mark.End;
        }

        if (at < quote.Text.Length) yield return (quote.Text[at..], false);
    }
}
