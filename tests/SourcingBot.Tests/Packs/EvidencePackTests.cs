using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SourcingBot.Evidence;
using SourcingBot.Flows;
using SourcingBot.Packs;

namespace SourcingBot.Tests.Packs;

public class EvidencePackTests
{
    [Fact]
    public async Task A_pack_holds_the_three_documents_the_text_for_the_form_and_the_exhibits_by_kind()
    {
        var pack = await new SampleCase().WriteAsync();

        Assert.Equal(
        [
            "1-claim-statement.docx", "2-timeline.docx", "3-exhibits.docx", "before-you-send.txt",
            "exhibits/photos/E01 carton.jpg", "exhibits/photos/E02 IMG_2210.heic.zip", "exhibits/videos/E04 unboxing.mp4.zip",
            "exhibits/documents/E03 order 178453210.pdf", "exhibits/messages/E05 in words.docx", "exhibits/payments/E07 payments.xlsx",
            "exhibits/tracking/E06 delivery note.pdf", "paste-into-the-form.txt", "sha256sums.txt",
        ], pack.Names);
        Assert.Equal(8, pack.Report.Exhibits);
    }

    [Fact]
    public async Task The_same_case_gives_the_same_bytes_and_another_day_in_the_case_gives_others()
    {
        var first = await new SampleCase().WriteAsync();
        var second = await new SampleCase().WriteAsync();
        var later = new SampleCase();
        later.File = later.File with { Changed = later.File.Changed + Duration.FromDays(1) };

        Assert.Equal(first.Bytes, second.Bytes);
        Assert.NotEqual(first.Bytes, (await later.WriteAsync()).Bytes);
        Assert.All(first.Open().Entries, e => Assert.Equal(new DateTime(2026, 11, 26, 7, 20, 52), e.LastWriteTime.DateTime));
    }

    [Fact]
    public async Task Every_document_is_right_by_its_format()
    {
        var pack = await new SampleCase().WriteAsync();

        Assert.All(pack.Names.Where(n => n.EndsWith(".docx", StringComparison.Ordinal)), name => Assert.Empty(pack.Faults(name)));
    }

