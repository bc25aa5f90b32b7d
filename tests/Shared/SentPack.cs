using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Data;

namespace SourcingBot.Testing;

/// <summary>An evidence pack as it came out of a conversation.</summary>
public static class SentPack
{
    /// <summary>Reads every byte of a pack and fails where a file that the program keeps is not in it as it came.</summary>
    /// <param name="pack">The ZIP.</param>
    /// <param name="host">The program.</param>
    public static async Task HoldsAllFilesAsync(byte[] pack, RunningHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        await using var scope = host.Services.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().StoredFiles.AsNoTracking().Select(f => f.Sha256).ToListAsync();
        var packed = await HashesAsync(new MemoryStream(pack));
        Assert.All(kept, sha => Assert.Contains(sha, packed));
    }

    /// <summary>The hashes of all entries, and of the entries of the ZIPs among them.</summary>
    private static async Task<HashSet<string>> HashesAsync(Stream zip)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        using var archive = new ZipArchive(zip);
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            await using (var stream = await entry.OpenAsync()) await stream.CopyToAsync(content);
            found.Add(Convert.ToHexStringLower(SHA256.HashData(content.ToArray())));
            if (!entry.FullName.EndsWith(".zip", StringComparison.Ordinal)) continue;
            content.Position = 0;
            found.UnionWith(await HashesAsync(content));
        }

        return found;
    }
}
