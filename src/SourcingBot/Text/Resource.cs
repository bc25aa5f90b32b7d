using System.Text;

namespace SourcingBot.Text;

/// <summary>Reads data files that are part of the assembly.</summary>
internal static class Resource
{
    /// <summary>The lines of a file.</summary>
    /// <param name="name">Its resource name.</param>
    /// <exception cref="InvalidOperationException">There is no such file: the build is broken.</exception>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The data file {name} is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line) yield return line;
    }

    /// <summary>The whole text of a file.</summary>
    /// <param name="name">Its resource name.</param>
    /// <exception cref="InvalidOperationException">There is no such file: the build is broken.</exception>
    public static string All(string name) => string.Join('\n', Lines(name));

    /// <summary>The names of the files below a folder, sorted.</summary>
    /// <param name="prefix">The beginning of their resource names.</param>
    public static IReadOnlyList<string> Under(string prefix) =>
        [.. typeof(Resource).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
