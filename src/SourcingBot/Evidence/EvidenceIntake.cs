using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Suppliers;

namespace SourcingBot.Evidence;

/// <summary>Takes the files of a message in: fetches them from the platform, stores their bytes and adds their rows to the turn.</summary>
/// <param name="db">The database of the turn's team.</param>
/// <param name="store">Where bytes go.</param>
/// <param name="root">Tells whether they may.</param>
/// <param name="left">Tells how much room there is.</param>
/// <param name="platforms">Where files come from.</param>
/// <param name="options">The limits.</param>
/// <param name="logger">Where faults go; never a file's name or address.</param>
internal sealed partial class EvidenceIntake(
    SourcingDbContext db, FileStore store, FilesRoot root, FileRoom left, IEnumerable<IChatPlatform> platforms, EvidenceOptions options, ILogger<EvidenceIntake> logger)
{
    private readonly List<Guid> _fetched = [];

    /// <summary>
    /// Takes all files of a message. Their bytes lie on the disk when this returns; their rows are added to the scope's context and saved
    /// with the answer. A message that is handled again gives the same files once.
    /// </summary>
    /// <param name="turn">The turn of a message; any other event has no files.</param>
    /// <param name="caseId">The case that they belong to, or null.</param>
    /// <param name="questionId">The question that they answer, or null.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>What became of each, in the message's order.</returns>
    /// <exception cref="FileNotReachedException">A passing failure, and the turn will be tried again.</exception>
    public async Task<IReadOnlyList<TakenFile>> TakeAsync(Turn turn, Guid? caseId, string? questionId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Event is not IncomingMessage { Attachments.Count: > 0 } message) return [];
        var key = StorableKey.Of(message.Conversation.Platform.Value, message.Conversation.Workspace, message.AnswerKey ?? message.EventId);
        var known = await db.StoredFiles.Where(f => f.EventKey == key).ToDictionaryAsync(f => f.Position, cancellationToken);
        var room = await left.LeftAsync(cancellationToken);
        var taken = new List<TakenFile>(message.Attachments.Count);
        try
        {
            for (var n = 0; n < message.Attachments.Count; n++)
            {
                var file = known.TryGetValue(n, out var row) ? new TakenFile.Kept(row) : await TakeAsync(message, message.Attachments[n], room, turn.IsLastAttempt, cancellationToken);
                if (file is TakenFile.Kept(var kept) && row is null)
                {
                    (kept.EventKey, kept.Position, kept.CaseId, kept.QuestionId) = (key, n, caseId, questionId);
                    room -= kept.Size;
                }

                taken.Add(file);
            }
        }
        catch
        {
            // The next attempt fetches them again.
            foreach (var id in _fetched) store.Delete(db.TeamId, id);
            throw;
        }

        db.StoredFiles.AddRange(taken.OfType<TakenFile.Kept>().Select(k => k.Row).Where(r => !known.ContainsValue(r)));
        return taken;
    }

    private async Task<TakenFile> TakeAsync(IncomingMessage message, AttachmentInfo attachment, long room, bool isLastAttempt, CancellationToken cancellationToken)
    {
        var name = FileNames.Shown(attachment.Name);
        if (attachment.Size > options.LargestFile) return TakenFile.Not(name, NotKeptReason.TooLarge, options);
        if (room <= 0 || attachment.Size > room) return TakenFile.Not(name, NotKeptReason.QuotaFull, options);
        var storing = await StoreAsync(message, attachment, Math.Min(room, options.LargestFile), cancellationToken);
        switch (storing)
        {
            case (Storing.Kept(var bytes), _):
                return new TakenFile.Kept(RowOf(message, attachment, name, bytes));
            case (Storing.TooLarge, _):
                return TakenFile.Not(name, room < options.LargestFile ? NotKeptReason.QuotaFull : NotKeptReason.TooLarge, options);
            case (Storing.Empty, _):
                return TakenFile.Not(name, NotKeptReason.Empty, options);
            case (_, FileOpening.Expired):
                return TakenFile.Not(name, NotKeptReason.Expired, options);
            case (_, FileOpening.NotPossibleHere):
                return TakenFile.Not(name, NotKeptReason.NotPossibleHere, options);
            case (_, FileOpening.Elsewhere):
                return TakenFile.Not(name, NotKeptReason.Elsewhere, options);
            case (_, FileOpening.Refused(var reason)):
                WasRefused(message.Conversation.Platform.Value, reason);
                return TakenFile.Not(name, NotKeptReason.Refused, options);
        }

        var why = storing.Opening is FileOpening.Later(var told) ? told : "broken-off";
        if (!isLastAttempt) throw new FileNotReachedException(why);
        NotReached(message.Conversation.Platform.Value, why);
        return TakenFile.Not(name, NotKeptReason.Unreachable, options);
    }

    /// <summary>What came of the bytes, or, where there were none, of the attempt to get at them.</summary>
    private async Task<(Storing? Stored, FileOpening Opening)> StoreAsync(IncomingMessage message, AttachmentInfo attachment, long most, CancellationToken cancellationToken)
    {
        if (await root.ProblemAsync(cancellationToken) is { } problem)
        {
            NoFolder(problem);
            return (null, new FileOpening.Later("no-folder"));
        }

        var platform = platforms.FirstOrDefault(p => p.Id == message.Conversation.Platform);
        var opening = platform is null ? new FileOpening.NotPossibleHere() : await platform.OpenFileAsync(message.Conversation.Workspace, attachment, cancellationToken);
        if (opening is FileOpening.Stored(var there)) return (there.Size > most ? new Storing.TooLarge() : new Storing.Kept(there), opening);
        if (opening is not FileOpening.Opened(var content, var size)) return (null, opening);
        await using (content)
        {
            var storing = size > most ? new Storing.TooLarge() : await store.StoreAsync(db.TeamId, content, most, cancellationToken);
            if (storing is Storing.Kept(var bytes)) _fetched.Add(bytes.Id);
            return (storing, opening);
        }
    }

    private static StoredFileRow RowOf(IncomingMessage message, AttachmentInfo attachment, string name, StoredBytes bytes) => new()
    {
        Id = bytes.Id,
        Name = name,
        Size = bytes.Size,
        Sha256 = bytes.Sha256,
        Kind = bytes.Kind,
        DeclaredType = Word(attachment.MediaType),
        SenderKey = StorableKey.Of(message.Conversation.Platform.Value, message.Conversation.Workspace, message.From.Id),
        SenderName = Word(message.From.DisplayName),
        SentAt = message.SentAt,
        EventKey = string.Empty,
    };

    private static string? Word(string? text) => text is null ? null : SupplierRow.Cut(ShownText.OnOneLine(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))), StoredFileRowConfiguration.WordLength);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file on {Platform} was refused ({Reason}).")]
    private partial void WasRefused(string platform, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file on {Platform} could not be fetched ({Reason}); its sender is told.")]
    private partial void NotReached(string platform, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "No file can be kept. {Problem}")]
    private partial void NoFolder(string problem);
}

/// <summary>A file could not be fetched just now; the event is tried again.</summary>
/// <param name="reason">A short class of the fault, safe to log.</param>
public sealed class FileNotReachedException(string reason) : Exception($"A file could not be fetched ({reason}).");
