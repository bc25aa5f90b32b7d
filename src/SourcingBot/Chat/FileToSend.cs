using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Resources;

namespace SourcingBot.Chat;

/// <summary>A file that goes out with a message. What it is made of is looked up when it is sent, so that nothing large waits in the outbox.</summary>
/// <param name="Reference">Which file, in the form of the <see cref="IFileSource"/> that has it: "stored/ID", "pack/CASE".</param>
/// <param name="Name">Its name for people and their file managers, with its ending.</param>
/// <param name="Otherwise">What is said instead where the platform takes no file from a bot.</param>
/// <param name="Upload">Where a person wants it, as JSON owned by the adapter; null until a platform that asks first was answered.</param>
public sealed record FileToSend(string Reference, string Name, string Otherwise, string? Upload = null)
{
    /// <summary>A file with the usual sentence for where it cannot go.</summary>
    /// <param name="reference">Which file.</param>
    /// <param name="name">Its name.</param>
    public static FileToSend Of(string reference, string name) => new(reference, name, string.Format(CultureInfo.InvariantCulture, Words.FileOtherwise, name));
}

/// <summary>The bytes of a file that goes out.</summary>
/// <param name="Content">They; whoever opened the file disposes of them.</param>
/// <param name="Length">How many.</param>
/// <param name="Name">The file's name.</param>
public sealed record FileContent(Stream Content, long Length, string Name) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

/// <summary>Has files of one kind that can be sent or downloaded. Registered per scope: it sees its team's files alone.</summary>
public interface IFileSource
{
    /// <summary>The kind: what stands before the slash of a reference.</summary>
    string Kind { get; }

    /// <summary>Opens a file; null where the team has no such file, or has it no more.</summary>
    /// <param name="id">What stands behind the slash; may come from outside.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<FileContent?> OpenAsync(string id, CancellationToken cancellationToken);
}

/// <summary>Finds the source of a reference.</summary>
public static class FileSources
{
    /// <summary>Opens the file of a reference; null where there is none.</summary>
    /// <param name="scope">The scope of the file's team.</param>
    /// <param name="reference">The reference; may come from outside.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task<FileContent?> OpenAsync(IServiceProvider scope, string reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var slash = reference.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return null;
        var source = scope.GetServices<IFileSource>().FirstOrDefault(s => s.Kind == reference[..slash]);
        return source is null ? null : await source.OpenAsync(reference[(slash + 1)..], cancellationToken);
    }
}
