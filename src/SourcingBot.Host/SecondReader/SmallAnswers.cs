namespace SourcingBot.Host.SecondReader;

/// <summary>Ends an answer that is larger than any in the form that is asked for could be.</summary>
internal sealed class SmallAnswers : DelegatingHandler
{
    private const int Largest = 256 * 1024;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(Largest, cancellationToken);
        return response;
    }
}
