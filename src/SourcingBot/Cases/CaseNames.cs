using System.Security.Cryptography;
using SourcingBot.Flows;

namespace SourcingBot.Cases;

/// <summary>The short names of cases, as "D-7KQ2": the kind's letter and four signs that nobody confuses on the phone.</summary>
internal static class CaseNames
{
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 4;

    /// <summary>A new name; whoever stores it sees whether it is taken.</summary>
    /// <param name="kind">What the case is for.</param>
    public static string Create(FlowKind kind) => LetterOf(kind) + "-" + RandomNumberGenerator.GetString(Signs, Length);

    /// <summary>The name in somebody's words ("case d 7kq2", "D-7KQ2"), or null.</summary>
    /// <param name="text">The words.</param>
    public static string? In(string text)
    {
        foreach (var word in text.Split([' ', ',', '.', ':', ';', '\n', '\t', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries))
        {
            var name = word.Trim().ToUpperInvariant();
            if (name.Length == Length + 2 && name[1] == '-' && "DIVRTP".Contains(name[0], StringComparison.Ordinal) && name[2..].All(c => Signs.Contains(c, StringComparison.Ordinal))) return name;
        }

        return null;
    }

    private static char LetterOf(FlowKind kind) => kind switch
    {
        FlowKind.Dispute => 'D',
        FlowKind.IpReport => 'I',
        FlowKind.Vetting => 'V',
        FlowKind.Ready => 'R',
        FlowKind.Ddp => 'T',
        _ => 'P',
    };
}
