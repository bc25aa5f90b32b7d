using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Resources;

namespace SourcingBot.Evidence;

/// <summary>Hands a file over that a person agreed to take, on platforms that ask first.</summary>
/// <param name="db">The database of the person's team.</param>
internal sealed class FileAcceptedTurnHandler(SourcingDbContext db) : ITurnHandler
{
    /// <inheritdoc/>
    public async Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Event is not FileAccepted accepted) return false;
        var offered = await OfferedAsync(accepted, cancellationToken);
        turn.Reply((offered, accepted.Upload) switch
        {
            (null, _) => Say(Words.FileOfferOver),
            ({ } file, null) => Say(string.Format(CultureInfo.InvariantCulture, Words.FileNotWanted, file.Name)),
            ({ } file, { } upload) => Say(string.Format(CultureInfo.InvariantCulture, Words.FileHere, file.Name)) with { File = file with { Upload = upload } },
        });
        return true;
    }

    /// <summary>The file of an offer that was made to this very person; null where there is none, or it is too old.</summary>
    private async Task<FileToSend?> OfferedAsync(FileAccepted accepted, CancellationToken cancellationToken)
    {
        var platform = accepted.Conversation.Platform.Value;
        var row = await db.Outbox.AsNoTracking().Where(o => o.Platform == platform && o.MessageId == accepted.OfferId).Select(o => new { o.Message, o.Asker }).FirstOrDefaultAsync(cancellationToken);
        if (row is null || JsonSerializer.Deserialize(row.Asker, ChatJson.Default.ChatUser)?.Id != accepted.From.Id) return null;
        return JsonSerializer.Deserialize(row.Message, ChatJson.Default.OutgoingMessage)?.File;
    }

    private static OutgoingMessage Say(string words) => new(words, null, Audience.AskerOnly);
}
