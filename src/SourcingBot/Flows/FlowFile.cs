using SourcingBot.Chat;
using SourcingBot.Orders;
using SourcingBot.Quotes;
using SourcingBot.Text;
using SourcingBot.Vetting;

namespace SourcingBot.Flows;

/// <summary>Reads a flow's file and refuses one that is wrong: an unknown or later question, one that is never asked, words that are missing or too long for a card.</summary>
internal static class FlowFile
{
    private const int LongestAsk = 160;
    private const int LongestLabel = 30;
    private const int LongestWords = 400;
    private const int LongestTitle = 60;
    private const int MostHours = 24 * 400;
    private const int MostAmount = 1_000_000;

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="json">Its text.</param>
    /// <param name="part">The text of a shared part by its name, or null where there is none.</param>
    /// <param name="prefills">What the program may know already.</param>
    /// <exception cref="DataFileException">It is wrong; the message names file and place.</exception>
    public static FlowDefinition Read(string file, string json, Func<string, string?> part, IReadOnlySet<string> prefills)
    {
        var root = DataNode.Parse(file, json);
        root.Only("id", "version", "kind", "title", "intro", "words", "source", "date", "sections", "questions", "steps", "closing");
        var sections = root.Find("sections")?.Items().Select(Section).ToList() ?? [];
        var questions = new List<Question>();
        foreach (var node in root.Get("questions").Items()) AddQuestions(node, questions, part, sections, prefills);
        if (questions.Count == 0) throw root.Get("questions").Wrong("at least one question");
        var closing = root.Find("closing");
        closing?.Only("title", "text");
        return new FlowDefinition
        {
            Id = Id(root.Get("id")),
            Version = root.Get("version").Number(1, 1000),
            Kind = root.Get("kind").OneOf<FlowKind>(),
            Title = Words(root.Get("title"), LongestTitle),
            Intro = Words(root.Get("intro"), LongestWords),
            Words = root.Find("words")?.Items().Select(n => n.Text()).ToList() ?? [],
            Sections = sections,
            Questions = questions,
            Steps = root.Find("steps")?.Items().Select(n => Step(n, questions)).ToList() ?? [],
            ClosingTitle = closing is { } c ? Words(c.Get("title"), LongestTitle) : null,
            ClosingText = closing is { } t ? Words(t.Get("text"), LongestWords) : null,
            Source = root.Get("source").Text(),
            Checked = root.Get("date").Text(),
        };
    }

    private static void AddQuestions(DataNode node, List<Question> questions, Func<string, string?> part, List<FlowSection> sections, IReadOnlySet<string> prefills)
    {
        if (node.Find("include") is not { } include)
        {
            questions.Add(One(node, questions, sections, prefills));
            return;
        }

        node.Only("include");
        var name = include.Text();
        var shared = DataNode.Parse(name + ".part.json", part(name) ?? throw include.Wrong("the name of a file in Parts"));
        shared.Only("questions", "source", "date");
        foreach (var inner in shared.Get("questions").Items()) questions.Add(One(inner, questions, sections, prefills));
    }

    private static Question One(DataNode node, List<Question> before, List<FlowSection> sections, IReadOnlySet<string> prefills)
    {
        node.Only("id", "section", "kind", "label", "ask", "why", "weak", "example", "retry", "weight", "counts", "exhibit", "shows", "choices", "required", "when", "prefill", "records",
            "notes", "renamedFrom", "source");
        var id = Id(node.Get("id"));
        if (before.Exists(q => q.Id == id || q.RenamedFrom.Contains(id))) throw node.Get("id").Wrong("a name that no other question of the flow has or had");
        var kind = node.Get("kind").OneOf<AnswerKind>();
        var choices = node.Find("choices")?.Items().Select(Choice).ToList() ?? [];
        if ((kind == AnswerKind.Choice) != (choices.Count > 0)) throw node.Wrong(kind == AnswerKind.Choice ? "the key \"choices\"" : "no choices for this kind");
        if (choices.Select(c => c.Id).Distinct(StringComparer.Ordinal).Count() != choices.Count) throw node.Get("choices").Wrong("each choice once");
        var section = node.Find("section")?.Text();
        if (section is not null && sections.TrueForAll(s => s.Id != section)) throw node.Get("section").Wrong("a section of this flow");
        if (node.Find("prefill") is { } known && !known.Text().StartsWith("text:", StringComparison.Ordinal) && !prefills.Contains(known.Text()))
            throw known.Wrong("one of " + string.Join(", ", prefills.Order(StringComparer.Ordinal)));
        var possible = Possible(kind, choices);
        return new Question
        {
            Id = id,
            Section = section,
            Kind = kind,
            Label = node.Find("label") is { } label ? Words(label, LongestLabel) : null,
            Ask = Words(node.Get("ask"), LongestAsk),
            Why = Words(node.Find("why")),
            Weak = kind == AnswerKind.Evidence ? Words(node.Get("weak"), LongestWords) : Words(node.Find("weak")),
            Example = Words(node.Find("example")),
            Retry = Words(node.Find("retry")),
            Weight = node.Find("weight")?.OneOf<Weight>() ?? Weight.None,
            Counts = node.Find("counts")?.Items().Select(n => Known(n, possible)).ToList() ?? [],
            Exhibit = kind == AnswerKind.Evidence ? node.Get("exhibit").OneOf<ExhibitKind>() : default,
            Shows = kind == AnswerKind.Evidence ? Words(node.Get("shows"), LongestWords) : null,
            Choices = choices,
            IsRequired = node.Find("required")?.Flag() ?? false,
            When = Condition(node.Find("when"), before),
            Prefill = node.Find("prefill")?.Text(),
            Records = node.Find("records") is { } records ? KebabNames<OrderEventKind>.Of(records.OneOf<OrderEventKind>()) : null,
            Notes = node.Find("notes")?.Items().Select(n => Note(n, possible)).ToList() ?? [],
            RenamedFrom = node.Find("renamedFrom")?.Items().Select(Id).ToList() ?? [],
            Source = node.Find("source")?.Text(),
        };
    }

