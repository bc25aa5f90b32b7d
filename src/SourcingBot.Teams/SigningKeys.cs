using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

using SourcingBot.Text;

namespace SourcingBot.Teams;

/// <summary>A key of the Bot Framework and the channels that it may speak for.</summary>
/// <param name="Key">The key.</param>
/// <param name="Endorsements">Channel ids, as "msteams".</param>
internal sealed record SigningKey(SecurityKey Key, IReadOnlyCollection<string> Endorsements);

/// <summary>
/// The Bot Framework's keys, kept and refreshed: at once when a token names an unknown key, but by one request at a time and at
/// most once a second, so that forged tokens cannot make us ask without end. While the keys cannot be fetched the known ones count.
/// </summary>
/// <param name="clients">Makes the client.</param>
/// <param name="options">The settings.</param>
/// <param name="clock">The time.</param>
internal sealed class SigningKeys(IHttpClientFactory clients, TeamsOptions options, IClock clock) : IDisposable
{
    /// <summary>The name of the client.</summary>
    public const string Client = "teams-keys";

    private static readonly Duration Freshness = Duration.FromHours(12);
    private static readonly Duration LeastInterval = Duration.FromSeconds(1);

    private readonly SemaphoreSlim _single = new(1, 1);
    private Dictionary<string, SigningKey> _keys = new(StringComparer.Ordinal);
    private Instant _fetched = Instant.MinValue;
    private Instant _asked = Instant.MinValue;

    /// <summary>The key of an id, or null.</summary>
    /// <param name="id">The id that a token names.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<SigningKey?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (_keys.TryGetValue(id, out var known) && now - _fetched < Freshness) return known;
        await _single.WaitAsync(cancellationToken);
        try
        {
            now = clock.GetCurrentInstant();
            var stale = _fetched == Instant.MinValue || now - _fetched >= Freshness || !_keys.ContainsKey(id);
            if (stale && (_asked == Instant.MinValue || now - _asked >= LeastInterval))
            {
                _asked = now;
                if (await FetchAsync(cancellationToken) is { } fetched) (_keys, _fetched) = (fetched, now);
            }
        }
        finally
        {
            _single.Release();
        }

        return _keys.GetValueOrDefault(id);
    }

    /// <inheritdoc/>
    public void Dispose() => _single.Dispose();

    private async Task<Dictionary<string, SigningKey>?> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            var metadata = LooseJson.Parse(await client.GetByteArrayAsync(options.OpenIdMetadataUrl, cancellationToken));
            if (!Uri.TryCreate(metadata?.Text("jwks_uri"), UriKind.Absolute, out var address)) return null;
            if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback) return null;
            var set = LooseJson.Parse(await client.GetByteArrayAsync(address, cancellationToken)) ?? default;
            var keys = set.At("keys");
            if (keys.ValueKind != JsonValueKind.Array) return null;
            var found = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
            foreach (var key in keys.EnumerateArray())
            {
                if (key.Text("kid") is { } id && key.Text("kty") == "RSA") found[id] = new SigningKey(new JsonWebKey(key.GetRawText()), Endorsements(key));
            }

            return found;
        }
        catch (Exception fault) when (fault is HttpRequestException or ArgumentException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private static List<string> Endorsements(JsonElement key)
    {
        var list = key.At("endorsements");
        return list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)] : [];
    }
}
