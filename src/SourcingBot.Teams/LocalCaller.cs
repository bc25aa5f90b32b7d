using System.Net;
using Microsoft.AspNetCore.Http;

namespace SourcingBot.Teams;

/// <summary>Tells whether a request comes from this machine itself.</summary>
internal static class LocalCaller
{
    /// <summary>
    /// Remote address and Host name are both loopback and nothing was forwarded. A proxy or tunnel on this machine makes
    /// everybody's address loopback, and a foreign page can make a browser call loopback under a foreign Host name.
    /// </summary>
    /// <param name="context">The request.</param>
    public static bool Is(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote)) return false;
        var host = context.Request.Host.Host;
        var loopbackName = string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
        return loopbackName && !context.Request.Headers.Keys.Any(IsForwarding);
    }

    private static bool IsForwarding(string header) =>
        header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase) || header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase);
}
