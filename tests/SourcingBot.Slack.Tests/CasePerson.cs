using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SourcingBot.Cases;
using SourcingBot.Flows;
using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>
/// A person of a crowd who leads one case after the other about goods that came broken, and remembers what was answered. Each sees
/// only the cards of the own conversation and answers the one that came last.
/// </summary>
/// <param name="crowd">The crowd.</param>
/// <param name="number">The person's number.</param>
/// <param name="random">What chooses the answers.</param>
internal sealed class CasePerson(CaseCrowd crowd, int number, Random random)
{
    private static readonly FlowDefinition Flow = FlowBook.BuiltIn.Find("dispute-damaged")!;

    private readonly string _root = string.Create(CultureInfo.InvariantCulture, $"1759990000.{number:D6}");
    private int _done;

    /// <summary>The platform's id of the person.</summary>
    public string Id { get; } = "U" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the person speaks in a thread of a channel; else in the personal chat with the bot.</summary>
    public bool IsInThread { get; init; }

    /// <summary>The workspace.</summary>
    public string Workspace { get; init; } = "T1";

    /// <summary>Of each case that was begun, in order: what was answered, by question.</summary>
    public List<Dictionary<string, string>> Cases { get; } = [];

    /// <summary>The files that were sent: name and SHA-256.</summary>
    public List<(string Name, string Sha256)> Files { get; } = [];

    /// <summary>The channel.</summary>
    public string Channel => (IsInThread ? "C" : "D") + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Answers questions in case after case, until there is no more need.</summary>
    /// <param name="goesOn">Whether there is; told how many answers the case has.</param>
    public async Task LeadAsync(Func<int, bool> goesOn)
    {
        while (true)
        {
            var asked = new HashSet<string>(StringComparer.Ordinal);
            var answers = new Dictionary<string, string>(StringComparer.Ordinal);
            Cases.Add(answers);
            var next = crowd.CardsIn(Channel);
            await SayAsync("dispute they arrived broken", null);
            while (true)
            {
                var card = await crowd.CardAsync(Channel, next++);
                if (IsInThread) Assert.Equal(_root, card.Thread ?? _root);
                if (Flow.Questions.FirstOrDefault(q => card.Text.StartsWith(q.Ask, StringComparison.Ordinal)) is not { } question)
                {
                    Assert.True(card.Text.StartsWith("Your case", StringComparison.Ordinal) || card.Text.StartsWith(Flow.Title, StringComparison.Ordinal), $"{Id} did not expect: {card.Text}");
                    break;
                }

                Assert.True(asked.Add(question.Id), $"{Id} was asked twice: {card.Text}");
                if (!goesOn(answers.Count)) return;
                await AnswerAsync(card, question, answers);
            }

            if (!goesOn(answers.Count)) return;
        }
    }

    /// <summary>An answer in the words that <see cref="Cases"/> has for it.</summary>
    /// <param name="answer">The answer as it is stored.</param>
    public static string Describe(Answer answer) => answer switch
    {
        { State: AnswerState.AtHand } => "at hand",
        { Choice: { } choice } => "choice " + choice,
        { Date: { } date } => "date " + LocalDatePattern.Iso.Format(date),
        { Money: { } money } => string.Create(CultureInfo.InvariantCulture, $"money {money.Amount:0} {money.Currency}"),
        { Quantity: { } quantity } => string.Create(CultureInfo.InvariantCulture, $"quantity {quantity.Value:0}"),
        { Files: { Count: > 0 } files } => $"files {string.Join(' ', files.Select(f => f.Name))} {answer.Text}".TrimEnd(),
        _ => "text " + answer.Text,
    };

