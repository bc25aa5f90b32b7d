namespace SourcingBot.Slack;

/// <summary>Slack's limits on messages (docs.slack.dev, Block Kit reference), and cutting to them.</summary>
internal static class SlackLimits
{
    /// <summary>Blocks in a message.</summary>
    public const int Blocks = 50;

    /// <summary>Characters of a header.</summary>
    public const int Header = 150;

    /// <summary>Characters of a section or of one rich text element; Slack allows 3,000.</summary>
    public const int Section = 2900;

    /// <summary>Buttons in one row.</summary>
    public const int Buttons = 25;

    /// <summary>Characters of a button's words.</summary>
    public const int ButtonText = 75;

    /// <summary>Characters of the plain text that goes with the blocks; longer ones are cut by Slack at 40,000.</summary>
    public const int Text = 4000;

    /// <summary>Cuts a text at a space if one is near, never inside a character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most characters.</param>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = most - 1;
        var space = text.LastIndexOf(' ', end, Math.Min(end, 60));
        if (space > 0) end = space;
        else if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end] + "…";
    }
}
