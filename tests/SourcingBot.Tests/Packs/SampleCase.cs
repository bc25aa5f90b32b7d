using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SourcingBot.Evidence;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Packs;
using SourcingBot.Quotes;

namespace SourcingBot.Tests.Packs;

/// <summary>A usual case and its files in memory.</summary>
internal sealed class SampleCase
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private readonly Dictionary<Guid, Func<Stream?>> _files = [];

    public SampleCase()
    {
        File = new CaseFile
        {
            Id = Guid.Parse("0a6d6c52-5a4e-4a0e-9d3f-8d4a5b1c2d3e"),
            ShortName = "D-7KQ2",
            Reason = "Goods arrived damaged",
            OrderNumber = "178453210",
            Supplier = "Ningbo Brightware Co., Ltd.",
            Goods = "500 pcs ceramic mugs, 350 ml, matt white",
            OrderedOn = new LocalDate(2026, 9, 2),
            OrderAmount = Usd(2100m),
            Incoterm = new Incoterm("FOB", "Ningbo"),
            Protection = Protection.TradeAssurance,
            KeyDates = [new KeyDate("Delivered on", new LocalDate(2026, 11, 12)), new KeyDate("Agreed shipment", new LocalDate(2026, 10, 15))],
            Clauses = ["Packing: 5-layer cartons, each mug in a moulded pulp tray, drop test 80 cm passed."],
            Facts =
            [
                new CaseFact("9 of 42 cartons were crushed when the goods arrived.", "Packing: 5-layer cartons, each mug in a moulded pulp tray, drop test 80 cm passed.", [1, 2]),
                new CaseFact("The cartons have three layers and no trays.", "Packing: 5-layer cartons, each mug in a moulded pulp tray, drop test 80 cm passed.", [2, 3]),
                new CaseFact("108 of 500 mugs are broken or cracked. They were counted on 13 Nov 2026 and are kept as they arrived.", "Defective pieces: 0 critical, at most 2.5 % major.", [4, 5]),
                new CaseFact("The carrier noted crushed cartons at hand-over.", null, [6]),
                new CaseFact("The order was paid in full through the marketplace's order page.", "Payment: 30 % deposit, 70 % before shipment, both through the order.", [7]),
            ],
            Timeline =
            [
                new CaseMoment(OccurredOn.Day(new LocalDate(2026, 9, 2)), Berlin, "Order placed, deposit of USD 630.00 paid", [7]),
                new CaseMoment(OccurredOn.At(Instant.FromUtc(2026, 11, 12, 9, 40)), Berlin, "Goods delivered; the carrier notes 9 crushed cartons", [1, 6]),
                new CaseMoment(OccurredOn.Day(new LocalDate(2026, 10, 14)), DateTimeZoneProviders.Tzdb["Asia/Shanghai"], "Goods shipped from Ningbo", []),
                new CaseMoment(OccurredOn.At(Instant.FromUtc(2026, 11, 13, 14, 5)), Berlin, "Damage reported to the supplier in the marketplace's chat", [5]),
                new CaseMoment(OccurredOn.At(Instant.FromUtc(2026, 11, 16, 3, 12)), Berlin, "Supplier offers USD 100.00", [5]),
            ],
            Claim = new CaseClaim(
                [new ClaimLine("108 broken pcs at USD 4.20", Usd(453.60m)), new ClaimLine("Sorting, 3 hours at USD 22.00", Usd(66m)), new ClaimLine("Already refunded", Usd(0m))], Usd(519.60m)),
            Remedy = "Partial refund",
            Offers = ["16 Nov 2026: the supplier offered USD 100.00 off the next order. Refused, because it does not cover the broken pieces."],
            Created = Instant.FromUtc(2026, 11, 13, 8, 0),
            Changed = Instant.FromUtc(2026, 11, 26, 7, 20, 53),
            Zone = Berlin,
        };
        Add(ExhibitKind.Photos, "carton.jpg", "The outer cartons were crushed when they arrived.", "Photos of the outer cartons, before they were opened", FileKind.Jpeg, "\u00ff\u00d8\u00ff carton");
        Add(ExhibitKind.Photos, "IMG_2210.HEIC", "The cartons have three layers and hold no trays.", "Photos of the inner packing", FileKind.Heic, "heic");
        Add(ExhibitKind.Documents, "order 178453210.pdf", "The order names the packing and the defect limits.", "The order page or contract", FileKind.Pdf, "%PDF-1.7");
        Add(ExhibitKind.Videos, "unboxing.mp4", "A carton is opened without a cut; broken pieces are in it.", "A video of the unpacking", FileKind.Mp4, "mp4");
        Add(new Exhibit(5, ExhibitKind.Messages, "The damage was reported on 13 Nov 2026 and USD 100.00 was offered.", "The chat on the platform", new ExhibitText("Buyer: 108 mugs are broken, see photos.\nSupplier: we give you 100 USD next order, friend.")));
        Add(ExhibitKind.Tracking, "delivery note.pdf", "The carrier noted the damage at hand-over.", "The carrier's damage note", FileKind.Pdf, "%PDF-1.4");
        Add(ExhibitKind.Payments, "payments.xlsx", "The order was paid through the marketplace.", "Proof of payment", FileKind.Xlsx, "xlsx");
        Add(new Exhibit(8, ExhibitKind.Photos, "The fault on film.", "A link to the long video", new ExhibitLink("https://drive.example/v/1")));
        Add(new Exhibit(9, ExhibitKind.Reports, "An inspector confirms the damage.", "Report of a designated inspector", new ExhibitMissing("Could not be obtained")));
    }

    /// <summary>The case; change it with `with`.</summary>
    public CaseFile File { get; set; }

    /// <summary>How often files were opened.</summary>
    public int Opened { get; private set; }

    public static Money Usd(decimal amount) => new(amount, "USD", MoneyRole.Other);

    /// <summary>Adds an exhibit with a file of some bytes, under the next number.</summary>
    public ExhibitFile Add(ExhibitKind group, string name, string shows, string ask, FileKind kind, string bytes) =>
        Add(group, name, shows, ask, kind, Encoding.UTF8.GetBytes(bytes), null);

    /// <summary>Adds an exhibit with a file that is hashed as <paramref name="bytes"/> and opened as <paramref name="open"/> says.</summary>
    public ExhibitFile Add(ExhibitKind group, string name, string shows, string ask, FileKind kind, byte[] bytes, Func<Stream?>? open)
    {
        var number = File.Exhibits.Count + 1;
        var file = new ExhibitFile(new Guid(number, 1, 2, [0, 0, 0, 0, 0, 0, 0, 0]), name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), kind);
        _files[file.FileId] = open ?? (() => new MemoryStream(bytes));
        Add(new Exhibit(number, group, shows, ask, file));
        return file;
    }

    public void Add(Exhibit exhibit) => File = File with { Exhibits = [.. File.Exhibits, exhibit] };

    public Task<Stream?> OpenAsync(ExhibitFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Opened++;
        return Task.FromResult(_files[file.FileId]());
    }

    /// <summary>The pack, written to memory.</summary>
    public async Task<TestPack> WriteAsync()
    {
        var zip = new MemoryStream();
        var report = await EvidencePack.WriteAsync(File, zip, OpenAsync, CancellationToken.None);
        return new TestPack(zip.ToArray(), report);
    }
}
