using System.Net.Http.Headers;
using SourcingBot.Chat;

namespace SourcingBot.Teams;

/// <summary>Fetches files that people sent in the personal chat, from Microsoft's own hosts alone.</summary>
/// <param name="clients">Makes the client.</param>
/// <param name="token">The bot's token, for pictures that the connector gives out.</param>
/// <param name="options">The settings.</param>
internal sealed class TeamsFiles(IHttpClientFactory clients, BotToken token, TeamsOptions options)
{
    /// <summary>The name of the client.</summary>
    public const string Client = "teams-files";

    /// <summary>Begins to download a file.</summary>
    /// <param name="attachment">The file.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<FileOpening> OpenAsync(AttachmentInfo attachment, CancellationToken cancellationToken)
    {
        if (TeamsFileSource.Parse(attachment.Source) is not { } source) return new FileOpening.NotPossibleHere();
        if (!Uri.TryCreate(source.Url, UriKind.Absolute, out var address) || !IsAllowed(address, source.IsInline)) return new FileOpening.Refused("host");
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (source.IsInline && options.IsConfigured)
        {
            if (await token.GetAsync(cancellationToken) is not { } bearer) return new FileOpening.Later("no-token");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        var opening = await FileDownload.BeginAsync(clients.CreateClient(Client), request, IsSignIn, cancellationToken);
        return opening switch
        {
            // The address itself is the permission, for some minutes: after that it leads to a page to sign in, or is refused.
            null or FileOpening.Refused("http-401" or "http-403") when !source.IsInline => new FileOpening.Expired(),
            null => new FileOpening.Refused("page"),
            _ => opening,
        };
    }

    private bool IsAllowed(Uri address, bool isInline) =>
        isInline ? options.IsAllowed(address) || (!options.IsConfigured && options.AllowAnonymousEmulator && address.IsLoopback) : options.IsFileUrl(address);

    private static bool IsSignIn(HttpResponseMessage response) =>
        response.IsSuccessStatusCode && response.Content.Headers is { ContentType.MediaType: "text/html", ContentDisposition: null };
}
