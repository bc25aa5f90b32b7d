using System.Text.Json;
using SourcingBot.Chat;
using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>What Slack tells of a file, as far as it is needed to fetch it later; kept as JSON with the message.</summary>
/// <param name="Id">Slack's id of the file, or null.</param>
/// <param name="Url">Where its bytes are, or null where Slack gave only the id.</param>
/// <param name="Mode">Slack's word for its kind of storage: hosted, snippet, external, tombstone, hidden_by_limit; or null.</param>
/// <param name="MustAsk">Whether the file belongs to another workspace, whose details have to be asked for.</param>
internal sealed record SlackFileSource(string? Id, string? Url, string? Mode, bool MustAsk)
{
    /// <summary>A file object of Slack's.</summary>
    /// <param name="file">The object.</param>
    public static SlackFileSource Of(JsonElement file) => new(
        file.Text("id"), file.Text("url_private_download") ?? file.Text("url_private"), file.Text("mode"), file.Text("file_access") == "check_file_info");

    /// <summary>A file object of Slack's in neutral words.</summary>
    /// <param name="file">The object.</param>
    public static AttachmentInfo Describe(JsonElement file) => new(
        file.Text("name") ?? "file",
        file.Text("mimetype"),
        file.Text("mimetype")?.StartsWith("image/", StringComparison.Ordinal) == true,
        Of(file).ToJson(),
        file.Whole("size", -1) is >= 0 and var size ? size : null);

    /// <summary>From JSON; null where it is none.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    public static SlackFileSource? Parse(string? json) =>
        json is not null && LooseJson.Parse(System.Text.Encoding.UTF8.GetBytes(json)) is { } data
            ? new SlackFileSource(data.Text("id"), data.Text("url"), data.Text("mode"), data.IsTrue("must_ask"))
            : null;

    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(new { id = Id, url = Url, mode = Mode, must_ask = MustAsk });
}
