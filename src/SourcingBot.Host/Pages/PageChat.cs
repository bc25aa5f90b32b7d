using System.Collections.Concurrent;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Evidence;

namespace SourcingBot.Host.Pages;

/// <summary>The local page as a chat platform: an answer is sent when it is stored, and the browser that waits is told.</summary>
/// <param name="store">Where uploaded files lie.</param>
public sealed class PageChat(FileStore store) : IChatPlatform
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);

    /// <summary>The platform's name.</summary>
    public static PlatformId Platform { get; } = new("page");

    /// <inheritdoc/>
    public PlatformId Id => Platform;

    /// <inheritdoc/>
    public bool IsEnabled => true;

    /// <inheritdoc/>
    public IReadOnlyCollection<Addressing> WaysToAsk { get; } = [Addressing.Form];

    /// <inheritdoc/>
    public Duration Pace => Duration.Zero;

    /// <summary>The conversation of the page, with one check as its thread.</summary>
    /// <param name="check">The check's id, random, so that nobody can guess another's.</param>
    public static ConversationRef ConversationOf(Guid check) => new(Platform, "local", "page", check.ToString("N"), "{}");

    /// <summary>Waits for the answer to a check, or for so long.</summary>
    /// <param name="check">The check.</param>
    /// <param name="ask">Stores the question; called once the wait has begun.</param>
    /// <param name="most">The longest wait.</param>
    public async Task AskAndWaitAsync(Guid check, Func<Task> ask, TimeSpan most)
    {
        var key = check.ToString("N");
        var answered = _waiting.GetOrAdd(key, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await ask();
            await answered.Task.WaitAsync(most);
        }
        catch (TimeoutException)
        {
            // The answer comes later; the page looks again by itself.
        }
        finally
        {
            _waiting.TryRemove(key, out _);
        }
    }

    /// <inheritdoc/>
    public Task<FileOpening> OpenFileAsync(string workspace, AttachmentInfo attachment, CancellationToken cancellationToken)
    {
        if (PageFiles.IsEmpty(attachment.Source)) return Task.FromResult<FileOpening>(new FileOpening.Opened(Stream.Null, 0));
        using var there = PageFiles.Parse(attachment.Source) is { } bytes ? store.Open(TeamId.Only, bytes.Id) : null;
        return Task.FromResult<FileOpening>(there is null ? new FileOpening.Expired() : new FileOpening.Stored(PageFiles.Parse(attachment.Source)!));
    }

    /// <inheritdoc/>
    public Task<SendResult> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.Conversation.Thread is { } check && _waiting.TryGetValue(check, out var waiting)) waiting.TrySetResult();
        return Task.FromResult<SendResult>(new SendResult.Sent(new SentMessageRef(null, "{}")));
    }

    /// <inheritdoc/>
    public Task<SendResult> UpdateAsync(Delivery delivery, SentMessageRef sent, CancellationToken cancellationToken) => SendAsync(delivery, cancellationToken);
}
