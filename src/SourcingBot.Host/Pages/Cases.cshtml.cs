using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SourcingBot.Cases;
using SourcingBot.Chat;

namespace SourcingBot.Host.Pages;

/// <summary>The cases, and a short way to begin each kind.</summary>
/// <param name="boards">Reads the cases.</param>
/// <param name="ask">Stores what is said.</param>
public sealed class CasesModel(ICaseBoards boards, Ask ask) : PageModel
{
    /// <summary>The ways to begin, the most pressing first.</summary>
    public static IReadOnlyList<WayToBegin> Ways { get; } =
    [
        new("dispute", "Dispute: goods late, broken, wrong or missing", "178453210 arrived broken"),
        new("paid", "I have already paid and fear a scam", null),
        new("ready", "Check an order before paying", "Order number"),
        new("vet", "Vet a supplier", "The supplier’s name"),
        new("ddp", "Read a delivered-duty-paid offer", "Paste the offer", IsLong: true),
        new("ip", "Somebody copied my goods, pictures or brand", null),
    ];

    /// <summary>Open cases, the most urgent first.</summary>
    public IReadOnlyList<CaseLine> Open { get; private set; } = [];

    /// <summary>Closed cases.</summary>
    public IReadOnlyList<CaseLine> Closed { get; private set; } = [];

    /// <summary>What is to be begun.</summary>
    [BindProperty]
    public string? Word { get; set; }

    /// <summary>What it is about.</summary>
    [BindProperty]
    public string? About { get; set; }

    /// <summary>The browser's time zone, where its script told it.</summary>
    [BindProperty]
    public string? Zone { get; set; }

    /// <summary>What is wrong with the form, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Shows the cases.</summary>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var lines = await boards.ListAsync(cancellationToken);
        Open = [.. lines.Where(l => l.Stage != CaseStage.Closed)];
        Closed = [.. lines.Where(l => l.Stage == CaseStage.Closed)];
    }

    /// <summary>Begins a case, as the same words do in chat.</summary>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Ways.FirstOrDefault(w => w.Word == Word) is { } way)
        {
            if (way.Word != "ready" || About?.Any(char.IsAsciiDigit) == true) return await ask.CommandAsync(this, way.Word, About?.Trim() ?? string.Empty, Zone);
            Problem = "To check an order I need its number.";
        }

        await OnGetAsync(cancellationToken);
        return Page();
    }
}

/// <summary>A way to begin a case.</summary>
/// <param name="Word">The word that begins it in chat.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Hint">What to write with it; null where nothing is needed.</param>
/// <param name="IsLong">Whether that may be long.</param>
public sealed record WayToBegin(string Word, string Label, string? Hint, bool IsLong = false);
