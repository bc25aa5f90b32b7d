using SourcingBot.Chat;
using SourcingBot.Resources;

namespace SourcingBot.Checks;

/// <summary>How to ask, in a few lines.</summary>
internal static class HelpCard
{
    private static BulletList Ways => new([Words.HelpPaste, Words.HelpCommand, Words.HelpShortcut]);

    /// <summary>The answer to "help".</summary>
    /// <param name="audience">Who sees it.</param>
    public static OutgoingMessage Build(Audience audience) => With(Words.HelpTitle, Words.HelpIntro, audience);

    /// <summary>The first words in a conversation that the bot was added to.</summary>
    public static OutgoingMessage Welcome() => With(Words.WelcomeTitle, Words.HelpIntro, Audience.Conversation);

    /// <summary>The answer to a command that the bot does not have.</summary>
    /// <param name="audience">Who sees it.</param>
    public static OutgoingMessage UnknownCommand(Audience audience) => With(Words.UnknownCommandTitle, Words.UnknownCommandText, audience);

    private static OutgoingMessage With(string title, string intro, Audience audience) =>
        new($"{title}. {intro} {Words.HelpPaste}", new Card(Tone.Neutral, title, [new Paragraph(null, intro), Ways, new Note(Words.HelpLanguages)]), audience);
}