    /// <summary>The names that an answer of a kind can have.</summary>
    private static HashSet<string> Possible(AnswerKind kind, List<FlowChoice> choices)
    {
        HashSet<string> names = new(["given", "missing"], StringComparer.Ordinal);
        names.UnionWith(kind switch
        {
            AnswerKind.YesNo => ["yes", "no", "unsure"],
            AnswerKind.Choice => choices.Select(c => c.Id),
            AnswerKind.CreditCode => CreditCodeNames.All,
            _ => [],
        });
        return names;
    }

    private static string Known(DataNode node, HashSet<string> possible) => possible.Contains(node.Text()) ? node.Text() : throw node.Wrong("one of " + string.Join(", ", possible));

    private static FlowChoice Choice(DataNode node)
    {
        node.Only("id", "label", "flow");
        return new FlowChoice(Id(node.Get("id")), Words(node.Get("label"), 40), node.Find("flow")?.Text());
    }

    private static FlowNote Note(DataNode node, HashSet<string> possible)
    {
        node.Only("is", "tone", "say", "send");
        return new FlowNote([.. node.Get("is").Items().Select(n => Known(n, possible))], node.Find("tone")?.OneOf<Tone>() ?? Tone.Neutral, Words(node.Get("say"), LongestWords), Words(node.Find("send")));
    }

    private static FlowStep Step(DataNode node, List<Question> questions)
    {
        node.Only("id", "when", "title", "text", "within", "remind", "source", "date", "confidence");
        var within = node.Find("within");
        within?.Only("hours", "days", "after");
        var hours = within is { } w ? w.Find("hours")?.Number(1, MostHours) ?? (24 * w.Get("days").Number(1, MostHours / 24)) : (int?)null;
        var after = within?.Find("after");
        if (after is { } date && !questions.Exists(q => q.Id == date.Text() && q.Kind == AnswerKind.Date)) throw date.Wrong("a question of this flow that is answered with a date");
        var remind = node.Find("remind");
        remind?.Only("hoursBefore");
        if (remind is not null && within is null) throw node.Wrong("the key \"within\", because it is reminded of");
        return new FlowStep(
            Id(node.Get("id")), Condition(node.Find("when"), questions), Words(node.Get("title"), 100), Words(node.Get("text"), 600), hours, after?.Text(),
            remind?.Get("hoursBefore").Number(0, MostHours), node.Find("source")?.Text(), node.Find("date")?.Text(), node.Find("confidence")?.Text());
    }

    /// <summary>A condition on an earlier question; a later one would be a circle or never hold.</summary>
    private static FlowCondition? Condition(DataNode? node, List<Question> before)
    {
        if (node is not { } found) return null;
        found.Only("question", "is", "upTo", "and");
        var and = Condition(found.Find("and"), before);
        var name = found.Get("question").Text();
        var question = before.Find(q => q.Id == name) ?? throw found.Get("question").Wrong("the name of a question that stands before this one");
        if (found.Find("upTo") is { } most)
        {
            most.Only("amount", "currency");
            if (question.Kind != AnswerKind.Money) throw most.Wrong("only with a question that is answered with an amount");
            return new FlowCondition(name, [], new Money(most.Get("amount").Number(1, MostAmount), most.Get("currency").Text(), MoneyRole.Other), and);
        }

        var possible = Possible(question.Kind, [.. question.Choices]);
        var ways = found.Get("is").Items().Select(n => Known(n, possible)).ToList();
        return ways.Count > 0 ? new FlowCondition(name, ways, null, and) : throw found.Get("is").Wrong("at least one answer: otherwise it is never asked");
    }

    private static FlowSection Section(DataNode node)
    {
        node.Only("id", "title");
        return new FlowSection(Id(node.Get("id")), Words(node.Get("title"), LongestTitle));
    }

    private static string Id(DataNode node)
    {
        var id = node.Text();
        return id.Length <= 60 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? id : throw node.Wrong("lower case words with hyphens");
    }

    private static string? Words(DataNode? node) => node is { } found ? Words(found, LongestWords) : null;

    private static string Words(DataNode node, int longest) => node.Text() is var text && text.Length <= longest ? text : throw node.Wrong($"at most {longest} characters");
}
