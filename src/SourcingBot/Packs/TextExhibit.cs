using SourcingBot.Orders;
using SourcingBot.Packs.Docx;
using SourcingBot.Resources;

namespace SourcingBot.Packs;

/// <summary>An exhibit that consists of words, as a document of its own.</summary>
internal static class TextExhibit
{
    /// <summary>Writes it.</summary>
    /// <param name="file">The case.</param>
    /// <param name="exhibit">The exhibit.</param>
    /// <param name="text">Its words.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static Task<byte[]> WriteAsync(CaseFile file, Exhibit exhibit, ExhibitText text, CancellationToken cancellationToken)
    {
        var name = When.Say(Words.PackExhibitNumbered, exhibit.Label);
        var page = new DocxWriter();
        page.Add(When.Say(Words.PackEyebrow, name, file.ShortName), DocxStyle.Eyebrow);
        page.Add(PlainText.OnOneLine(exhibit.Ask), DocxStyle.Title);
        page.Add(exhibit.Shows);
        page.Add(Words.PackBuyersWords, DocxStyle.Heading1);
        page.Add(text.Text, DocxStyle.Quote);
        return page.ToBytesAsync(When.Say(Words.PackFileTitle, name, file.ShortName), PackFooter.Of(file, name), file.Changed, cancellationToken);
    }
}
