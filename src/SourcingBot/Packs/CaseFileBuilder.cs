using NodaTime;
using SourcingBot.Cases;
using SourcingBot.Disputes;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Quotes;
using SourcingBot.Resources;
using SourcingBot.Text;

namespace SourcingBot.Packs;

/// <summary>Makes the case file of what is kept of a case. Pure: the same rows give the same case file.</summary>
internal static class CaseFileBuilder
{
    private static readonly string[] Nothing = ["none", "nothing", "no", "nil", "nothing so far", "no offer", "not yet"];

    /// <summary>Makes it.</summary>
    /// <param name="material">What is kept.</param>
    public static CaseFile Build(CaseMaterial material)
    {
        ArgumentNullException.ThrowIfNull(material);
        var stored = material.Case;
        var order = material.Order;
        var statements = Statements.BuiltIn;
        var questions = FlowEngine.Applicable(stored.Flow, stored.Answers);

        // What was answered to a question that no longer applies is not stated.
        var answers = questions.Where(q => stored.Answers.ContainsKey(q.Id)).ToDictionary(q => q.Id, q => stored.Answers[q.Id], StringComparer.Ordinal);
        var zone = ZoneNames.OrUtc(stored.Row.Zone ?? order?.Order.ReaderZone);
        var exhibits = CaseExhibits.Of(questions, answers, material.Files);
        var clause = TextOf(answers, "clause") is { } words ? Unquoted(words) : null;
        return new CaseFile
        {
            Id = stored.Row.Id,
            ShortName = stored.Row.Name,
            Reason = statements.Reasons.GetValueOrDefault(stored.Flow.Id)?.Title ?? stored.Flow.Title,
            OrderNumber = TextOf(answers, "order-number") ?? order?.Order.Number,
            Supplier = TextOf(answers, "supplier") ?? order?.Order.Supplier,
            Goods = Goods(order?.Order),
            OrderedOn = order?.Order.PlacedOn,
            OrderAmount = MoneyOf(answers, "order-amount") ?? order?.Order.Amount,
            Incoterm = order?.Order.Incoterm,
            Protection = KebabNames<Protection>.ByName.TryGetValue(answers.GetValueOrDefault("protection")?.Choice ?? "", out var protection) ? protection : order?.Order.Protection,
            KeyDates = [.. KeyDates(stored.Flow.Id, answers, order)],
            Clauses = clause is null ? [] : [clause],
            Facts = CaseFacts.Of(stored.Flow.Id, questions, answers, Known(questions, answers, order), exhibits, clause, statements),
            Timeline = CaseTimeline.Of(material, questions, zone),
            Claim = Claim(answers),
            Remedy = Remedy(answers.GetValueOrDefault("remedy")?.Choice),
            Offers = [.. Offers(answers, material, zone)],
            Exhibits = exhibits.All,
            StillOpen = [.. FlowEngine.Open(stored.Flow, stored.Answers).Select(q => q.Ask)],
            Created = stored.Row.CreatedAt,
            Changed = Changed(material),
            Zone = zone,
        };
    }

    // That a pack was taken changes nothing in it.
    private static Instant Changed(CaseMaterial material) =>
        material.History.Where(h => h.Kind != CaseEntryKind.PackTaken).Select(h => h.At).Concat(material.Order?.History.Select(e => e.RecordedAt) ?? []).Append(material.Case.Row.CreatedAt).Max();

    private static Dictionary<string, string> Known(IReadOnlyList<Question> questions, Dictionary<string, Answer> answers, OrderState? order)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        if (order?.Order.ShipBy is { } shipBy) known["ship-by"] = When.Day(shipBy);
        if (order?.First(OrderEventKind.Shipped) is { } shipped) known["shipped-on"] = When.Day(shipped.On.DateIn(order.Zone));
        if (order?.Order.Incoterm is { } term) known["incoterm"] = PackSay.Term(term);
        var ordered = answers.GetValueOrDefault("ordered")?.Quantity ?? order?.Order.Quantity;
        if (ordered is not null && answers.GetValueOrDefault("affected")?.Quantity is { } affected && affected.Unit == ordered.Unit)
            known["share"] = When.Say(Words.PackShare, affected.Value, Count(ordered));
        foreach (var (id, answer) in answers.Where(a => a.Value.State == AnswerState.Given))
        {
            if (answer.Date is { } day) known[id] = When.Day(day);
            else if (answer.Money is { } money) known[id] = PackSay.Amount(money);
            else if (answer.Quantity is { } quantity) known[id] = Count(quantity);
            else if (answer.Text is { Length: > 0 } text && questions.Any(q => q.Id == id && q.Kind == AnswerKind.Text)) known[id] = text;
        }

