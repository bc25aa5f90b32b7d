using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SourcingBot.Host.Pages;

/// <summary>Takes a pressed button of a card.</summary>
/// <param name="ask">Stores it.</param>
public sealed class PressModel(Ask ask) : PageModel
{
    /// <summary>There is nothing to see here.</summary>
    public IActionResult OnGet() => RedirectToPage("/Orders");

    /// <summary>Stores the press and leads to its answer.</summary>
    /// <param name="token">What the button carried.</param>
    /// <param name="zone">The browser's zone where it told one.</param>
    public Task<IActionResult> OnPostAsync(string? token, string? zone) => ask.PressAsync(this, token ?? string.Empty, zone);
}
