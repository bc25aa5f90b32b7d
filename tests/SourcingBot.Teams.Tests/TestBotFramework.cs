using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SourcingBot.Testing;

namespace SourcingBot.Teams.Tests;

/// <summary>The Bot Framework's side in tests: its keys, its tokens and its requests.</summary>
internal sealed class TestBotFramework : IDisposable
{
    public const string App = "11111111-2222-3333-4444-555555555555";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly RSA _other = RSA.Create(2048);
    private int _keyRequests;

    /// <summary>The settings of a bot that trusts these keys.</summary>
    public static string[] Settings { get; } =
    [
        $"MicrosoftAppId={App}", "MicrosoftAppPassword=secret", "MicrosoftAppTenantId=tenant",
        "Teams:OpenIdMetadataUrl=https://keys.example/metadata", "Teams:TokenEndpoint=https://token.example/token",
    ];

    /// <summary>How often the keys were fetched.</summary>
    public int KeyRequests => _keyRequests;

    /// <summary>Answers for the keys and the bot's token; null for everything else.</summary>
    public HttpResponseMessage? Answer(HttpRequestMessage request) => request.RequestUri!.AbsoluteUri switch
    {
        "https://keys.example/metadata" => Ok(new { jwks_uri = "https://keys.example/keys" }),
        "https://keys.example/keys" => Keys(),
        "https://token.example/token" => Ok(new { access_token = "bot-token", expires_in = 3600 }),
        _ => null,
    };

    /// <summary>An activity as the Bot Framework posts it.</summary>
    /// <param name="activity">Its JSON.</param>
    /// <param name="token">The bearer token.</param>
    public static HttpRequestMessage Request(string activity, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(activity, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    /// <summary>A token, right but for one fault.</summary>
    public string Token(string fault = "", string serviceUrl = ServiceUrl)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var key = new RsaSecurityKey(fault == "key" ? _other : _rsa) { KeyId = fault switch { "endorsement" => "unendorsed", "unknown key" => "nobody", _ => "good" } };
        var claims = new ClaimsIdentity();
        if (fault != "no serviceurl") claims.AddClaim(new Claim("serviceurl", fault == "serviceurl" ? "https://smba.trafficmanager.net/amer/" : serviceUrl));
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = fault == "issuer" ? "https://evil.example" : "https://api.botframework.com",
            Audience = fault == "audience" ? "99999999-2222-3333-4444-555555555555" : App,
            NotBefore = now.AddHours(-3),
            Expires = fault switch { "expired" => now.AddHours(-1), "skew" => now.AddMinutes(-1), _ => now.AddHours(1) },
            Subject = claims,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
        });
    }

    public void Dispose()
    {
        _rsa.Dispose();
        _other.Dispose();
    }

    public static HttpResponseMessage Ok(object body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };

    private HttpResponseMessage Keys()
    {
        Interlocked.Increment(ref _keyRequests);
        var key = _rsa.ExportParameters(false);
        object Key(string id, string[] endorsements) => new { kty = "RSA", kid = id, n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent), endorsements };
        return Ok(new { keys = new[] { Key("good", ["msteams"]), Key("unendorsed", ["webchat"]) } });
    }
}
