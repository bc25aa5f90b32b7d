using System.Net;
using System.Text.Json;

using SourcingBot.Text;

namespace SourcingBot.Teams;

/// <summary>Takes the mention of the bot out of a text.</summary>
internal static class MentionText
{
    /// <summary>The text without it, entities and hard spaces undone.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="mentioned">Whether the bot was mentioned.</param>
    public static string Without(JsonElement activity, out bool mentioned)
    {
        var text = activity.Text("text") ?? string.Empty;
        var bot = activity.At("recipient").Text("id");
        var entities = activity.At("entities");
        mentioned = false;
        if (entities.ValueKind == JsonValueKind.Array && bot is not null)
        {
            foreach (var entity in entities.EnumerateArray())
            {
                if (entity.Text("type") != "mention" || entity.At("mentioned").Text("id") != bot) continue;
                mentioned = true;
                var tag = entity.Text("text") ?? $"<at>{entity.At("mentioned").Text("name")}</at>";
                if (tag.Length > 0) text = text.Replace(tag, " ", StringComparison.OrdinalIgnoreCase);
            }
        }

        return WebUtility.HtmlDecode(text).Replace('\u00a0', ' ').Trim();
    }
}
