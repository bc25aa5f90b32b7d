using System.Text.Json;
using System.Text.Json.Serialization;
using SourcingBot.Data;

namespace SourcingBot.Chat;

/// <summary>The JSON in which events and messages are stored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true, Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(IncomingEvent))]
[JsonSerializable(typeof(ConversationRef))]
[JsonSerializable(typeof(ChatUser))]
[JsonSerializable(typeof(OutgoingMessage))]
[JsonSerializable(typeof(SentMessageRef))]
[JsonSerializable(typeof(IReadOnlyList<StoredFinding>))]
internal sealed partial class ChatJson : JsonSerializerContext;

/// <summary>A finding as it is kept: which rule, and where.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Spans">Start and length of each stretch.</param>
internal sealed record StoredFinding(string Rule, IReadOnlyList<Text.TextSpan> Spans);
