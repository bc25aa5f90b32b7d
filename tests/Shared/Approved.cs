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
    public static void Json(object rendered, string name, [CallerFilePath] string test = "")
    {
        var json = JsonSerializer.Serialize(rendered, Readable).ReplaceLineEndings("\n") + "\n";
        var file = Path.Combine(Path.GetDirectoryName(test)!, "Approved", name + ".json");
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, json);
        }

        Assert.True(File.Exists(file), $"{file} is missing: run the tests with UPDATE_APPROVED=1 and look at it");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), json);
    }
}