    [Fact]
    public async Task The_claim_statement_sets_the_clause_and_the_exhibits_beside_each_fact()
    {
        var words = (await new SampleCase().WriteAsync()).Words("1-claim-statement.docx");

        Assert.Contains("9 of 42 cartons were crushed when the goods arrived.\n“Packing: 5-layer cartons, each mug in a moulded pulp tray, drop test 80 cm passed.”\nE01, E02", words, StringComparison.Ordinal);
        Assert.Contains("The cartons have three layers and no trays.\nas above\nE02, E03", words, StringComparison.Ordinal);
        Assert.Contains("The carrier noted crushed cartons at hand-over.\n\nE06", words, StringComparison.Ordinal);
        Assert.Contains("108 broken pcs at USD 4.20\nUSD 453.60", words, StringComparison.Ordinal);
        Assert.Contains("Total claimed\nUSD 519.60", words, StringComparison.Ordinal);
        Assert.Contains("Refused, because it does not cover the broken pieces.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clause_that_no_fact_stands_beside_is_told_by_itself()
    {
        var sample = new SampleCase();
        sample.File = sample.File with { Clauses = ["Colour: Pantone 7541 C."] };

        Assert.Contains("What was agreed\n“Colour: Pantone 7541 C.”", (await sample.WriteAsync()).Words("1-claim-statement.docx"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timeline_is_sorted_and_names_the_zone_of_each_date()
    {
        var words = (await new SampleCase().WriteAsync()).Words("2-timeline.docx");

        string[] inOrder = ["Wed 2 Sep 2026\nEurope/Berlin\nOrder placed", "Wed 14 Oct 2026\nAsia/Shanghai\nGoods shipped", "Thu 12 Nov 2026, 10:40\nEurope/Berlin\nGoods delivered", "Fri 13 Nov 2026, 15:05", "Mon 16 Nov 2026, 04:12"];
        var places = inOrder.Select(part => words.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task The_index_names_every_exhibit_with_its_hash_and_what_is_missing()
    {
        var sample = new SampleCase();
        var words = (await sample.WriteAsync()).Words("3-exhibits.docx");

        Assert.All(sample.File.Exhibits, e => Assert.Contains(e.Label + "\n", words, StringComparison.Ordinal));
        Assert.All(sample.File.Exhibits.Select(e => e.Content).OfType<ExhibitFile>(), f => Assert.Contains(f.Sha256, words, StringComparison.Ordinal));
        Assert.Contains("https://drive.example/v/1\nLink", words, StringComparison.Ordinal);
        Assert.Contains("Not attached\nNo.\nItem\nWhy it is not attached\nE09\nReport of a designated inspector\nCould not be obtained", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_for_the_form_tells_what_happened_what_was_agreed_the_evidence_and_what_is_asked()
    {
        var text = (await new SampleCase().WriteAsync()).Text("paste-into-the-form.txt");

        Assert.True(text.Length < FormText.MostCharacters, $"{text.Length} characters");
        Assert.All(text, c => Assert.True(char.IsAscii(c), $"'{c}' is not English"));
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        string[] inOrder = ["WHAT HAPPENED", "1. 9 of 42 cartons", "WHAT WAS AGREED", "EVIDENCE", "WHAT I ASK", "Partial refund: USD 519.60.", "OFFERED SO FAR"];
        var places = inOrder.Select(part => text.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task A_long_case_is_shortened_for_the_form_and_says_so_where_that_is_not_enough()
    {
        var sample = new SampleCase();
        for (var i = 0; i < 12; i++) sample.Add(ExhibitKind.Photos, $"more {i}.jpg", $"Another photograph that shows one more of the many broken pieces in carton {i}.", "Photos", FileKind.Jpeg, "more" + i);
        var shortened = await sample.WriteAsync();
        sample.File = sample.File with { Facts = [.. Enumerable.Range(1, 40).Select(i => new CaseFact($"Fact {i} is told in a sentence that is neither short nor long.", null, [1]))] };
        var tooLong = await sample.WriteAsync();

        Assert.Contains("Photos: E01, E02, E08, E10", shortened.Text("paste-into-the-form.txt"), StringComparison.Ordinal);
        Assert.True(shortened.Text("paste-into-the-form.txt").Length <= FormText.MostCharacters);
        Assert.Contains(tooLong.Report.Warnings, w => w.StartsWith("The text for the form has ", StringComparison.Ordinal));
        Assert.Contains("Fact 40 is told", tooLong.Text("paste-into-the-form.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sums_are_right_for_every_file_of_the_pack()
    {
        var pack = await new SampleCase().WriteAsync();
        var sums = pack.Text("sha256sums.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(l => l[66..], l => l[..64]);

        Assert.Equal(pack.Names.Where(n => n != "sha256sums.txt").Order(), sums.Keys.Order());
        Assert.All(sums, sum => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(pack.Read(sum.Key))), sum.Value));
    }

    [Fact]
    public async Task A_file_that_the_form_does_not_take_lies_in_a_zip_of_its_own_with_its_bytes_unchanged()
    {
        var sample = new SampleCase();
        var pack = await sample.WriteAsync();
        using var inner = new ZipArchive(new MemoryStream(pack.Read("exhibits/videos/E04 unboxing.mp4.zip")));

        var entry = Assert.Single(inner.Entries);
        Assert.Equal("E04 unboxing.mp4", entry.FullName);
        Assert.Equal("mp4", Encoding.UTF8.GetString(TestPack.Read(entry)));
        Assert.Contains(pack.Report.Warnings, w => w.StartsWith("E02, E04: the form does not list .heic, .mp4 files", StringComparison.Ordinal));
        Assert.Contains("1. E02, E04: the form does not list", pack.Text("before-you-send.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_gone_or_is_another_one_is_left_out_and_the_index_says_so()
    {
        var sample = new SampleCase();
        sample.Add(ExhibitKind.Photos, "gone.jpg", "Gone.", "A photo that is gone", FileKind.Jpeg, "gone"u8.ToArray(), () => null);
        sample.Add(ExhibitKind.Photos, "swapped.jpg", "Swapped.", "A photo that was swapped", FileKind.Jpeg, "before"u8.ToArray(), () => new MemoryStream("behind"u8.ToArray()));
        sample.Add(ExhibitKind.Photos, "grown.jpg", "Grown.", "A photo that never ends", FileKind.Jpeg, "before"u8.ToArray(), () => new EndlessStream());
        var pack = await sample.WriteAsync();

        Assert.DoesNotContain(pack.Names, n => n.Contains("E10", StringComparison.Ordinal) || n.Contains("E11", StringComparison.Ordinal) || n.Contains("E12", StringComparison.Ordinal));
        var index = pack.Words("3-exhibits.docx");
        Assert.Contains("E10\nA photo that is gone\nThe file is no longer kept.", index, StringComparison.Ordinal);
        Assert.Contains("E11\nA photo that was swapped\nThe file is not the one that was handed in.", index, StringComparison.Ordinal);
        Assert.Contains("E12\nA photo that never ends\nThe file is not the one that was handed in.", index, StringComparison.Ordinal);
        Assert.Equal("E10 (gone.jpg) is not in the pack. The file is no longer kept. Send it to the case again.", pack.Report.Warnings[0]);
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_packed_stops_the_pack()
    {
        var sample = new SampleCase();
        var opened = 0;
        sample.Add(ExhibitKind.Photos, "turning.jpg", "Turning.", "A photo", FileKind.Jpeg, "before"u8.ToArray(), () => new MemoryStream(opened++ == 0 ? "before"u8.ToArray() : "behind"u8.ToArray()));

        Assert.Contains("E10", (await Assert.ThrowsAsync<IOException>(sample.WriteAsync)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Large_files_pass_through_in_pieces_and_are_warned_of()
    {
        const int size = 40 * 1024 * 1024;
        var sample = new SampleCase();
        var file = new ExhibitFile(Guid.NewGuid(), "scan.pdf", size, Convert.ToHexStringLower(await SHA256.HashDataAsync(new ZeroStream(size))), FileKind.Pdf);
        sample.File = sample.File with { Exhibits = [new Exhibit(1, ExhibitKind.Documents, "All of it.", "A scan", file)] };
        var zip = new MemoryStream();
        var opened = 0;
        var waiting = new List<long>();
        var report = await EvidencePack.WriteAsync(sample.File, zip, Open, CancellationToken.None);

        // Whenever more is read, what was read before is written already.
        Assert.True(waiting.Count > 100);
        Assert.All(waiting, bytes => Assert.InRange(bytes, -1_000_000, 1_000_000));
        Assert.Contains("E01: larger than 2 MB, the only limit that is published (for zip files). If the form refuses it, upload a smaller copy and offer the original.", report.Warnings);

        Task<Stream?> Open(ExhibitFile given, CancellationToken cancellationToken) =>
            Task.FromResult<Stream?>(opened++ == 0 ? new ZeroStream(given.Size) : new ZeroStream(given.Size, read => waiting.Add(read - zip.Position)));
    }

    [Fact]
    public async Task Hostile_words_are_only_words()
    {
        var sample = new SampleCase();
        const string hostile = "=HYPERLINK(\"http://evil.example\";\"x\") <w:p/> {0} ]]> \u202egpj.exe \u0000\u0007\ud800 \uffff &amp; \u2066z\u2069 { INCLUDETEXT \"/etc/passwd\" }";
        sample.File = sample.File with
        {
            ShortName = hostile,
            Reason = hostile,
            Supplier = hostile,
            Goods = hostile,
            OrderNumber = hostile,
            Remedy = hostile,
            Clauses = [hostile],
            Offers = [hostile],
            Facts = [new CaseFact(hostile, hostile + " clause", [1])],
            Timeline = [new CaseMoment(sample.File.Timeline[0].On, sample.File.Zone, hostile, [])],
            Claim = new CaseClaim([new ClaimLine(hostile, null)], SampleCase.Usd(1)),
        };
        sample.Add(new Exhibit(10, ExhibitKind.Messages, hostile, hostile, new ExhibitText(hostile)));
        sample.Add(new Exhibit(11, ExhibitKind.Messages, hostile, hostile, new ExhibitLink(hostile)));
        var pack = await sample.WriteAsync();

        foreach (var name in pack.Names.Where(n => n.EndsWith(".docx", StringComparison.Ordinal)))
        {
            Assert.Empty(pack.Faults(name));
            Assert.DoesNotContain("\u202e", pack.Words(name), StringComparison.Ordinal);
            using var parts = new ZipArchive(new MemoryStream(pack.Read(name)));
            Assert.All(parts.Entries.Where(e => e.FullName.EndsWith(".rels", StringComparison.Ordinal)), e => Assert.DoesNotContain("External", Encoding.UTF8.GetString(TestPack.Read(e)), StringComparison.Ordinal));
        }

        Assert.Contains("=HYPERLINK(\"http://evil.example\";\"x\") <w:p/> {0} ]]> gpj.exe", pack.Words("1-claim-statement.docx"), StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", pack.Text("paste-into-the-form.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_note_says_which_words_the_form_may_refuse()
    {
        var sample = new SampleCase();
        sample.File = sample.File with { Supplier = "深圳市明辉电子有限公司" };
        var pack = await sample.WriteAsync();

        Assert.Contains(pack.Report.Warnings, w => w.EndsWith("Replace these if it does: 深圳市明辉电子有限公司,", StringComparison.Ordinal));
        Assert.Contains("深圳市明辉电子有限公司", pack.Words("1-claim-statement.docx"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_about_which_little_is_known_still_gives_a_pack()
    {
        var pack = await new SampleCase { File = new CaseFile { Id = Guid.Empty, ShortName = "D-1", Reason = "Goods never arrived", Created = default, Changed = default, Zone = DateTimeZone.Utc } }.WriteAsync();

        Assert.All(pack.Names.Where(n => n.EndsWith(".docx", StringComparison.Ordinal)), name => Assert.Empty(pack.Faults(name)));
        Assert.Empty(pack.Report.Warnings);
        Assert.Contains("No exhibits are attached.", pack.Words("3-exhibits.docx"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_and_a_number_that_stands_twice_are_refused()
    {
        var sample = new SampleCase();
        await using var pipe = new System.IO.Pipes.AnonymousPipeServerStream();

        await Assert.ThrowsAsync<ArgumentException>(() => EvidencePack.WriteAsync(sample.File, pipe, sample.OpenAsync, CancellationToken.None));
        sample.Add(sample.File.Exhibits[0]);
        await Assert.ThrowsAsync<ArgumentException>(sample.WriteAsync);
    }
}
