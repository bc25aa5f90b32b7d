using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using SourcingBot.Cases;
using SourcingBot.Chat;
using SourcingBot.Data;

namespace SourcingBot.Testing;

/// <summary>A person's side of a conversation on a platform, through its front door.</summary>
public interface ICaseChat
{
    /// <summary>The person writes to the bot in private.</summary>
    /// <param name="text">The words.</param>
    /// <param name="files">The names of files that come with it.</param>
    Task SayAsync(string text, IReadOnlyList<string> files);

    /// <summary>The person presses a button.</summary>
    /// <param name="token">What the button carries.</param>
    Task PressAsync(string token);
}

/// <summary>
/// Plays the transcripts that stand beside the flows, through the front door of a platform, and compares every word of the bot. Lines
/// that begin with "user:", "press:" and "file:" are done; "clock:" moves the time; "#" is a remark; all others are what the bot said.
/// With UPDATE_APPROVED=1 the bot's lines are written anew: then read them aloud before you commit them.
/// </summary>
public static partial class CaseTranscript
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    /// <summary>When every transcript begins.</summary>
    public static Instant Start { get; } = new LocalDateTime(2026, 12, 1, 10, 0).InZoneStrictly(Zone).ToInstant();

    /// <summary>The transcripts.</summary>
    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder(), "*.transcript.txt").Select(f => Path.GetFileName(f)!.Replace(".transcript.txt", string.Empty, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>A text with the random names of cases made all alike.</summary>
    /// <param name="text">The text.</param>
    public static string WithoutNames(string text) => CaseNamesIn().Replace(text, "${kind}-CASE");

    /// <summary>Plays one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="host">The program.</param>
    /// <param name="clock">Its clock.</param>
    /// <param name="chat">The person.</param>
    public static async Task PlayAsync(string name, RunningHost host, MovedClock clock, ICaseChat chat)
    {
        var file = Path.Combine(Folder(), name + ".transcript.txt");
        var approved = (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n");
        var heard = new StringBuilder();
        var said = new List<OutgoingMessage>();
        var files = new List<string>();
        var sent = new List<string>();
        foreach (var line in approved.Split('\n').Where(l => l.StartsWith('#') || l.StartsWith("user:", StringComparison.Ordinal) || l.StartsWith("press:", StringComparison.Ordinal)
            || l.StartsWith("file:", StringComparison.Ordinal) || l.StartsWith("clock:", StringComparison.Ordinal)))
        {
            heard.Append(line).Append('\n');
            var rest = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
            if (line[0] == '#') continue;
            if (line.StartsWith("file:", StringComparison.Ordinal))
            {
                // Files go with the words that follow; a line of its own sends them alone.
                files.Add(rest);
                continue;
            }

            if (line.StartsWith("clock:", StringComparison.Ordinal)) await MoveAsync(host, clock, rest);
            else if (line.StartsWith("press:", StringComparison.Ordinal)) await chat.PressAsync(TokenOf(said, rest, name));
            else await chat.SayAsync(rest.Replace("\\n", "\n", StringComparison.Ordinal), [.. files]);
            sent.AddRange(files);
            files.Clear();
            await host.AnsweredAsync();
            foreach (var message in await NewAsync(host, said.Count))
            {
                said.Add(message);
                Write(heard, message);
            }

            heard.Append('\n');
        }

        var found = WithoutNames(heard.ToString().TrimEnd() + "\n");
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1") await File.WriteAllTextAsync(file, found);
        else Assert.Equal(approved, found);
        Assert.Equal(sent.Order(StringComparer.Ordinal).Select(f => (f, Convert.ToHexStringLower(SHA256.HashData(TranscriptFiles.BytesOf(f))))), await KeptAsync(host));
    }

    /// <summary>The files that the program keeps, by name: their names and hashes.</summary>
    private static async Task<IEnumerable<(string Name, string Sha256)>> KeptAsync(RunningHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().StoredFiles.AsNoTracking().ToListAsync();
        return rows.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => (f.Name, f.Sha256));
    }

    /// <summary>Moves to a time as "2026-12-03 10:00" and sends the reminders of cases that are due by then.</summary>
    private static async Task MoveAsync(RunningHost host, MovedClock clock, string to)
    {
        var local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(to).Value;
        clock.MoveTo(local.InZoneStrictly(Zone).ToInstant());
        await host.Services.GetRequiredService<CaseReminders>().RunOnceAsync(CancellationToken.None);
    }

    private static async Task<IReadOnlyList<OutgoingMessage>> NewAsync(RunningHost host, int known)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().Outbox.AsNoTracking().OrderBy(o => o.Id).Skip(known).ToListAsync();
        Assert.All(rows, r => Assert.Equal(QueueStatus.Done, r.Status));
        return rows.ConvertAll(r => JsonSerializer.Deserialize(r.Message, ChatJson.Default.OutgoingMessage)!);
    }

    private static string TokenOf(List<OutgoingMessage> said, string label, string name)
    {
        var button = Enumerable.Reverse(said).SelectMany(m => m.Card?.Parts.OfType<Buttons>() ?? []).SelectMany(b => b.Items).FirstOrDefault(b => b.Label == label);
        Assert.True(button is not null, $"{name}: there is no button “{label}”.");
        return button.Token;
    }

    private static void Write(StringBuilder heard, OutgoingMessage message)
    {
        if (message.Card is not { } card)
        {
            heard.Append(CultureInfo.InvariantCulture, $"bot: {message.Text}\n");
            if (message.File is { } file) heard.Append(CultureInfo.InvariantCulture, $"    [file: {file.Name}]\n");
            return;
        }

        var tone = card.Tone == Tone.Neutral ? string.Empty : $" [{card.Tone.ToString().ToLowerInvariant()}]";
        heard.Append(CultureInfo.InvariantCulture, $"bot:{(message.Audience == Audience.Conversation ? string.Empty : $" ({message.Audience})")}{tone} {card.Title}\n");
        foreach (var line in card.Parts.SelectMany(Lines).SelectMany(l => l.Split('\n'))) heard.Append("    ").Append(line).Append('\n');
    }

    private static IEnumerable<string> Lines(CardPart part) => part switch
    {
        Heading h => [$"{(h.Tone is Tone.Danger or Tone.Caution ? $"[{h.Tone.ToString().ToLowerInvariant()}] " : "## ")}{h.Text}"],
        Paragraph p => [p.Label is null ? p.Text : $"{p.Label}: {p.Text}"],
        BulletList b => b.Items.Select(i => "- " + i),
        UntrustedQuote q => ["> " + q.Text],
        SuggestedReply r => [$"{r.Label}:", .. r.Text.Split('\n').Select(l => "  " + l)],
        FieldList f => f.Fields.Select(l => $"{l.Name} = {l.Value}"),
        Buttons b => [string.Join(' ', b.Items.Select(i => $"[{i.Label}]"))],
        Note n => [$"({n.Text})"],
        _ => [part.ToString()!],
    };

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", "SourcingBot", "Cases", "Flows");

    [GeneratedRegex(@"\b(?<kind>[DIVRTP])-[2-9A-HJKMNP-Z]{4}\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CaseNamesIn();
}
