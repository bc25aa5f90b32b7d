using System.Text;
using System.Text.Json;
using SourcingBot.Chat;
using SourcingBot.Text;

namespace SourcingBot.Teams;

/// <summary>What Teams tells of a file, as far as it is needed to fetch it soon: the address runs out after some minutes.</summary>
/// <param name="Url">Where its bytes are.</param>
/// <param name="IsInline">Whether it is a picture inside the text, which the connector gives out to the bot's token.</param>
internal sealed record TeamsFileSource(string Url, bool IsInline)
{
    private const string Download = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>In channels and groups a file comes as this mark in the text alone, without anything that a bot could fetch.</summary>
    private const string Mark = "<attachment id=";

    private static readonly string[] Pictures = ["jpg", "jpeg", "png", "gif", "webp", "heic"];

    /// <summary>An attachment of an activity in neutral words; nothing where it is the text over again.</summary>
    /// <param name="attachment">The attachment.</param>
    /// <param name="isPersonal">Whether it came in the personal chat.</param>
    public static IEnumerable<AttachmentInfo> Describe(JsonElement attachment, bool isPersonal)
    {
        var name = attachment.Text("name") ?? "file";
        switch (attachment.Text("contentType"))
        {
            case null:
                yield break;
            case "text/html":
                if (!isPersonal && attachment.Text("content")?.Contains(Mark, StringComparison.OrdinalIgnoreCase) == true) yield return new AttachmentInfo("file", null, IsImage: false);
                yield break;
            case Download:
                var content = attachment.At("content");
                yield return new AttachmentInfo(
                    name, null, Pictures.Contains(content.Text("fileType"), StringComparer.OrdinalIgnoreCase),
                    content.Text("downloadUrl") is { } url ? new TeamsFileSource(url, IsInline: false).ToJson() : null);
                yield break;
            case var type:
                var isImage = type.StartsWith("image", StringComparison.Ordinal);
                yield return new AttachmentInfo(name, type, isImage, isImage && attachment.Text("contentUrl") is { } inline ? new TeamsFileSource(inline, IsInline: true).ToJson() : null);
                yield break;
        }
    }

    /// <summary>From JSON; null where it is none.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    public static TeamsFileSource? Parse(string? json) =>
        json is not null && LooseJson.Parse(Encoding.UTF8.GetBytes(json)) is { } data && data.Text("url") is { } url ? new TeamsFileSource(url, data.IsTrue("inline")) : null;

    private string ToJson() => JsonSerializer.Serialize(new { url = Url, inline = IsInline });
}
