using NodaTime;
using SourcingBot.Inspection;
using SourcingBot.Quotes;
using SourcingBot.Text;

namespace SourcingBot.Orders;

/// <summary>Reads what a team member says of an order. Pure.</summary>
internal sealed class OrderTextReader
{
    private const int LongestName = 100;
    private const int LongestNumber = 40;
    private static readonly HashSet<string> Commands = new(StringComparer.Ordinal) { "order", "orders", "track", "follow", "po", "pi" };
    private static readonly HashSet<string> NumberWords = new(StringComparer.Ordinal) { "no", "nr", "number", "num", "order", "po", "pi" };

    /// <summary>What may stand before a supplier's name or around goods without being part of them.</summary>
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "from", "with", "of", "for", "at", "by", "supplier", "seller", "the", "a", "to", "is", "and", "worth", "total", "value", "amount", "on", "in", "via", "order", "terms", "payment", "pay", "ship", "deliver",
    };

    private readonly string _text;
    private readonly LocalDate _today;
    private readonly IReadOnlyList<Word> _words;
    private readonly Quote _quote;
    private readonly List<TextSpan> _taken = [];

    private OrderTextReader(string text, LocalDate today)
    {
        (_text, _today) = (text, today);
        _words = Word.Of(text);
        _quote = QuoteReader.Read(text);
    }

    /// <summary>Reads a message.</summary>
    /// <param name="text">The message.</param>
    /// <param name="today">The day on which it was said, in the speaker's zone.</param>
    public static OrderText Read(string text, LocalDate today) => new OrderTextReader(text, today).Read();

    /// <summary>The facts of an order that a supplier's message states, without owner and zone.</summary>
    /// <param name="quote">What was read from the message.</param>
    public static Order Facts(Quote quote)
    {
        var largest = quote.Money.Select(m => m.Value).Where(m => m.Role is MoneyRole.Total).MaxBy(m => m.Amount);
        return new Order
        {
            Number = quote.OrderNumbers.Count > 0 ? quote.OrderNumbers[0].Value : string.Empty,
            Supplier = string.Empty,
            Quantity = quote.Quantities.Select(q => q.Value).FirstOrDefault(q => !q.IsMinimum),
            Amount = largest,
            Incoterm = quote.Incoterm?.Value,
            PaymentSplit = [.. quote.Payment.Select(p => p.Value)],
        };
    }

    private OrderText Read()
    {
        var number = Number();
        var said = EventPhrases.BuiltIn.Find(_words, _text.TrimEnd().EndsWith('?'));
        var future = SpokenDates.Read(_text, _words, _today, DateSide.Future).Where(Free).ToList();
        var past = SpokenDates.Read(_text, _words, _today, DateSide.Past).Where(Free).ToList();
        foreach (var date in future) _taken.Add(date.Span);
        var result = new OrderText { Number = number, IsDateUnread = SpokenDates.IsUnread(_text, _words, w => _taken.Exists(t => t.Overlaps(w.Span))) };
        result = Dates(result, past, future, said is not null);
        if (said is { } what) result = Happened(result, what, past, future);
        result = Facts(Keywords(result));

        // A sentence on what happened is no list of facts: what else it says names nobody.
        return said is null ? Names(result) : result;

        bool Free(SpokenDate date) => !_taken.Exists(t => t.Overlaps(date.Span));
    }

    private string? Number()
    {
        for (var i = 0; i < Math.Min(_words.Count, 4); i++)
        {
            if (!Commands.Contains(_words[i].Text)) continue;
            Take(_words[i].Span);
            var at = i + 1;
            while (at < _words.Count && NumberWords.Contains(_words[at].Text) && !IsGlued(_words[at])) Take(_words[at++].Span);
            if (at < _words.Count && Run(_words[at].Span.Start) is { } run) return run;
            break;
        }

        if (_quote.OrderNumbers.Count > 0)
        {
            Take(_quote.OrderNumbers[0].Span);
            return _quote.OrderNumbers[0].Value;
        }

        // A long number that is nothing else is the number of an order.
        foreach (var word in _words.Where(w => char.IsAsciiDigit(w.Text[0]) && w.Text.Length >= 6))
        {
            if (_quote.Money.Any(m => m.Span.Overlaps(word.Span)) || _quote.Quantities.Any(q => q.Span.Overlaps(word.Span))) continue;
            return Run(word.Span.Start);
        }

        return null;
    }

    /// <summary>"PI-0388" is a number that begins with letters.</summary>
    private bool IsGlued(Word word) => word.Span.End < _text.Length && _text[word.Span.End] is '-' or '/' or '_';

    /// <summary>The characters from there to the next space, if they are a number: letters, digits and marks with three digits or more.</summary>
    private string? Run(int start)
    {
        var end = start;
        while (end < _text.Length && !char.IsWhiteSpace(_text[end]) && _text[end] is not (',' or ';' or ':' or '?' or '!' or '(' or ')')) end++;
        while (end > start && _text[end - 1] is '.' or '-' or '/') end--;
        var run = _text[start..end];
        if (run.Length > LongestNumber || run.Count(char.IsAsciiDigit) < 3 || _quote.Money.Any(m => m.Span.Overlaps(new TextSpan(start, end - start)))) return null;
        Take(new TextSpan(start, end - start));
        return run;
    }

    private OrderText Dates(OrderText result, List<SpokenDate> past, List<SpokenDate> future, bool hasEvent)
    {
        for (var n = 0; n < future.Count; n++)
        {
            var cue = Cue(future[n].Span.Start);
            if (cue is null) continue;
            var date = cue == OrderFact.PlacedOn ? past.Find(p => p.Span == future[n].Span) ?? future[n] : future[n];
            if (date.Date is not { } day)
            {
                result = result with { Ambiguous = date };
                continue;
            }

            // "shipped on 3 Dec" is what happened; "ship by 3 Dec" is what was agreed.
            if (hasEvent && cue is OrderFact.ShipBy or OrderFact.DeliverBy && !SaysBy(date.Span.Start)) continue;
            result = cue switch
            {
                OrderFact.ShipBy => result with { ShipBy = day },
                OrderFact.DeliverBy => result with { DeliverBy = day },
                OrderFact.PayBy => result with { PayBy = day },
                _ => result with { PlacedOn = day },
            };
        }

        return result;
    }

    private OrderText Happened(OrderText result, SaidEvent said, List<SpokenDate> past, List<SpokenDate> future)
    {
        var runsUntil = said.Kind is OrderEventKind.EvidenceSlotOpened or OrderEventKind.AutoReceiptAnnounced;
        var isPlanned = said.Kind is OrderEventKind.InspectionBooked;
        var dates = runsUntil || isPlanned || said.Kind == OrderEventKind.DatesAgreed ? future : past;
        var facts = new[] { result.ShipBy, result.DeliverBy, result.PayBy, result.PlacedOn };
        var own = dates.Where(d => d.Date is null || !facts.Contains(d.Date)).ToList();
        var ambiguous = own.Find(d => d.Date is null);
        result = result with { Said = said.Kind, Ambiguous = result.Ambiguous ?? ambiguous, Inspection = InspectionSaid() };
        var first = own.Find(d => d.Date is not null)?.Date;
        if (runsUntil) return result with { SaidOn = _today, Until = first };
        if (said.Kind != OrderEventKind.DatesAgreed) return result with { SaidOn = first ?? (isPlanned ? null : _today) };

        // A date that was agreed anew without a word for which is the shipment's, unless the words speak of delivery.
        if (result.ShipBy is null && result.DeliverBy is null && first is { } agreed)
            result = _words.Any(w => w.Text is "delivery" or "deliver" or "arrive" or "arrival") ? result with { DeliverBy = agreed } : result with { ShipBy = agreed };
        return result with { SaidOn = _today };
    }

    private InspectionKind? InspectionSaid()
    {
        for (var i = 0; i < _words.Count; i++)
        {
            var (one, two) = (_words[i].Text, i + 1 < _words.Count ? _words[i + 1].Text : string.Empty);
            if (one is "psi" or "final" || (one == "pre" && two == "shipment") || one == "preshipment") return InspectionKind.PreShipment;
            if (one is "ppi" || (one == "pre" && two == "production")) return InspectionKind.PreProduction;
            if (one is "dupro" || (one == "during" && two == "production") || one == "inline") return InspectionKind.DuringProduction;
            if (one is "loading" or "cls") return InspectionKind.Loading;
            if (one is "arrival") return InspectionKind.Arrival;
        }

        return null;
    }

    private OrderText Keywords(OrderText result)
    {
        for (var i = 0; i < _words.Count; i++)
        {
            var (one, two) = (_words[i].Text, i + 1 < _words.Count ? _words[i + 1].Text : string.Empty);
            var length = 1;
            switch (one)
            {
                case "trade" when two == "assurance":
                    (result, length) = (result with { Protection = Protection.TradeAssurance }, 2);
                    break;
                case "ta":
                    result = result with { Protection = Protection.TradeAssurance };
                    break;
                case "wholesale":
                    result = result with { Protection = Protection.Wholesale };
                    break;
                case "offline":
                    result = result with { Protection = Protection.Offline };
                    break;
                case "off" when two == "platform":
                    (result, length) = (result with { Protection = Protection.Offline }, 2);
                    break;
                case "enterprise" when two == "pro":
                    (result, length) = (result with { BuyerTier = BuyerTier.EnterprisePro }, 2);
                    break;
                case "enterprise":
                    result = result with { BuyerTier = BuyerTier.Enterprise };
                    break;
                case "guaranteed" when two == "delivery":
                    (result, length) = (result with { GuaranteedDelivery = true }, 2);
                    break;
                case "alibaba" when two == "logistics":
                    (result, length) = (result with { Logistics = MarketplaceLogistics.DoorToDoor, Marketplace = "alibaba" }, 2);
                    break;
                case "port" when two == "to" && i + 2 < _words.Count && _words[i + 2].Text == "port":
                    (result, length) = (result with { Logistics = MarketplaceLogistics.PortToPort }, 3);
                    break;
                case "alibaba" or "dhgate" or "aliexpress" or "1688":
                    result = result with { Marketplace = one };
                    break;
                case "global" when two == "sources":
                    (result, length) = (result with { Marketplace = "global-sources" }, 2);
                    break;
                case "made" when two == "in" && i + 2 < _words.Count && _words[i + 2].Text == "china":
                    (result, length) = (result with { Marketplace = "made-in-china" }, 3);
                    break;
                case "card" or "visa" or "mastercard" or "amex":
                    result = Paid(result, PaymentWay.Card);
                    break;
                case "paypal":
                    result = Paid(result, PaymentWay.PayPal);
                    break;
                case "wire" or "swift":
                    result = Paid(result, PaymentWay.Wire);
                    break;
                default:
                    continue;
            }

            Take(_words[i].Span.Union(_words[i + length - 1].Span));
        }

        return result;
    }

    private OrderText Facts(OrderText result)
    {
        if (_quote.Methods.Any(m => m.Value == "T/T") && result.PaymentWays.Count == 0)
            result = Paid(result, result.Protection == Protection.Offline ? PaymentWay.Wire : PaymentWay.OrderTransfer);
        foreach (var span in _quote.Money.Select(f => f.Span).Concat(_quote.Quantities.Select(f => f.Span)).Concat(_quote.Payment.Select(f => f.Span))
            .Concat(_quote.Terms.Select(f => f.Span)).Concat(_quote.Methods.Select(f => f.Span)).Concat(_quote.LeadTimeDays.Select(f => f.Span))) Take(span);
        var largest = _quote.Money.Select(m => m.Value).Where(m => m.Role != MoneyRole.Fee).MaxBy(m => m.Amount);
        return result with
        {
            Quantity = _quote.Quantities.Select(q => q.Value).FirstOrDefault(q => !q.IsMinimum),
            Amount = largest is null ? null : largest with { Role = MoneyRole.Total },
            Incoterm = _quote.Incoterm?.Value,
            PaymentSplit = [.. _quote.Payment.Select(p => p.Value)],
        };
    }

    /// <summary>The words that nothing else took: behind the number the supplier, behind the quantity the goods.</summary>
    private OrderText Names(OrderText result)
    {
        string? supplier = null;
        string? goods = null;
        foreach (var (start, end) in Gaps())
        {
            if (Trimmed(start, end) is not { } name) continue;
            var isGoods = _quote.Quantities.Any(q => q.Span.End <= start && start - q.Span.End <= 2);
            if (isGoods) goods ??= name;
            else supplier ??= name;
        }

        return result with { Supplier = supplier, Goods = goods };
    }

    private IEnumerable<(int Start, int End)> Gaps()
    {
        var at = 0;
        foreach (var span in _taken.OrderBy(s => s.Start))
        {
            if (span.Start > at) yield return (at, span.Start);
            at = Math.Max(at, span.End);
        }

        if (at < _text.Length) yield return (at, _text.Length);
    }

    private string? Trimmed(int start, int end)
    {
        var inside = _words.Where(w => w.Span.Start >= start && w.Span.End <= end).ToList();
        while (inside.Count > 0 && Fillers.Contains(inside[0].Text)) inside.RemoveAt(0);
        while (inside.Count > 0 && Fillers.Contains(inside[^1].Text)) inside.RemoveAt(inside.Count - 1);
        if (inside.Count == 0 || !inside.Exists(w => char.IsLetter(w.Text[0]) && w.Text.Length > 1)) return null;
        var last = inside[^1].Span.End;

        // "Co., Ltd." keeps its point; a closing bracket belongs to the name that opened it.
        if (last < end && _text[last] == ')' && _text[inside[0].Span.Start..last].Contains('(', StringComparison.Ordinal)) last++;
        var name = _text[inside[0].Span.Start..last].Trim();
        return name.Length > LongestName ? name[..LongestName].TrimEnd() : name;
    }

    private OrderFact? Cue(int dateStart)
    {
        var before = _words.Where(w => w.Span.End <= dateStart).TakeLast(4).Reverse().ToList();
        foreach (var word in before)
        {
            if (word.Text is "ship" or "shipped" or "ships" or "shipment" or "shipping" or "etd" or "dispatch")
                return Marked(OrderFact.ShipBy, word, dateStart);
            if (word.Text is "deliver" or "delivered" or "delivery" or "delivers" or "arrive" or "arrives" or "eta") return Marked(OrderFact.DeliverBy, word, dateStart);
            if (word.Text is "payment" or "pay" or "paid") return word.Text == "paid" ? null : Marked(OrderFact.PayBy, word, dateStart);
            if (word.Text is "placed" or "ordered") return Marked(OrderFact.PlacedOn, word, dateStart);
            if (!IsBetween(word.Text)) return null;
        }

        return null;
    }

    private OrderFact Marked(OrderFact fact, Word word, int dateStart)
    {
        Take(new TextSpan(word.Span.Start, dateStart - word.Span.Start));
        return fact;
    }

    private bool SaysBy(int dateStart) =>
        _words.LastOrDefault(w => w.Span.End <= dateStart).Text is "by" or "before" or "until" or "latest" or "to" or "date";

    private static bool IsBetween(string word) => word is "by" or "on" or "before" or "until" or "latest" or "date" or "at" or "the" or "due" or "to" or "is" or "moved" or "now" or "of" or "new";

    private static OrderText Paid(OrderText text, PaymentWay way) => text.PaymentWays.Contains(way) ? text : text with { PaymentWays = [.. text.PaymentWays, way] };

    private void Take(TextSpan span)
    {
        if (span.Length > 0) _taken.Add(span);
    }

    private enum OrderFact
    {
        ShipBy,
        DeliverBy,
        PayBy,
        PlacedOn,
    }
}
