using System.Globalization;
using NodaTime;
using SourcingBot.Cases;

namespace SourcingBot.Host.Pages;

/// <summary>Reads and writes the hidden fields of a case's forms.</summary>
internal static class CaseFields
{
    /// <summary>The verb of the evidence pack, which is a download here.</summary>
    public const string Pack = CaseVerbs.Pack;

    /// <summary>The verb of an offer, which has a field of its own here.</summary>
    public const string Offer = CaseVerbs.Offer;

    /// <summary>The verb that puts a question off.</summary>
    public const string Later = CaseVerbs.Later;

    /// <summary>The verb that leaves a question out.</summary>
    public const string Skip = CaseVerbs.Skip;

    /// <summary>The address of a case with the answer to what was said.</summary>
    /// <param name="name">The case's name.</param>
    /// <param name="ask">What was said.</param>
    public static string PageOf(string name, Guid ask) => $"/cases/{Uri.EscapeDataString(name)}?said={ask:N}";

    /// <summary>The moment at which a page was made, as its forms carry it.</summary>
    /// <param name="sheet">The case.</param>
    public static string ShownOf(CaseSheet sheet) => sheet.ReadAt.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture);

    /// <summary>What a form is about. A moment that cannot be read counts as long ago, so that nobody's answer is overwritten.</summary>
    /// <param name="sheet">The case.</param>
    /// <param name="question">The question, or null; from outside.</param>
    /// <param name="verb">What was pressed, or null; from outside.</param>
    /// <param name="shown">The moment; from outside.</param>
    public static CaseForm FormOf(CaseSheet sheet, string? question, string? verb, string? shown)
    {
        var isTime = long.TryParse(shown, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= sheet.ReadAt.ToUnixTimeTicks();
        return new CaseForm(sheet.Id, question, string.IsNullOrEmpty(verb) ? null : verb, isTime ? Instant.FromUnixTimeTicks(ticks) : Instant.FromUnixTimeTicks(0));
    }
}
