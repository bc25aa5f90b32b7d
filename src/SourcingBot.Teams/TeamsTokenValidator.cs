using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SourcingBot.Teams;

/// <summary>Makes sure that the Bot Framework sent an activity. The order of the checks is that of its documentation.</summary>
/// <param name="options">The settings.</param>
/// <param name="keys">The Bot Framework's keys.</param>
internal sealed class TeamsTokenValidator(TeamsOptions options, SigningKeys keys)
{
    private const string Scheme = "Bearer ";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>200 where the token is right; 401 where there is none or it is wrong; 403 where it is not for this channel or connector.</summary>
    /// <param name="authorization">The Authorization header.</param>
    /// <param name="channelId">The activity's channel.</param>
    /// <param name="serviceUrl">The activity's connector.</param>
    /// <param name="cancellationToken">Ends the checks.</param>
    public async Task<int> ValidateAsync(string? authorization, string? channelId, string? serviceUrl, CancellationToken cancellationToken)
    {
        if (options.AppId is null || authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return StatusCodes.Status401Unauthorized;
        var token = authorization[Scheme.Length..].Trim();
        if (Read(token) is not { } read || read.Issuer != TeamsOptions.Issuer || string.IsNullOrEmpty(read.Kid)) return StatusCodes.Status401Unauthorized;
        if (await keys.FindAsync(read.Kid, cancellationToken) is not { } key) return StatusCodes.Status401Unauthorized;
        var result = await _handler.ValidateTokenAsync(read, new TokenValidationParameters
        {
            ValidIssuer = TeamsOptions.Issuer,
            ValidAudience = options.AppId,
            IssuerSigningKey = key.Key,
            ValidAlgorithms = Algorithms,
            ClockSkew = Skew,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ValidateLifetime = true,
        });
        if (!result.IsValid) return StatusCodes.Status401Unauthorized;
        if (channelId is null || !key.Endorsements.Contains(channelId)) return StatusCodes.Status403Forbidden;
        return read.TryGetClaim("serviceurl", out var claim) && serviceUrl is not null && Same(claim.Value, serviceUrl)
            ? StatusCodes.Status200OK
            : StatusCodes.Status403Forbidden;
    }

    private JsonWebToken? Read(string token)
    {
        try
        {
            return _handler.CanReadToken(token) ? _handler.ReadJsonWebToken(token) : null;
        }
        catch (Exception fault) when (fault is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private static bool Same(string one, string other) => string.Equals(one.TrimEnd('/'), other.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
