using SourcingBot.Chat;
using SourcingBot.Flows;
using SourcingBot.Orders;

namespace SourcingBot.Cases;

/// <summary>What a message wants of the cases.</summary>
internal enum CaseWish
{
    /// <summary>Nothing: it is an answer, or for somebody else.</summary>
    None,

    /// <summary>Begin a case, or go on with the one that there is.</summary>
    Begin,

    /// <summary>List the cases.</summary>
    List,

    /// <summary>Show a case by its name.</summary>
    Show,

    /// <summary>Take the pack of a case.</summary>
    Pack,

    /// <summary>Delete a case.</summary>
    Delete,
}

/// <summary>A message taken apart into the wish and the words it is about.</summary>
/// <param name="Wish">What is wanted.</param>
/// <param name="Kind">What is to be begun.</param>
/// <param name="Rest">What follows the word of command, or all of it where there is none.</param>
internal readonly record struct CaseRequest(CaseWish Wish, FlowKind Kind, string Rest)
{
    /// <summary>So few words are news of the team's own; more are a message that somebody pasted.</summary>
    private const int LongestNews = 12;

    /// <summary>Takes a message apart.</summary>
    /// <param name="message">The message.</param>
    /// <param name="flows">The flows; their words tell what somebody means without a command.</param>
    public static CaseRequest Of(IncomingMessage message, FlowBook flows)
    {
        var text = message.Text.Trim();
        if (text.Length == 0 || message.Addressing is Addressing.MessageShortcut or Addressing.Form) return default;
        var words = Word.Of(text);
        if (words.Count == 0) return default;
        var isCommand = message.Addressing == Addressing.Command;
        var rest = text[words[0].Span.End..].Trim(' ', ':', ',');
        var isShort = words.Count <= LongestNews && !text.Contains('\n', StringComparison.Ordinal);
        switch (words[0].Text)
        {
            case "dispute" when isCommand || isShort:
                return new CaseRequest(CaseWish.Begin, FlowKind.Dispute, rest);
            case "ip" when isCommand || words.Count <= 4:
                return new CaseRequest(CaseWish.Begin, FlowKind.IpReport, rest);
            case "vet" when isCommand || isShort:
                return new CaseRequest(CaseWish.Begin, FlowKind.Vetting, rest);
            case "ready" when isCommand || (words.Count <= 4 && words.Skip(1).Any(w => char.IsAsciiDigit(w.Text[0]))):
                return new CaseRequest(CaseWish.Begin, FlowKind.Ready, rest);
            case "ddp" when isCommand || words.Count == 1:
                return new CaseRequest(CaseWish.Begin, FlowKind.Ddp, rest);
            case "paid" when isCommand || words.Count == 1:
                return new CaseRequest(CaseWish.Begin, FlowKind.Paid, rest);
            case "cases" when words.Count == 1:
                return new CaseRequest(CaseWish.List, default, string.Empty);
            case "pack" when IsBrief(text, 1) || CaseNames.In(rest) is not null || (IsBrief(text, 3) && rest.Any(char.IsAsciiDigit)):
                return new CaseRequest(CaseWish.Pack, default, rest);
            case "delete" when IsBrief(text) && CaseNames.In(rest) is not null:
                return new CaseRequest(CaseWish.Delete, default, rest);
            case "case" or "continue" or "resume" or "reopen" when IsBrief(text) && CaseNames.In(rest) is not null:
                return new CaseRequest(CaseWish.Show, default, rest);
        }

        if (IsBrief(text, 2) && CaseNames.In(text) is not null) return new CaseRequest(CaseWish.Show, default, text);

        // "The goods arrived broken": only as the first words, and only where the bot was spoken to as a colleague is.
        // What begins with "order" is news of an order, whatever else it says.
        if (!isShort || words.Count < 2 || isCommand || words[0].Text is "order" or "track" or "follow" or "check") return default;
        if (words.Any(w => w.Text is "please" or "pls" or "dear" or "kindly" or "sir" or "madam" or "friend")) return default;
        if (flows.Guess(text, null) is not { } meant) return default;

        // "We have already paid the deposit" is news of an order, and no cry for help.
        if (meant.Kind == FlowKind.Paid && EventPhrases.BuiltIn.Find(words, isQuestion: false) is { Kind: not OrderEventKind.FraudulentWireSent }) return default;
        return new CaseRequest(CaseWish.Begin, meant.Kind, text);
    }

    /// <summary>As people count words: a case's name is one of them, whatever signs it is made of.</summary>
    private static bool IsBrief(string text, int most = 4) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= most;
}

