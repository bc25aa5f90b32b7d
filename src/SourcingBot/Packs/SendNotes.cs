using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Packs;

/// <summary>What the buyer should know before sending the pack's files. For the buyer alone, not for the marketplace.</summary>
internal static class SendNotes
{
    private const int MostWords = 8;

    /// <summary>The warnings, one or two sentences each, the gravest first; empty where there is nothing to warn of.</summary>
    /// <param name="file">The case.</param>
    /// <param name="exhibits">Where the exhibits lie.</param>
    /// <param name="formText">The text for the form.</param>
    /// <param name="rules">What the marketplace's form takes.</param>
    public static IReadOnlyList<string> Warnings(CaseFile file, IReadOnlyList<PackedExhibit> exhibits, string formText, UploadRules rules)
    {
        var warnings = new List<string>();
        var packed = exhibits.Where(e => e.Path is not null && e.Exhibit.Content is ExhibitFile).Select(e => (Packed: e, File: (ExhibitFile)e.Exhibit.Content)).ToList();
        warnings.AddRange(exhibits.Where(e => e.LeftOut is not null).Select(e => When.Say(Words.PackWarnLeftOut, e.Exhibit.Label, PlainText.OnOneLine(((ExhibitFile)e.Exhibit.Content).Name), e.LeftOut)));
        if (file.Facts.Count > 0 && file.Clauses.Count == 0 && file.Facts.All(f => f.Clause is null)) warnings.Add(Words.PackWarnClause);
        if (file.StillOpen.Count > 0) warnings.Add(When.Say(Words.PackWarnOpen, string.Join("; ", file.StillOpen.Select(PlainText.OnOneLine))));
        Add(Words.PackWarnLying, packed.Where(p => rules.Contradicts(PackNames.ExtensionOf(p.File.Name), p.File.Kind)), null);
        var zipped = packed.Where(p => p.Packed.Inside is not null).ToList();
        Add(Words.PackWarnZipped, zipped, string.Join(", ", zipped.Select(p => PackNames.ExtensionOf(p.Packed.Inside!)).Select(e => e.Length > 0 ? "." + e : Words.PackNoExtension).Distinct(StringComparer.Ordinal)));
        if (zipped.Exists(p => p.Packed.Exhibit.Kind == ExhibitKind.Photos)) warnings.Add(Words.PackWarnPhotos);
        Add(Words.PackWarnLarge, packed.Where(p => p.File.Size > rules.MostBytes), PackSay.Size(rules.MostBytes));
        if (formText.Length > FormText.MostCharacters) warnings.Add(When.Say(Words.PackWarnLong, formText.Length, FormText.MostCharacters));
        var foreign = PlainText.NotEnglish(formText, MostWords);
        if (foreign.Count > 0) warnings.Add(When.Say(Words.PackWarnEnglish, string.Join(", ", foreign)));
        return warnings;

        void Add(string words, IEnumerable<(PackedExhibit Packed, ExhibitFile File)> which, string? value)
        {
            var numbers = PackSay.Exhibits(which.Select(p => p.Packed.Exhibit.Number));
            if (numbers.Length > 0) warnings.Add(When.Say(words, numbers, value));
        }
    }

    /// <summary>The note that lies in the pack, with '\r\n' at line ends.</summary>
    /// <param name="file">The case.</param>
    /// <param name="warnings">The warnings.</param>
    /// <param name="rules">What the marketplace's form takes.</param>
    public static string Of(CaseFile file, IReadOnlyList<string> warnings, UploadRules rules)
    {
        List<string> lines =
        [
            When.Say(Words.PackNotesTitle, file.ShortName), "",
            Words.PackNotesRead, Words.PackNotesPaste, Words.PackNotesUpload, Words.PackNotesShared,
        ];
        if (warnings.Count > 0) lines.AddRange(["", Words.PackNotesMind, .. warnings.Select((w, i) => When.Say(Words.PackFormItem, i + 1, w))]);
        lines.AddRange(["", When.Say(Words.PackNotesSources, When.Day(rules.Checked)), .. new[] { rules.AcceptedSource, rules.MostSource, rules.EnglishSource, rules.SharedSource }.Distinct(StringComparer.Ordinal)]);
        return string.Join("\r\n", lines) + "\r\n";
    }
}
