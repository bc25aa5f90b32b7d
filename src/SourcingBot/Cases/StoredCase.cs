using System.Text.Json;
using SourcingBot.Chat;
using SourcingBot.Flows;
using SourcingBot.Quotes;

namespace SourcingBot.Cases;

/// <summary>A case as it is kept, with its answers.</summary>
internal sealed class StoredCase
{
    private readonly Dictionary<string, Answer> _answers;

    /// <summary>Reads a case. Answers that were given under a question's earlier name count under the one of today.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="flow">Its flow, in the newest version.</param>
    public StoredCase(CaseRow row, FlowDefinition flow)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(flow);
        Row = row;
        Flow = flow;
        var kept = JsonSerializer.Deserialize(row.Answers, AnswerJson.Default.DictionaryStringAnswer) ?? [];
        _answers = new Dictionary<string, Answer>(kept, StringComparer.Ordinal);
        foreach (var question in flow.Questions)
        {
            if (!_answers.ContainsKey(question.Id) && question.RenamedFrom.FirstOrDefault(_answers.ContainsKey) is { } earlier) _answers[question.Id] = _answers[earlier];
        }
    }

    /// <summary>Its row.</summary>
    public CaseRow Row { get; }

    /// <summary>Its flow, in the newest version.</summary>
    public FlowDefinition Flow { get; private set; }

    /// <summary>Whether the flow has changed since a question was last answered.</summary>
    public bool IsOfOlderVersion => Row.FlowVersion < Flow.Version;

    /// <summary>The answers by question.</summary>
    public IReadOnlyDictionary<string, Answer> Answers => _answers;

    /// <summary>Where it was begun.</summary>
    public ConversationRef Conversation => JsonSerializer.Deserialize(Row.Conversation, ChatJson.Default.ConversationRef)!;

    /// <summary>Who began it.</summary>
    public ChatUser Person => JsonSerializer.Deserialize(Row.Person, ChatJson.Default.ChatUser)!;

    /// <summary>The words of an answer that is a text, or null.</summary>
    /// <param name="question">The question.</param>
    public string? TextOf(string question) => _answers.TryGetValue(question, out var a) && a.IsGiven ? a.Text : null;

    /// <summary>The choice of an answer, or null.</summary>
    /// <param name="question">The question.</param>
    public string? ChoiceOf(string question) => _answers.GetValueOrDefault(question)?.Choice;

    /// <summary>The amount of an answer, or null.</summary>
    /// <param name="question">The question.</param>
    public Money? MoneyOf(string question) => _answers.GetValueOrDefault(question)?.Money;

    /// <summary>Keeps an answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">The answer.</param>
    public void Set(string question, Answer answer)
    {
        _answers[question] = answer;
        Row.Answers = JsonSerializer.Serialize(_answers, AnswerJson.Default.DictionaryStringAnswer);
        Row.FlowVersion = Flow.Version;
    }

    /// <summary>Takes an answer away, so that the question is open again.</summary>
    /// <param name="question">The question.</param>
    public void Forget(string question)
    {
        _answers.Remove(question);
        Row.Answers = JsonSerializer.Serialize(_answers, AnswerJson.Default.DictionaryStringAnswer);
    }

    /// <summary>Goes on with another flow; the answers stay.</summary>
    /// <param name="flow">The flow.</param>
    public void GoOnWith(FlowDefinition flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        Flow = flow;
        Row.FlowId = flow.Id;
        Row.FlowVersion = flow.Version;
    }
}
