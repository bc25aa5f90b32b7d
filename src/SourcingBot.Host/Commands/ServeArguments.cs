namespace SourcingBot.Host.Commands;

/// <summary>Looks at the arguments of `serve`: settings as --KEY=VALUE or --KEY VALUE, and nothing else. The web server would pass over the rest in silence.</summary>
internal static class ServeArguments
{
    /// <summary>What is wrong with the arguments, for the person; null where nothing is.</summary>
    /// <param name="args">The arguments.</param>
    public static string? Problem(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal)) return $"“{args[i]}” was not understood. Settings are given as --KEY=VALUE, as --urls=http://127.0.0.1:3978";
            if (args[i].Contains('=', StringComparison.Ordinal)) continue;
            if (i + 1 == args.Count || args[i + 1].StartsWith("--", StringComparison.Ordinal)) return $"{args[i]} has no value. Settings are given as --KEY=VALUE, as --urls=http://127.0.0.1:3978";
            i++;
        }

        return null;
    }
}
