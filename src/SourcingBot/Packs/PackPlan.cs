using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Packs;

/// <summary>An exhibit and where it lies in the pack.</summary>
/// <param name="Exhibit">The exhibit.</param>
/// <param name="Path">Its path in the pack, or null where nothing of it is packed.</param>
/// <param name="Inside">The name inside the ZIP that it was put into, or null where it lies there as it is.</param>
/// <param name="LeftOut">Why its file was left out, or null.</param>
internal sealed record PackedExhibit(Exhibit Exhibit, string? Path, string? Inside, string? LeftOut)
{
    /// <summary>The name that it has in the pack, or null.</summary>
    public string? Name => Path?[(Path.LastIndexOf('/') + 1)..];
}

/// <summary>Where every exhibit goes. Pure.</summary>
internal static class PackPlan
{
    /// <summary>The folder of all exhibits.</summary>
    public const string Folder = "exhibits";

    /// <summary>Places the exhibits, sorted by group and number.</summary>
    /// <param name="file">The case.</param>
    /// <param name="leftOut">Why a file is left out, by the exhibit's number.</param>
    /// <param name="rules">What the marketplace's form takes.</param>
    /// <exception cref="ArgumentException">A number stands twice or is below 1.</exception>
    public static IReadOnlyList<PackedExhibit> Of(CaseFile file, IReadOnlyDictionary<int, string> leftOut, UploadRules rules)
    {
        if (file.Exhibits.Any(e => e.Number < 1) || file.Exhibits.DistinctBy(e => e.Number).Count() != file.Exhibits.Count)
            throw new ArgumentException("The exhibits are numbered from 1, each number once.", nameof(file));
        return [.. file.Exhibits.OrderBy(e => e.Kind).ThenBy(e => e.Number).Select(e => Place(e, leftOut.GetValueOrDefault(e.Number), rules))];
    }

    private static PackedExhibit Place(Exhibit exhibit, string? leftOut, UploadRules rules)
    {
        var folder = $"{Folder}/{exhibit.Kind.ToString().ToLowerInvariant()}/";
        switch (exhibit.Content)
        {
            case ExhibitFile given when leftOut is null:
                var name = PackNames.Of(exhibit.Label, given.Name, given.Kind, rules);
                return rules.Takes(PackNames.ExtensionOf(name)) ? new PackedExhibit(exhibit, folder + name, null, null) : new PackedExhibit(exhibit, folder + name + ".zip", name, null);
            case ExhibitText:
                // Words become a document, because the form does not take plain text files.
                return new PackedExhibit(exhibit, folder + When.Say(Words.PackTextName, exhibit.Label), null, null);
            default:
                return new PackedExhibit(exhibit, null, null, leftOut);
        }
    }
}