/// <summary>What somebody says about the conversation itself, at any question.</summary>
internal enum GlobalWord
{
    /// <summary>Nothing of that kind.</summary>
    None,

    /// <summary>To the question before.</summary>
    Back,

    /// <summary>Leave it out.</summary>
    Skip,

    /// <summary>Put it off.</summary>
    Later,

    /// <summary>Stop asking.</summary>
    Stop,

    /// <summary>Why is it asked.</summary>
    Why,

    /// <summary>Where the case stands.</summary>
    Summary,

    /// <summary>Where the case stands, with every answer.</summary>
    AllAnswers,

    /// <summary>Ask the next question.</summary>
    Continue,

    /// <summary>Change an earlier answer; the words say which.</summary>
    Change,
}

/// <summary>Reads what somebody says about the conversation itself. Pure.</summary>
internal static class GlobalWords
{
    private const int MostWords = 14;

    /// <summary>What is meant, and which words follow.</summary>
    /// <param name="text">What was said.</param>
    public static (GlobalWord Word, string Words) Of(string text)
    {
        var words = Word.Of(text);
        if (words.Count is 0 or > MostWords) return default;
        var plain = string.Join(' ', words.Select(w => w.Text));
        var one = plain switch
        {
            "back" or "go back" or "previous" => GlobalWord.Back,
            "skip" or "skip it" or "skip this" or "next" => GlobalWord.Skip,
            "later" or "not now" or "ask me later" => GlobalWord.Later,
            "stop" or "cancel" or "quit" or "exit" or "pause" => GlobalWord.Stop,
            "why" or "why do you ask" or "explain" or "example" or "what is that" or "what do you mean" => GlobalWord.Why,
            "summary" or "status" or "where are we" or "show" => GlobalWord.Summary,
            "all answers" or "all the answers" or "show all answers" => GlobalWord.AllAnswers,
            "continue" or "go on" or "resume" => GlobalWord.Continue,
            _ => GlobalWord.None,
        };
        if (one != GlobalWord.None) return (one, string.Empty);
        if (words[0].Text is not ("change" or "correct" or "fix") || words.Count < 2) return default;
        var at = 1;
        while (at < words.Count && words[at].Text is "my" or "the" or "answer" or "to" or "about" or "for" or "on" or "of") at++;
        return at < words.Count ? (GlobalWord.Change, text[words[at].Span.Start..].Trim()) : (GlobalWord.Change, string.Empty);
    }

    /// <summary>The question that somebody means by some words of it; null where none or several fit equally.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="answers">The answers; only what was answered can be changed.</param>
    /// <param name="words">What was said.</param>
    public static Question? Meant(FlowDefinition flow, IReadOnlyDictionary<string, Answer> answers, string words)
    {
        var said = Word.Of(words).Select(w => w.Text).ToHashSet(StringComparer.Ordinal);
        var scored = FlowEngine.Applicable(flow, answers).Where(q => answers.ContainsKey(q.Id))
            .Select(q => (Question: q, Score: Score(q, said))).Where(s => s.Score > 0).OrderByDescending(s => s.Score).ToList();
        return scored.Count > 0 && (scored.Count == 1 || scored[0].Score > scored[1].Score) ? scored[0].Question : null;
    }

    /// <summary>The words of its name count twice: that is what its answer is called on the summary.</summary>
    private static int Score(Question question, HashSet<string> said) =>
        (2 * question.Id.Split('-').Count(said.Contains)) + Word.Of(question.Ask).Select(w => w.Text).Distinct().Count(w => w.Length > 3 && said.Contains(w));
}
