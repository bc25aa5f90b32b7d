using System.Net;

namespace SourcingBot.Chat;

/// <summary>Begins to download a file from an address that the caller has checked. Redirects are never followed.</summary>
public static class FileDownload
{
    /// <summary>The reason of a refusal that is a redirect.</summary>
    public const string Redirect = "redirect";

    /// <summary>Sends the request and hands out the body as it comes.</summary>
    /// <param name="client">A client that follows no redirects; its time-out is that of the answer's beginning.</param>
    /// <param name="request">The request; disposed of here.</param>
    /// <param name="isPage">Tells by the answer's head whether it is a page of the platform's own instead of the file; null where that cannot be.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Null where it is such a page.</returns>
    public static async Task<FileOpening?> BeginAsync(
        HttpClient client, HttpRequestMessage request, Func<HttpResponseMessage, bool>? isPage, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        using (request)
        {
            try
            {
                var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                if (isPage?.Invoke(response) == true || !response.IsSuccessStatusCode)
                {
                    using (response) return isPage?.Invoke(response) == true ? null : Of(response.StatusCode);
                }

                // The body's stream gives the connection back when it is disposed of.
                return new FileOpening.Opened(await response.Content.ReadAsStreamAsync(cancellationToken), response.Content.Headers.ContentLength);
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException)
            {
                return new FileOpening.Later("connection");
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return new FileOpening.Later("timeout");
            }
        }
    }

    private static FileOpening Of(HttpStatusCode status) => (int)status switch
    {
        404 or 410 => new FileOpening.Expired(),
        408 or 425 or 429 or >= 500 => new FileOpening.Later("http-" + (int)status),
        >= 300 and < 400 => new FileOpening.Refused(Redirect),
        _ => new FileOpening.Refused("http-" + (int)status),
    };
}
