using System.Net.Http.Headers;
using SourcingBot.Chat;
using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>Fetches files that people sent, from Slack's own file host alone.</summary>
/// <param name="clients">Makes the client.</param>
/// <param name="api">Asks Slack about a file.</param>
/// <param name="standing">Is told when the bot may not read files.</param>
/// <param name="options">The settings.</param>
internal sealed class SlackFiles(IHttpClientFactory clients, SlackWebApi api, SlackStanding standing, SlackOptions options)
{
    /// <summary>The name of the client.</summary>
    public const string Client = "slack-files";

    /// <summary>Begins to download a file.</summary>
    /// <param name="attachment">The file.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<FileOpening> OpenAsync(AttachmentInfo attachment, CancellationToken cancellationToken)
    {
        if (SlackFileSource.Parse(attachment.Source) is not { } source) return new FileOpening.Expired();

        // In a channel that is shared with another company Slack gives only the id.
        if (source.Id is { } id && (source.MustAsk || source is { Url: null, Mode: null or "hosted" or "snippet" or "post" }))
        {
            var asked = await api.ReadAsync("files.info", [("file", id)], cancellationToken);
            if (asked.Failure is { } failure) return Of(failure);
            source = SlackFileSource.Of(asked.Answer.At("file"));
        }

        return source switch
        {
            { Mode: "tombstone" } => new FileOpening.Expired(),
            { Mode: "external" } => new FileOpening.Elsewhere(),
            { Mode: "hidden_by_limit" } => new FileOpening.Refused("hidden-by-limit"),
            { Url: { } url } when Uri.TryCreate(url, UriKind.Absolute, out var address) && options.IsFileUrl(address) => await DownloadAsync(address, cancellationToken),
            { Url: not null } => new FileOpening.Refused("host"),
            _ => new FileOpening.Refused("no-address"),
        };
    }

    private async Task<FileOpening> DownloadAsync(Uri address, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.BotToken);
        var opening = await FileDownload.BeginAsync(clients.CreateClient(Client), request, response => IsSignIn(response, address), cancellationToken);
        if (opening is not null) return opening;
        standing.RefusedFile();
        return new FileOpening.Refused(SlackStanding.MissingScope);
    }

    /// <summary>
    /// Without the scope files:read Slack answers with the page to sign in, or leads there. A web page that a person sent comes as a
    /// download, with a name.
    /// </summary>
    private static bool IsSignIn(HttpResponseMessage response, Uri address) =>
        response.IsSuccessStatusCode
            ? response.Content.Headers is { ContentType.MediaType: "text/html", ContentDisposition: null }
            : response.Headers.Location is { } to && new Uri(address, to) is { Scheme: "https" } target && target.Host.EndsWith(".slack.com", StringComparison.Ordinal);

    private FileOpening Of(SendResult failure)
    {
        switch (failure)
        {
            case SendResult.RetryAfter(_, var reason):
                return new FileOpening.Later(reason);
            case SendResult.Paused(SlackStanding.MissingScope):
                standing.RefusedFile();
                return new FileOpening.Refused(SlackStanding.MissingScope);
            case SendResult.Paused(var reason):
                return new FileOpening.Later(reason);
            case SendResult.Rejected("file_not_found" or "file_deleted"):
                return new FileOpening.Expired();
            case SendResult.Gone(var reason):
                return new FileOpening.Refused(reason);
            case SendResult.Rejected(var reason):
                return new FileOpening.Refused(reason);
            default:
                return new FileOpening.Refused("unknown");
        }
    }
}
