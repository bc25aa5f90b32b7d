using SourcingBot.Chat;
using SourcingBot.Evidence;
using SourcingBot.Orders;
using SourcingBot.Packs;
using SourcingBot.Resources;

namespace SourcingBot.Cases;

/// <summary>What a person should know of a file at once, while a better one can still be had. Pure.</summary>
internal static class FileNotes
{
    /// <summary>The notes about files of a dispute, one for each thing.</summary>
    /// <param name="files">The files.</param>
    /// <param name="rules">What the marketplace's form takes.</param>
    public static IEnumerable<LeadLine> Of(IReadOnlyList<StoredFileRow> files, UploadRules rules)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(rules);
        foreach (var file in files.Where(f => rules.Contradicts(PackNames.ExtensionOf(f.Name), f.Kind)))
            yield return new LeadLine(Tone.Caution, When.Say(CaseWords.FileLies, CaseText.Short(file.Name, 60)));
        var refused = files.Select(f => rules.Extension(PackNames.ExtensionOf(f.Name), f.Kind)).Where(e => !rules.Takes(e)).Distinct(StringComparer.Ordinal).ToList();
        if (refused.Count == 0) yield break;
        var isPhoto = files.Any(f => f.Kind is FileKind.Heic or FileKind.Png or FileKind.Gif or FileKind.Webp);
        yield return new LeadLine(Tone.Neutral, When.Say(isPhoto ? CaseWords.FileTypePhoto : CaseWords.FileType, string.Join(", ", refused.Select(e => e.Length > 0 ? "." + e : Words.PackNoExtension))));
    }
}
