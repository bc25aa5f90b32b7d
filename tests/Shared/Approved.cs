using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SourcingBot.Testing;

/// <summary>Compares what is rendered with what a person has looked at and approved, in the folder Approved beside the test.</summary>
public static class Approved
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Fails where the JSON differs from the approved one. With UPDATE_APPROVED=1 it becomes the approved one: then look at the difference before you commit it.</summary>
    /// <param name="rendered">What was rendered.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="test">The test's own file.</param>
    public static void Json(object rendered, string name, [CallerFilePath] string test = "") =>
        Compare(JsonSerializer.Serialize(rendered, Readable) + "\n", name + ".json", test);

    /// <summary>The same for text.</summary>
    /// <param name="text">What was said.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="test">The test's own file.</param>
    public static void Text(string text, string name, [CallerFilePath] string test = "") => Compare(text, name + ".txt", test);

    private static void Compare(string found, string name, string test)
    {
        found = found.ReplaceLineEndings("\n");
        var file = Path.Combine(Path.GetDirectoryName(test)!, "Approved", name);
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, found);
        }

        Assert.True(File.Exists(file), $"{file} is missing: run the tests with UPDATE_APPROVED=1 and look at it");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), found);
    }
}
