using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Cases;

/// <summary>Sends the cards of cases: a pressed card is replaced in its place, a typed answer gets a new one. Changes rows and saves nothing.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="book">The cases.</param>
/// <param name="orders">What the case's order says.</param>
/// <param name="clock">The time.</param>
internal sealed class CaseReplies(SourcingDbContext db, CaseBook book, CaseOrders orders, IClock clock)
{
    /// <summary>Asks a question.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="stored">The case.</param>
    /// <param name="question">The question.</param>
    /// <param name="lead">What is said first.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <param name="explains">Whether all that is known of the question is said.</param>
    public async Task AskAsync(CaseTalk talk, StoredCase stored, Question question, IReadOnlyList<LeadLine> lead, CancellationToken cancellationToken, bool explains = false)
    {
        await book.AskAsync(talk.Place.Key, stored, question.Id, cancellationToken);
        var (token, key) = Token(talk, new CaseSubject(stored.Row.Id, string.Empty, question.Id));
        Reply(talk, QuestionCard.Build(stored, question, lead, explains, token, talk.Place.Audience), key, CaseText.NameOf(stored));
    }

    /// <summary>Shows where a case stands.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="stored">The case.</param>
    /// <param name="lead">What is said first.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    /// <param name="isWhole">Whether every answer is listed.</param>
    public async Task SummariseAsync(CaseTalk talk, StoredCase stored, IReadOnlyList<LeadLine> lead, CancellationToken cancellationToken, bool isWhole = false)
    {
        await orders.CatchUpAsync(stored, cancellationToken);
        await book.AskAsync(talk.Place.Key, stored, null, cancellationToken);
        var facts = await orders.FactsAsync(stored, cancellationToken);
        var (token, key) = Token(talk, new CaseSubject(stored.Row.Id, string.Empty, null));
        Reply(talk, SummaryCard.Build(stored, facts, lead, token, talk.Place.Audience, isWhole), key, CaseText.NameOf(stored));
    }

    /// <summary>Asks something with buttons.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="title">The question.</param>
    /// <param name="sentence">What goes with it.</param>
    /// <param name="subject">What the buttons are about.</param>
    /// <param name="buttons">Their labels and verbs.</param>
    public void Choose(CaseTalk talk, string title, string sentence, CaseSubject subject, IReadOnlyList<(string Label, string Verb)> buttons)
    {
        var (token, key) = Token(talk, subject);
        List<CardPart> parts = [new Paragraph(null, sentence)];
        parts.AddRange(buttons.Chunk(5).Select(row => new Buttons([.. row.Select(b => new Button(b.Label, CardTokens.WithVerb(token, b.Verb)))])));
        Reply(talk, new OutgoingMessage(CheckAnswer.Sentences(title, [sentence]), new Card(Tone.Neutral, title, parts), talk.Place.Audience), key, title);
    }

    /// <summary>Says something.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="tone">Its tone.</param>
    /// <param name="title">Its title.</param>
    /// <param name="sentences">What it says.</param>
    public void Say(CaseTalk talk, Tone tone, string title, params string[] sentences)
    {
        ArgumentNullException.ThrowIfNull(talk);
        var audience = talk.Place.IsElsewhere ? Audience.AskerOnly : talk.Place.Audience;
        talk.Turn.Reply(CheckAnswer.Plain(tone, title, audience, sentences));
    }

    /// <summary>Sends a card; where it goes to the personal chat, a line says so where the person is.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="message">The card.</param>
    /// <param name="key">Its name, or null.</param>
    /// <param name="about">What it is about, for the line.</param>
    public void Reply(CaseTalk talk, OutgoingMessage message, string? key, string about)
    {
        ArgumentNullException.ThrowIfNull(talk);
        if (talk.Place.IsElsewhere) talk.Turn.Reply(CheckAnswer.Plain(Tone.Neutral, When.Say(CaseWords.ElsewhereTitle, about), Audience.AskerOnly, [CaseWords.ElsewhereText]));
        talk.Turn.Reply(message, key);
    }

    private (string Token, string Key) Token(CaseTalk talk, CaseSubject subject)
    {
        var token = CardTokens.Create();
        var key = (talk.Card is { } pressed ? CaseSubject.Of(pressed.Subject)?.CardKey : null) ?? "card/" + token;
        var onlyFor = talk.Place.Audience == Audience.Conversation ? null : talk.Turn.Event.From.Id;
        db.CardTokens.Add(CardTokens.Row(token, talk.Turn.Event.Conversation, onlyFor, (subject with { CardKey = key }).ToJson(), clock.GetCurrentInstant()));
        return (token, key);
    }
}

/// <summary>One turn of a conversation about a case.</summary>
/// <param name="Turn">The turn.</param>
/// <param name="Place">Where it takes place.</param>
/// <param name="Zone">The zone in which the person reads and writes dates.</param>
/// <param name="Card">The pressed card, or null.</param>
internal sealed record CaseTalk(Turn Turn, CasePlace Place, DateTimeZone Zone, CardTokenRow? Card = null);
