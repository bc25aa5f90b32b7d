using System.Globalization;
using SourcingBot.Checks;
using SourcingBot.Disputes;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Cases;

/// <summary>Says questions, answers and cases in words. Pure.</summary>
internal static class CaseText
{
    private const int LongestShown = 120;

    /// <summary>"Dispute D-7KQ2".</summary>
    /// <param name="stored">The case.</param>
    public static string NameOf(StoredCase stored) => When.Say(KindOf(stored.Row.Kind), stored.Row.Name);

    /// <summary>"order 178453210, Ningbo Bright", or the supplier, or null.</summary>
    /// <param name="stored">The case.</param>
    public static string? AboutOf(StoredCase stored)
    {
        var number = stored.TextOf("order-number");
        var supplier = stored.TextOf("supplier") ?? stored.TextOf("supplier-name");
        if (number is null) return supplier is null ? null : Short(supplier, 60);
        return supplier is null ? When.Say(CaseWords.AboutOrder, Short(number, 40)) : When.Say(CaseWords.AboutOrderOf, Short(number, 40), Short(supplier, 60));
    }

    /// <summary>What a question is called in a list: its label, or its name in words.</summary>
    /// <param name="question">The question.</param>
    public static string LabelOf(Question question) => question.Label ?? string.Concat(char.ToUpperInvariant(question.Id[0]).ToString(), question.Id[1..].Replace('-', ' '));

    /// <summary>An answer in words; from outside.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">The answer.</param>
    public static string Show(Question question, Answer answer) => answer.State switch
    {
        AnswerState.AtHand => CaseWords.ShowAtHand,
        AnswerState.Missing => CaseWords.ShowMissing,
        AnswerState.Skipped => CaseWords.ShowSkipped,
        AnswerState.Later => CaseWords.ShowLater,
        _ => Value(question, answer),
    };

    /// <summary>The words on the button of a choice.</summary>
    /// <param name="question">The question.</param>
    /// <param name="choice">The choice.</param>
    public static string ChoiceLabel(Question question, string choice) => choice switch
    {
        "yes" => CaseWords.AnswerYes,
        "no" => CaseWords.AnswerNo,
        "unsure" => CaseWords.AnswerUnsure,
        _ => question.Choices.FirstOrDefault(c => c.Id == choice)?.Label ?? choice,
    };

    /// <summary>The beginning of words from outside, on one line.</summary>
    /// <param name="text">The words.</param>
    /// <param name="most">How many characters at most.</param>
    public static string Short(string text, int most = LongestShown)
    {
        var line = ShownText.OnOneLine(text).Trim();
        return line.Length <= most ? line : Suppliers.SupplierRow.Cut(line, most - 1).TrimEnd() + "…";
    }

    private static string Value(Question question, Answer answer)
    {
        if (question.Kind is AnswerKind.YesNo or AnswerKind.Choice && answer.Choice is { } choice) return ChoiceLabel(question, choice);
        if (answer.Date is { } date) return When.Weekday(date);
        if (answer.Money is { } money) return ClaimAmount.Show(money);
        if (answer.Quantity is { } quantity) return string.Create(CultureInfo.InvariantCulture, $"{quantity.Value:#,0.##} {Short(quantity.Unit, 20)}");
        if (answer.Number is { } number) return number.ToString("#,0.##", CultureInfo.InvariantCulture);
        var parts = new List<string>();
        if (answer.Files.Count > 0) parts.Add(string.Join(", ", answer.Files.Select(f => Short(f.Name, 60))));
        if (answer.Links.Count > 0) parts.Add(answer.Links.Count == 1 ? Short(answer.Links[0]) : When.Say(CaseWords.ShowLinks, answer.Links.Count));
        if (answer.Text is { } text) parts.Add(Short(text));
        return string.Join("; ", parts);
    }

    private static string KindOf(FlowKind kind) => kind switch
    {
        FlowKind.Dispute => CaseWords.NameDispute,
        FlowKind.IpReport => CaseWords.NameIpReport,
        FlowKind.Vetting => CaseWords.NameVetting,
        FlowKind.Ready => CaseWords.NameReady,
        FlowKind.Ddp => CaseWords.NameDdp,
        _ => CaseWords.NamePaid,
    };
}
