using System.Globalization;
using SourcingBot.Evidence;
using SourcingBot.Flows;

namespace SourcingBot.Packs;

/// <summary>What an exhibit consists of.</summary>
public abstract record ExhibitContent;

/// <summary>A file that is kept for the case.</summary>
/// <param name="FileId">By which its bytes are opened.</param>
/// <param name="Name">Its name as it came from outside.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">The SHA-256 of its bytes in hexadecimal, as it was when the file came in.</param>
/// <param name="Kind">What its first bytes say it is.</param>
public sealed record ExhibitFile(Guid FileId, string Name, long Size, string Sha256, FileKind Kind) : ExhibitContent;

/// <summary>A link. It is printed, never opened and never made clickable.</summary>
/// <param name="Address">The address as it was given. It came from outside.</param>
public sealed record ExhibitLink(string Address) : ExhibitContent;

/// <summary>Words that somebody gave instead of a file.</summary>
/// <param name="Text">The words. They came from outside.</param>
public sealed record ExhibitText(string Text) : ExhibitContent;

/// <summary>An exhibit that is named and not attached.</summary>
/// <param name="Why">Why, as "could not be obtained".</param>
public sealed record ExhibitMissing(string Why) : ExhibitContent;

/// <summary>A numbered piece of evidence.</summary>
/// <param name="Number">1 and up.</param>
/// <param name="Kind">Its group.</param>
/// <param name="Shows">One neutral sentence: what it is to show.</param>
/// <param name="Ask">The question that asked for it, as "Photos of the outer carton".</param>
/// <param name="Content">What it consists of.</param>
public sealed record Exhibit(int Number, ExhibitKind Kind, string Shows, string Ask, ExhibitContent Content)
{
    /// <summary>The number as it is printed: "E01".</summary>
    public string Label => LabelOf(Number);

    /// <summary>A number as it is printed.</summary>
    /// <param name="number">The number.</param>
    public static string LabelOf(int number) => "E" + number.ToString("D2", CultureInfo.InvariantCulture);
}
