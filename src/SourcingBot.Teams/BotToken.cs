using NodaTime;

using SourcingBot.Text;

namespace SourcingBot.Teams;

/// <summary>The token with which the bot answers; kept until shortly before it ends, fetched by one request at a time.</summary>
/// <param name="clients">Makes the client.</param>
/// <param name="options">The settings.</param>
/// <param name="clock">The time.</param>
internal sealed class BotToken(IHttpClientFactory clients, TeamsOptions options, IClock clock) : IDisposable
{
    /// <summary>The name of the client.</summary>
    public const string Client = "teams-token";

    private static readonly Duration Margin = Duration.FromMinutes(5);

    private readonly SemaphoreSlim _single = new(1, 1);
    private string? _token;
    private Instant _until = Instant.MinValue;

    /// <summary>The token, or null while none can be had.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string?> GetAsync(CancellationToken cancellationToken)
    {
        await _single.WaitAsync(cancellationToken);
        try
        {
            if (_token is not null && clock.GetCurrentInstant() < _until) return _token;
            using var client = clients.CreateClient(Client);
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = options.AppId ?? string.Empty,
                ["client_secret"] = options.AppPassword ?? string.Empty,
                ["scope"] = TeamsOptions.Scope,
            });
            using var response = await client.PostAsync(options.TokenEndpoint, form, cancellationToken);
            var answer = LooseJson.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            if (!response.IsSuccessStatusCode || answer?.Text("access_token") is not { } token) return null;
            var seconds = answer.Value.Whole("expires_in", 3600);
            (_token, _until) = (token, clock.GetCurrentInstant() + Duration.Max(Duration.FromSeconds(30), Duration.FromSeconds(seconds) - Margin));
            return _token;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        finally
        {
            _single.Release();
        }
    }

    /// <summary>Forgets the token: a connector refused it.</summary>
    public void Forget() => _until = Instant.MinValue;

    /// <inheritdoc/>
    public void Dispose() => _single.Dispose();
}
