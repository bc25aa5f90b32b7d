using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Evidence;

namespace SourcingBot.Testing;

/// <summary>Puts a stored file into the outbox of a running program.</summary>
public static class OutgoingFiles
{
    /// <summary>Stores a file and its row.</summary>
    /// <param name="host">The program.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="bytes">Its bytes.</param>
    public static async Task<Guid> StoreAsync(RunningHost host, string name, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (await host.Services.GetRequiredService<FilesRoot>().ProblemAsync(CancellationToken.None) is { } problem) throw new InvalidOperationException(problem);
        var kept = (Storing.Kept)await host.Services.GetRequiredService<FileStore>().StoreAsync(TeamId.Only, new MemoryStream(bytes), bytes.Length, CancellationToken.None);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        db.StoredFiles.Add(new StoredFileRow { Id = kept.Bytes.Id, Name = name, Size = kept.Bytes.Size, Sha256 = kept.Bytes.Sha256, SenderKey = "s", EventKey = kept.Bytes.Id.ToString() });
        await db.SaveChangesAsync();
        return kept.Bytes.Id;
    }

    /// <summary>Lets the program send a file.</summary>
    /// <param name="host">The program.</param>
    /// <param name="conversation">Where to.</param>
    /// <param name="asker">Whom it answers.</param>
    /// <param name="audience">Who sees it.</param>
    /// <param name="reference">Which file.</param>
    /// <param name="name">Its name.</param>
    public static async Task<Guid> SendAsync(RunningHost host, ConversationRef conversation, string asker, Audience audience, string reference, string name)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(conversation);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        var now = SystemClock.Instance.GetCurrentInstant();
        var row = new OutboxRow
        {
            MessageId = Guid.CreateVersion7(),
            Platform = conversation.Platform.Value,
            ConversationKey = StorableKey.OfConversation(conversation),
            DedupeKey = "test/" + Guid.NewGuid().ToString("N"),
            Conversation = JsonSerializer.Serialize(conversation, ChatJson.Default.ConversationRef),
            Asker = JsonSerializer.Serialize(new ChatUser(asker), ChatJson.Default.ChatUser),
            Message = JsonSerializer.Serialize(new OutgoingMessage("Your evidence pack.", null, audience, FileToSend.Of(reference, name)), ChatJson.Default.OutgoingMessage),
            CreatedAt = now,
            NotBefore = now,
        };
        db.Outbox.Add(row);
        await db.SaveChangesAsync();
        return row.MessageId;
    }
}
