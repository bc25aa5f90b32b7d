using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace SourcingBot.Testing;

/// <summary>A person on the local page, without JavaScript: loads pages, fills their forms in, follows where they lead.</summary>
/// <param name="client">Talks to the program; it keeps cookies and follows nothing by itself.</param>
public sealed class PageVisitor(HttpClient client)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>The address of the page that is shown.</summary>
    public string At { get; private set; } = "/";

    /// <summary>The page that is shown, as it came.</summary>
    public string Html { get; private set; } = string.Empty;

    /// <summary>The page that is shown with its entities undone, to look for words.</summary>
    public string Words => WebUtility.HtmlDecode(Html);

    /// <summary>Loads a page; one that waits for an answer is loaded again, as its refresh says.</summary>
    /// <param name="path">Its address.</param>
    public async Task<PageVisitor> GoAsync(string path)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            if (response.Headers.Location is { } next)
            {
                path = next.ToString();
                continue;
            }

            (At, Html) = (path, await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
            if (!Html.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal)) return this;
            await Task.Delay(50);
        }

        throw new TimeoutException("The page still waits: " + path);
    }

    /// <summary>Sends a form of the page that is shown, and goes where that leads.</summary>
    /// <param name="path">Where the form goes.</param>
    /// <param name="fields">What is filled in.</param>
    public async Task<PageVisitor> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([.. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)), new("__RequestVerificationToken", Token)]);
        return await FollowAsync(await client.PostAsync(new Uri(path, UriKind.Relative), form));
    }

    /// <summary>Presses a button of a card that is shown.</summary>
    /// <param name="verb">What the button does.</param>
    public Task<PageVisitor> PressAsync(string verb)
    {
        var token = Regex.Match(Html, "(?<=name=\"token\" value=\")[^\"]+\\." + Regex.Escape(verb) + "(?=\")", RegexOptions.None, Limit).Value;
        return token.Length > 0 ? SendAsync("/press", ("token", token), ("zone", "Europe/Berlin")) : throw new InvalidOperationException("There is no such button: " + verb);
    }

    /// <summary>Answers a question of the case that is shown.</summary>
    /// <param name="question">The question.</param>
    /// <param name="fields">What is filled in or pressed.</param>
    public Task<PageVisitor> AnswerAsync(string question, params (string Name, string Value)[] fields) =>
        SendAsync(CasePath, [("Question", question), ("Shown", Shown), ("Zone", "Europe/Berlin"), .. fields]);

    /// <summary>Hands files in at a question of the case that is shown.</summary>
    /// <param name="question">The question.</param>
    /// <param name="text">Words with them.</param>
    /// <param name="files">Their names, declared types and bytes.</param>
    public async Task<PageVisitor> UploadAsync(string question, string text, params (string Name, string Type, HttpContent Content)[] files) =>
        await FollowAsync(await PostFilesAsync(Token, question, text, files));

    /// <summary>The same, to look at the response itself.</summary>
    /// <param name="token">The form's token.</param>
    /// <param name="question">The question.</param>
    /// <param name="text">Words with them.</param>
    /// <param name="files">Their names, declared types and bytes.</param>
    public async Task<HttpResponseMessage> PostFilesAsync(string token, string question, string text, params (string Name, string Type, HttpContent Content)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("__RequestVerificationToken", token), ("Question", question), ("Shown", Shown), ("Zone", "Europe/Berlin"), ("Text", text) }) form.Add(new StringContent(value), name);
        foreach (var (name, type, content) in files)
        {
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            form.Add(content, "Files", name);
        }

        return await client.PostAsync(new Uri(CasePath + "/files", UriKind.Relative), form);
    }

    /// <summary>The name of the case that is shown.</summary>
    public string Case => Regex.Match(At, "(?<=/cases/)[A-Z]-[A-Z0-9]{4}", RegexOptions.None, Limit).Value is { Length: > 0 } name ? name : throw new InvalidOperationException("No case is shown at " + At);

    /// <summary>What stands at a question of the checklist, with entities undone.</summary>
    /// <param name="question">The question.</param>
    public string Item(string question)
    {
        var from = Html.IndexOf($"<li id=\"q-{question}\"", StringComparison.Ordinal);
        if (from < 0) throw new InvalidOperationException($"The checklist has no question {question}.");
        var next = Html.IndexOf("<li id=\"q-", from + 1, StringComparison.Ordinal);
        return WebUtility.HtmlDecode(next < 0 ? Html[from..] : Html[from..next]);
    }

    /// <summary>The token of the forms.</summary>
    public string Token => Regex.Match(Html, "(?<=name=\"__RequestVerificationToken\" type=\"hidden\" value=\")[^\"]+", RegexOptions.None, Limit).Value;

    private string Shown => Regex.Match(Html, "(?<=name=\"Shown\" value=\")[0-9]+", RegexOptions.None, Limit).Value;

    private string CasePath => "/cases/" + Case;

    private async Task<PageVisitor> FollowAsync(HttpResponseMessage response)
    {
        using (response)
        {
            if (response.Headers.Location is { } next) return await GoAsync(next.ToString());
            Html = await response.Content.ReadAsStringAsync();
            return this;
        }
    }
}
