using SourcingBot.Cases;
using SourcingBot.Evidence;
using SourcingBot.Packs;

namespace SourcingBot.Tests.Cases;

/// <summary>What is said of a file at once.</summary>
public class FileNotesTests
{
    [Theory]
    [InlineData("carton.jpg", FileKind.Jpeg)]
    [InlineData("carton.jpeg", FileKind.Jpeg)]
    [InlineData("invoice.pdf", FileKind.Pdf)]
    public void Nothing_is_said_of_what_the_form_takes(string name, FileKind kind) => Assert.Empty(Of(name, kind));

    [Theory]
    [InlineData("IMG_1.heic", FileKind.Heic, ".heic", "as .jpg")]
    [InlineData("shot.png", FileKind.Png, ".png", "as .jpg")]
    [InlineData("unboxing.mp4", FileKind.Mp4, ".mp4", "I zip them")]
    [InlineData("chat.txt", FileKind.Text, ".txt", "I zip them")]
    public void What_the_form_does_not_list_is_told_with_what_to_do(string name, FileKind kind, string extension, string advice)
    {
        var note = Assert.Single(Of(name, kind));
        Assert.Contains(extension, note, StringComparison.Ordinal);
        Assert.Contains(advice, note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_lies_is_named() => Assert.Contains("photo.jpg: the name says another type", Of("photo.jpg", FileKind.Text)[0], StringComparison.Ordinal);

    private static List<string> Of(string name, FileKind kind) => [.. FileNotes.Of([new StoredFileRow { Name = name, Kind = kind, SenderKey = "s", EventKey = "e", Sha256 = "00" }], UploadRules.BuiltIn).Select(l => l.Text)];
}
