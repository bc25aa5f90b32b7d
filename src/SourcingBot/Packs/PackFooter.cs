using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Packs;

/// <summary>The left side of a document's footer: the case, the document and its day.</summary>
internal static class PackFooter
{
    /// <summary>The words.</summary>
    /// <param name="file">The case.</param>
    /// <param name="document">The document's name.</param>
    public static string Of(CaseFile file, string document) => When.Say(Words.PackFooter, file.ShortName, document, PackSay.DayIn(file.Changed, file.Zone));
}
