using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SourcingBot.Cases;
using SourcingBot.Chat;
using SourcingBot.Orders;

namespace SourcingBot.Host.Pages;

/// <summary>The board: what is due, the orders, and a line to tell the bot about them.</summary>
/// <param name="boards">Reads the board.</param>
/// <param name="cases">Reads the cases.</param>
/// <param name="ask">Stores what is said.</param>
public sealed class OrdersModel(IDeadlineBoards boards, ICaseBoards cases, Ask ask) : PageModel
{
    /// <summary>What is due, and the orders.</summary>
    public DeadlineBoard Board { get; private set; } = new([], [], string.Empty);

    /// <summary>Open cases by their order.</summary>
    public ILookup<Guid?, CaseLine> Cases { get; private set; } = Array.Empty<CaseLine>().ToLookup(l => l.Order);

    /// <summary>What the person says.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The browser's time zone, where its script told it.</summary>
    [BindProperty]
    public string? Zone { get; set; }

    /// <summary>What is wrong with the form, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Shows the board.</summary>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Board = await boards.ReadAsync(cancellationToken);
        Cases = (await cases.ListAsync(cancellationToken)).Where(l => l.Stage != CaseStage.Closed).ToLookup(l => l.Order);
    }

    /// <summary>Stores what was said and leads to the answer.</summary>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(Text)) return await ask.SayAsync(this, Text, Addressing.OrderForm, Zone);
        Problem = "Write what you want to tell me, for example: order 178453210 arrived yesterday.";
        await OnGetAsync(cancellationToken);
        return Page();
    }
}
