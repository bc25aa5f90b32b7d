using SourcingBot.Chat;
using SourcingBot.Resources;

namespace SourcingBot.Checks;

/// <summary>How to ask, in a few lines: only the ways that the platform at hand has.</summary>
internal static class HelpCard
{
    /// <summary>The answer to "help".</summary>
    /// <param name="audience">Who sees it.</param>
    /// <param name="ways">How people can ask where they are.</param>
    public static OutgoingMessage Build(Audience audience, IReadOnlyCollection<Addressing> ways) => With(Words.HelpTitle, Words.HelpIntro, audience, ways);

    /// <summary>The first words in a conversation that the bot was added to.</summary>
    /// <param name="ways">How people can ask where they are.</param>
    public static OutgoingMessage Welcome(IReadOnlyCollection<Addressing> ways) => With(Words.WelcomeTitle, Words.HelpIntro, Audience.Conversation, ways);

    /// <summary>The answer to a command that the bot does not have.</summary>
    /// <param name="audience">Who sees it.</param>
    /// <param name="ways">How people can ask where they are.</param>
    public static OutgoingMessage UnknownCommand(Audience audience, IReadOnlyCollection<Addressing> ways) =>
        With(Words.UnknownCommandTitle, Words.UnknownCommandText, audience, ways);

    private static OutgoingMessage With(string title, string intro, Audience audience, IReadOnlyCollection<Addressing> ways)
    {
        List<string> lines = [];
        if (ways.Contains(Addressing.Direct) || ways.Contains(Addressing.Mention)) lines.Add(Words.HelpPaste);
        if (ways.Contains(Addressing.Command)) lines.Add(Words.HelpCommand);
        if (ways.Contains(Addressing.MessageShortcut)) lines.Add(Words.HelpShortcut);
        if (ways.Contains(Addressing.Overheard)) lines.Add(Words.HelpWatch);
        List<CardPart> parts = [new Paragraph(null, intro), new Note(Words.HelpLanguages)];
        if (lines.Count > 0) parts.Insert(1, lines is [var only] ? new Paragraph(null, only) : new BulletList(lines));
        parts.Add(new Heading(Words.HelpOrdersTitle, Tone.Neutral));
        parts.Add(new BulletList([Words.HelpOrdersFollow, Words.HelpOrdersTell, Words.HelpOrdersSee, Words.HelpCasesDispute, Words.HelpCasesPaid, Words.HelpCasesBefore, Words.HelpCasesIp]));
        return new OutgoingMessage(CheckAnswer.Sentences(title, [intro, .. lines.Take(1)]), new Card(Tone.Neutral, title, parts), audience);
    }
}
