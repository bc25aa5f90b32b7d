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
internal sealed partial class ChatJson : JsonSerializerContext;
