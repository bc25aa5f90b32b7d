using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Chat;
using SourcingBot.Evidence;
using SourcingBot.Tests.Chat;

namespace SourcingBot.Tests.Evidence;

/// <summary>A store with a handler that takes every file for one case and answers with what became of it.</summary>
internal static class EvidenceStore
{
    public static Guid Case { get; } = Guid.Parse("11111111-0000-0000-0000-000000000001");

    public static Task<ChatStore> CreateAsync(bool postgres, Func<EvidenceOptions, EvidenceOptions>? change = null) => ChatStore.CreateAsync(postgres, services =>
    {
        services.Insert(0, ServiceDescriptor.Scoped<ITurnHandler, Taker>());
        if (change is null) return;
        var given = (EvidenceOptions)services.Last(s => s.ServiceType == typeof(EvidenceOptions)).ImplementationInstance!;
        services.AddSingleton(change(given));
    });

    public static IncomingMessage Message(string id, params string[] names) =>
        ChatStore.Message(id, key: "m" + id, text: string.Empty) with { Attachments = [.. names.Select(n => new AttachmentInfo(n, "image/jpeg", true, "{}", null))] };

    public static FileOpening Opened(params byte[] bytes) => new FileOpening.Opened(new MemoryStream(bytes), bytes.Length);

    public static Task<List<StoredFileRow>> RowsAsync(ChatStore store) => store.ReadAsync(db => db.StoredFiles.AsNoTracking().OrderBy(f => f.EventKey).ThenBy(f => f.Position).ToListAsync());

    /// <summary>Every file in the folder but the marker.</summary>
    public static string[] Files(ChatStore store) =>
        [.. Directory.GetFiles(Path.Combine(store.Folder, "files"), "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != FilesRoot.Marker)];

    public static IReadOnlyList<string> Said(ChatStore store) => [.. store.Platform.Seen.Select(s => s.Delivery.Message.Text)];

    private sealed class Taker(EvidenceIntake intake) : ITurnHandler
    {
        public async Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
        {
            if (turn.Event is not IncomingMessage { Attachments.Count: > 0 }) return false;
            var taken = await intake.TakeAsync(turn, Case, "outer-carton", cancellationToken);
            turn.Reply(new OutgoingMessage(string.Join('\n', taken.Select(t => t is TakenFile.NotKept not ? $"{not.Reason}: {not.Words}" : $"kept {((TakenFile.Kept)t).Row.Name}")), null, Audience.Conversation));
            return true;
        }
    }
}
