using NodaTime;
using SourcingBot.Text;

namespace SourcingBot.Orders;

/// <summary>Reads a policy's file and refuses one that is wrong.</summary>
internal static class PolicyFile
{
    private const int LongestLength = 10_000;

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="json">Its text.</param>
    /// <exception cref="DataFileException">It is wrong; the message names file and place.</exception>
    public static Policy Read(string file, string json)
    {
        var root = DataNode.Parse(file, json);
        root.Only("policy", "version", "title", "checked", "country", "applies", "rules");
        var applies = root.Get("applies");
        applies.Only("marketplaces", "protections", "payments", "logistics");
        var rules = root.Get("rules").Items();
        if (rules.Count == 0) throw root.Get("rules").Wrong("at least one rule");
        var policy = new Policy
        {
            Id = Id(root.Get("policy")),
            Version = root.Get("version").Number(1, int.MaxValue),
            Title = root.Get("title").Text(),
            Checked = root.Get("checked").Date(),
            Country = root.Find("country")?.Text(),
            Marketplaces = List(applies.Find("marketplaces"), n => n.Text()),
            Protections = List(applies.Find("protections"), n => n.OneOf<Protection>()),
            PaymentWays = List(applies.Find("payments"), n => n.OneOf<PaymentWay>()),
            Logistics = List(applies.Find("logistics"), n => n.OneOf<MarketplaceLogistics>()),
            Rules = [.. rules.Select(Rule)],
        };
        for (var i = 0; i < rules.Count; i++) CheckReferences(policy, i, rules[i]);
        return policy;
    }

    private static PolicyRule Rule(DataNode node)
    {
        node.Only("id", "title", "do", "kind", "actor", "when", "readings", "opens", "lengthUnknown", "toldBy", "extendedBy", "doneBy", "reopenedBy", "mootBy", "unless",
            "afterExpiryOf", "historic", "supersededBy");
        var isNote = node.Get("kind").Text() == "note";
        var readings = node.Get("readings").Items();
        if (readings.Count == 0) throw node.Get("readings").Wrong("at least one reading");
        if (isNote && readings.Count > 1) throw node.Get("readings").Wrong("one reading, because a note has no length");
        return new PolicyRule
        {
            Id = Id(node.Get("id")),
            Title = node.Get("title").Text(),
            Do = node.Get("do").Text(),
            Kind = isNote ? null : node.Get("kind").OneOf<DeadlineKind>(),
            Actor = node.Find("actor")?.OneOf<Party>() ?? Party.Buyer,
            When = Condition(node.Find("when")),
            Readings = [.. readings.Select(r => Reading(r, isNote, node.Find("afterExpiryOf") is not null))],
            Opens = node.Find("opens")?.Flag() ?? false,
            IsLengthUnknown = node.Find("lengthUnknown")?.Flag() ?? false,
            ToldBy = node.Find("toldBy")?.OneOf<OrderEventKind>(),
            ExtendedBy = Extension(node.Find("extendedBy")),
            DoneBy = Kinds(node, "doneBy"),
            ReopenedBy = Kinds(node, "reopenedBy"),
            MootBy = Kinds(node, "mootBy"),
            Unless = Kinds(node, "unless"),
            AfterExpiryOf = List(node.Find("afterExpiryOf"), n => n.Text()),
            IsHistoric = node.Find("historic")?.Flag() ?? false,
            SupersededBy = node.Find("supersededBy")?.Text(),
        };
    }

    private static RuleReading Reading(DataNode node, bool isNote, bool needsNoStart)
    {
        node.Only("start", "from", "length", "unit", "zone", "source", "dated", "confidence");
        var starts = List(node.Find("start"), Start);
        if (starts.Count == 0 && !needsNoStart) throw node.Wrong("the key \"start\" with at least one entry or date");
        var from = node.Find("from");
        return new RuleReading
        {
            Starts = starts,
            FromLast = from is not null && (from.Value.Text() switch { "first" => false, "last" => true, _ => throw from.Value.Wrong("first or last") }),
            Length = isNote ? 0 : node.Get("length").Number(0, LongestLength),
            Unit = isNote ? LengthUnit.CalendarDays : node.Get("unit").OneOf<LengthUnit>(),
            Zone = isNote ? null : Zone(node.Get("zone")),
            Source = node.Get("source").Text(),
            Dated = node.Find("dated")?.Date(),
            Confidence = node.Get("confidence").OneOf<Confidence>(),
        };
    }

    private static RuleCondition Condition(DataNode? node)
    {
        node?.Only("tiers", "logistics", "maxUsd", "guaranteedDelivery");
        return new RuleCondition(
            List(node?.Find("tiers"), n => n.OneOf<BuyerTier>()), List(node?.Find("logistics"), n => n.OneOf<MarketplaceLogistics>()),
            node?.Find("maxUsd")?.Amount(), node?.Find("guaranteedDelivery")?.Flag() ?? false);
    }

    private static RuleExtension? Extension(DataNode? node)
    {
        if (node is not { } found) return null;
        found.Only("by", "days", "most");
        return new RuleExtension(found.Get("by").OneOf<OrderEventKind>(), found.Get("days").Number(1, LongestLength), found.Get("most").Number(1, 100));
    }

    private static StartingPoint Start(DataNode node) => KebabNames<OrderDate>.ByName.TryGetValue(node.Text(), out var date)
        ? new StartingPoint(null, date) : new StartingPoint(node.OneOf<OrderEventKind>(), null);

    private static DateTimeZone? Zone(DataNode node) => node.Text() == "reader"
        ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(node.Text()) ?? throw node.Wrong("an IANA time zone as \"Asia/Shanghai\", or \"reader\"");

    private static string Id(DataNode node)
    {
        var id = node.Text();
        return id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? id : throw node.Wrong("lower case words with hyphens");
    }

    private static void CheckReferences(Policy policy, int at, DataNode node)
    {
        var rule = policy.Rules[at];
        if (policy.Rules.Take(at).Any(r => r.Id == rule.Id)) throw node.Get("id").Wrong("an id that no other rule of this file has");
        if (rule.AfterExpiryOf.Any(after => policy.Rules.All(r => r.Id != after))) throw node.Get("afterExpiryOf").Wrong("ids of rules of this file");
        if (rule.SupersededBy is { } next && policy.Rules.All(r => r.Id != next)) throw node.Get("supersededBy").Wrong("the id of a rule of this file");
        if (policy.Country is null && rule.Readings.Any(r => r.Unit == LengthUnit.WorkingDays)) throw node.Wrong("no working days, or the key \"country\" at the top of the file");
        if (rule.IsLengthUnknown && rule.ToldBy is null) throw node.Wrong("the key \"toldBy\", because the length is not known");
    }

    private static IReadOnlyList<OrderEventKind> Kinds(DataNode node, string key) => List(node.Find(key), n => n.OneOf<OrderEventKind>());

    private static IReadOnlyList<T> List<T>(DataNode? node, Func<DataNode, T> read) => node is { } found ? [.. found.Items().Select(read)] : [];
}