    private async Task AnswerAsync(CrowdCard card, Question question, Dictionary<string, string> answers)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"{number}-{Cases.Count}-{answers.Count}");
        var amount = random.Next(1, 900).ToString(CultureInfo.InvariantCulture);
        switch (question.Kind)
        {
            case AnswerKind.YesNo or AnswerKind.Choice:
                var choices = card.Buttons.Where(b => b.Token.Contains('.' + CaseVerbs.Choose, StringComparison.Ordinal)).ToList();
                var token = choices[random.Next(choices.Count)].Token;
                answers[question.Id] = "choice " + token[(token.IndexOf(':', StringComparison.Ordinal) + 1)..];
                await PressAsync(card, token);
                break;
            case AnswerKind.Evidence when IsInThread || random.Next(3) == 0:
                answers[question.Id] = "at hand";
                await PressAsync(card, card.Buttons.First(b => b.Token.EndsWith('.' + CaseVerbs.AtHand, StringComparison.Ordinal)).Token);
                break;
            case AnswerKind.Evidence:
                var (name, words) = ($"photo-{mark}.jpg", random.Next(2) == 0 ? string.Empty : $"Carton {mark}");
                answers[question.Id] = $"files {name} {words}".TrimEnd();
                Files.Add((name, Convert.ToHexStringLower(SHA256.HashData(TranscriptFiles.BytesOf(name)))));
                await SayAsync(words, name);
                break;
            case AnswerKind.Date:
                var day = LocalDatePattern.Iso.Format(SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusDays(-3 - random.Next(9)));
                answers[question.Id] = "date " + day;
                await SayAsync(day, null);
                break;
            case AnswerKind.Money:
                answers[question.Id] = $"money {amount} USD";
                await SayAsync("USD " + amount, null);
                break;
            case AnswerKind.Quantity:
                answers[question.Id] = "quantity " + amount;
                await SayAsync(amount + " pcs", null);
                break;
            default:
                var text = question.Id == "order-number" ? string.Create(CultureInfo.InvariantCulture, $"{7_000_000 + number}{Cases.Count:00}") : $"Words {mark}";
                answers[question.Id] = "text " + text;
                await SayAsync(text, null);
                break;
        }
    }

    private Task SayAsync(string text, string? file)
    {
        var n = ++_done;
        var ts = n == 1 && IsInThread ? _root : string.Create(CultureInfo.InvariantCulture, $"17600{n:D5}.{number:D6}");
        var body = JsonSerializer.Serialize(new
        {
            type = "event_callback",
            team_id = Workspace,
            api_app_id = "A1",
            event_id = $"Ev{number}-{n}",
            authorizations = new[] { new { team_id = Workspace, user_id = "UBOT", is_bot = true } },
            @event = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["type"] = IsInThread ? "app_mention" : "message",
                ["user"] = Id,
                ["ts"] = ts,
                ["text"] = IsInThread ? "<@UBOT> " + text : text,
                ["channel"] = Channel,
            }
            .Concat(IsInThread ? n == 1 ? [] : [new("thread_ts", _root)] : [new("channel_type", "im")])
            .Concat(file is null ? [] : new KeyValuePair<string, object?>[]
            {
                new("subtype", "file_share"),
                new("files", new[] { new { id = "F" + n, name = file, mimetype = "image/jpeg", mode = "hosted", url_private_download = crowd.FileUrl(file) } }),
            })
            .ToDictionary(StringComparer.Ordinal),
        });
        return crowd.SendAsync(number, address => SignedSlack.Request(address + "slack/events", body));
    }

    private Task PressAsync(CrowdCard card, string token)
    {
        var n = ++_done;
        var payload = JsonSerializer.Serialize(new
        {
            type = "block_actions",
            team = new { id = Workspace },
            user = new { id = Id, team_id = Workspace },
            channel = new { id = Channel },
            container = new { type = "message", message_ts = card.Ts, channel_id = Channel, thread_ts = IsInThread ? _root : null },
            message = new { ts = card.Ts },
            trigger_id = $"press{number}-{n}",
            actions = new[] { new { type = "button", action_id = "b", value = token, action_ts = $"1772438499.{n:D6}" } },
        });
        return crowd.SendAsync(number, address => SignedSlack.Form(address + "slack/interactions", [("payload", payload)]));
    }
}