        return known;
    }

    private static IEnumerable<KeyDate> KeyDates(string flow, Dictionary<string, Answer> answers, OrderState? order)
    {
        if ((answers.GetValueOrDefault("ship-by")?.Date ?? order?.Order.ShipBy) is { } shipBy) yield return new KeyDate(Words.PackShipByDate, shipBy);
        if ((answers.GetValueOrDefault("shipped-on")?.Date ?? order?.First(OrderEventKind.Shipped)?.On.DateIn(order.Zone)) is { } shipped) yield return new KeyDate(Words.PackShippedOn, shipped);
        if ((answers.GetValueOrDefault("delivered-on")?.Date ?? order?.First(OrderEventKind.Delivered)?.On.DateIn(order.Zone)) is { } delivered)
            yield return new KeyDate(flow == "dispute-not-received" ? Words.PackMarkedDelivered : Words.PackDeliveredOn, delivered);
    }

    private static CaseClaim? Claim(Dictionary<string, Answer> answers)
    {
        // Who wants the goods and not the money claims no amount.
        if (answers.GetValueOrDefault("remedy")?.Choice == "ship-now") return null;
        var claim = ClaimAmount.Of(answers);
        return claim.Amount is { } amount ? new CaseClaim([.. claim.Lines.Select(line => new ClaimLine(line, null))], amount) : null;
    }

    private static string? Remedy(string? choice) => choice switch
    {
        "full-refund" => Words.PackRemedyFullRefund,
        "partial-refund" => Words.PackRemedyPartialRefund,
        "replacement" => Words.PackRemedyReplacement,
        "return-refund" => Words.PackRemedyReturnRefund,
        "ship-now" => Words.PackRemedyShipNow,
        _ => null,
    };

    private static IEnumerable<string> Offers(Dictionary<string, Answer> answers, CaseMaterial material, DateTimeZone zone)
    {
        var later = material.History.Where(h => h.Kind == CaseEntryKind.Offer && h.Detail is { Length: > 0 }).ToList();
        if (TextOf(answers, "offered") is { } offered)
        {
            var isNone = Nothing.Contains(offered.Trim().TrimEnd('.').ToLowerInvariant(), StringComparer.Ordinal);
            if (!isNone) yield return offered;
            else if (later.Count == 0) yield return Words.PackNothingOffered;
        }

        foreach (var entry in later) yield return When.Say(Words.PackOfferOn, When.Day(entry.At.InZone(zone).Date), entry.Detail);
    }

    private static string? Goods(Order? order)
    {
        var goods = string.Join(' ', new[] { order?.Quantity is { } quantity ? Count(quantity) : null, order?.Goods }.OfType<string>());
        return goods.Length == 0 ? null : goods;
    }

    private static string Count(Quantity quantity) => When.Say("{0:#,0.##} {1}", quantity.Value, quantity.Unit);

    // The documents set the quotation marks.
    private static string Unquoted(string text) => text.Trim().Trim('"', '“', '”', '„', '«', '»').Trim() is { Length: > 0 } bare ? bare : text;

    private static string? TextOf(Dictionary<string, Answer> answers, string question) => answers.TryGetValue(question, out var answer) && answer.IsGiven && !string.IsNullOrWhiteSpace(answer.Text) ? answer.Text : null;

    private static Money? MoneyOf(Dictionary<string, Answer> answers, string question) => answers.GetValueOrDefault(question)?.Money;
}
