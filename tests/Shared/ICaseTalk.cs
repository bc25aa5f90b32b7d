namespace SourcingBot.Testing;

/// <summary>A person's side of a conversation on a platform, with all of the platform that a test may turn against the program.</summary>
public interface ICaseTalk : ICaseChat, IAsyncDisposable
{
    /// <summary>The program's clock.</summary>
    MovedClock Clock { get; }

    /// <summary>The program.</summary>
    RunningHost Host { get; }

    /// <summary>The platform's id of the workspace or tenant from which the next words come.</summary>
    string Workspace { get; set; }

    /// <summary>Who says the next words.</summary>
    string Person { get; set; }

    /// <summary>Where the next words are said.</summary>
    string Conversation { get; set; }

    /// <summary>What the file host answers instead of the file; null: the file.</summary>
    Func<HttpRequestMessage, HttpResponseMessage?> Download { get; set; }

    /// <summary>Every address of a file host that was called.</summary>
    List<string> Fetched { get; }

    /// <summary>All that the platform was sent, as it was sent.</summary>
    IReadOnlyList<string> Posts { get; }

    /// <summary>A file as the platform tells of it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="url">Where it lies; null: where the platform keeps files.</param>
    object File(string name, string? url = null);

    /// <summary>Says something, with files, and waits for the answer.</summary>
    /// <param name="text">The words.</param>
    /// <param name="files">The files.</param>
    Task<string> AskAsync(string text, params object[] files);

    /// <summary>Presses the button of the last message that has one of this label, and waits for the answer.</summary>
    /// <param name="label">The label.</param>
    Task<string> PressLabelAsync(string label);
}
