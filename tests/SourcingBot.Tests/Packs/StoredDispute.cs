using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Cases;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Evidence;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Packs;
using SourcingBot.Quotes;

namespace SourcingBot.Tests.Packs;

/// <summary>A dispute as it is kept: some answers, an order, a history, files.</summary>
internal sealed class StoredDispute
{
    public static Instant Begun { get; } = Instant.FromUtc(2026, 11, 13, 8, 0);

    public StoredDispute(string flow = "dispute-damaged") => Case = new StoredCase(
        new CaseRow
        {
            Id = Guid.Parse("0a6d6c52-5a4e-4a0e-9d3f-8d4a5b1c2d3e"),
            TeamId = TeamId.Only,
            Name = "D-7KQ2",
            Kind = FlowKind.Dispute,
            FlowId = flow,
            FlowVersion = 1,
            Answers = "{}",
            Conversation = """{"platform":"page","workspace":"w","conversation":"c"}""",
            Person = """{"id":"U1"}""",
            Zone = "Europe/Berlin",
            CreatedAt = Begun,
            ChangedAt = Begun,
        }, FlowBook.BuiltIn.Find(flow)!);

    public StoredCase Case { get; }

    public List<StoredFileRow> Files { get; } = [];

    public List<CaseEntryRow> History { get; } = [];

    public Order? Order { get; set; }

    public List<OrderEvent> Events { get; } = [];

    /// <summary>A dispute about damaged goods with everything that is asked.</summary>
    public static StoredDispute Damaged()
    {
        var dispute = new StoredDispute();
        dispute.Text("order-number", "178453210").Text("supplier", "Ningbo Brightware Co., Ltd.").Choose("protection", "trade-assurance").Choose("paid-on-platform", "all")
            .Money("order-amount", 2100).Choose("agreed-change", "no").Text("clause", "“Packing: 5-layer cartons, drop test 80 cm.”").Choose("clause-measurable", "yes");
        dispute.Set("delivered-on", Given with { Date = new LocalDate(2026, 11, 12) });
        dispute.Choose("receipt-confirmed", "no").Choose("kept", "yes").Choose("inspector", "none").Choose("transport", "supplier");
        dispute.Set("outer-carton", Given with { Files = [dispute.File("carton.jpg", FileKind.Jpeg), dispute.File("carton 2.jpg", FileKind.Jpeg)] });
        dispute.Set("inner-packing", Given with { Links = ["https://drive.example/1"], Text = "The tray is missing" });
        dispute.Set("carrier-note", Given with { State = AnswerState.Missing });
        dispute.Set("order-document", Given with { Files = [dispute.File("order.pdf", FileKind.Pdf)] });
        dispute.Set("messages", Given with { State = AnswerState.AtHand });
        dispute.Choose("remedy", "partial-refund").Quantity("ordered", 500).Quantity("affected", 108).Money("unit-price", 4.2m).Text("offered", "USD 100 off the next order; refused.");
        dispute.Order = new Order { Number = "178453210", Supplier = "Ningbo Brightware", Goods = "ceramic mugs", Quantity = new Quantity(500, "pcs"), PlacedOn = new LocalDate(2026, 9, 2), ShipBy = new LocalDate(2026, 10, 15), Incoterm = new Incoterm("FOB", "Ningbo"), ReaderZone = "Europe/Berlin" };
        dispute.Happened(OrderEventKind.Shipped, new LocalDate(2026, 10, 14)).Happened(OrderEventKind.Delivered, new LocalDate(2026, 11, 12));
        dispute.Entry(CaseEntryKind.Opened, null, Duration.Zero).Entry(CaseEntryKind.Offer, "We give 10 percent, friend", Duration.FromDays(3));
        return dispute;
    }

    public static Answer Given => new() { State = AnswerState.Given, At = Begun };

    public CaseMaterial Material => new(Case, Order is null ? null : OrderFold.Fold(Order, Events, Begun + Duration.FromDays(10)), History, Files);

    public StoredDispute Set(string question, Answer answer)
    {
        Case.Set(question, answer);
        return this;
    }

    public StoredDispute Text(string question, string text) => Set(question, Given with { Text = text });

    public StoredDispute Choose(string question, string choice) => Set(question, Given with { Choice = choice });

    public StoredDispute Money(string question, decimal amount) => Set(question, Given with { Money = SampleCase.Usd(amount) });

    public StoredDispute Quantity(string question, decimal number) => Set(question, Given with { Quantity = new Quantity(number, "pcs") });

    public StoredDispute Happened(OrderEventKind kind, LocalDate day)
    {
        Events.Add(new OrderEvent { Id = Guid.NewGuid(), Kind = kind, On = OccurredOn.Day(day), RecordedAt = Begun });
        return this;
    }

    public StoredDispute Entry(CaseEntryKind kind, string? detail, Duration after)
    {
        History.Add(new CaseEntryRow { Id = Guid.NewGuid(), TeamId = TeamId.Only, CaseId = Case.Row.Id, Kind = kind, Detail = detail, At = Begun + after });
        return this;
    }

    /// <summary>Keeps everything in a store, the files' bytes too.</summary>
    public async Task KeepAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        var store = scope.ServiceProvider.GetRequiredService<FileStore>();
        foreach (var file in Files)
        {
            var kept = (Storing.Kept)await store.StoreAsync(TeamId.Only, new MemoryStream(BytesOf(file.Name)), 1000, CancellationToken.None);
            foreach (var question in Case.Answers.Keys.ToList())
                Case.Set(question, Case.Answers[question] with { Files = [.. Case.Answers[question].Files.Select(f => f.Id == file.Id ? f with { Id = kept.Bytes.Id } : f)] });
            (file.Id, file.Size, file.Sha256) = (kept.Bytes.Id, kept.Bytes.Size, kept.Bytes.Sha256);
        }

        db.Cases.Add(Case.Row);
        db.CaseEntries.AddRange(History);
        db.StoredFiles.AddRange(Files);
        await db.SaveChangesAsync();
    }

    private static byte[] BytesOf(string name) => [0xff, 0xd8, 0xff, .. Encoding.UTF8.GetBytes(name)];

    private EvidenceFile File(string name, FileKind kind)
    {
        var bytes = BytesOf(name);
        var row = new StoredFileRow
        {
            Id = Guid.NewGuid(),
            TeamId = TeamId.Only,
            Name = name,
            Size = bytes.Length,
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)),
            Kind = kind,
            SenderKey = "U1",
            EventKey = "m1",
            Position = Files.Count,
            CaseId = Case.Row.Id,
        };
        Files.Add(row);
        return new EvidenceFile(row.Id, name);
    }
}
