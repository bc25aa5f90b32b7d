namespace SourcingBot.Teams;

/// <summary>Teams' limits on messages, and cutting to them.</summary>
internal static class TeamsLimits
{
    /// <summary>Bytes of a message in UTF-16, far below the documented limit of about 100 KB: other clients and webhooks take 28 KB.</summary>
    public const int MessageBytes = 25 * 1024;

    /// <summary>Characters of one text of a card.</summary>
    public const int Text = 4000;

    /// <summary>Buttons in one row; Teams shows six.</summary>
    public const int Buttons = 6;

    /// <summary>Characters of one text where the whole message was refused as too large.</summary>
    public const int ShortText = 600;

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
