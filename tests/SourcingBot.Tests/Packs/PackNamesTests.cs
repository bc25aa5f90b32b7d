using SourcingBot.Evidence;
using SourcingBot.Flows;
using SourcingBot.Packs;

namespace SourcingBot.Tests.Packs;

public class PackNamesTests
{
    [Theory]
    [InlineData("../../etc/passwd", FileKind.Unknown, "E01 passwd")]
    [InlineData(@"..\..\Windows\system.ini", FileKind.Unknown, "E01 system.ini")]
    [InlineData("/", FileKind.Unknown, "E01")]
    [InlineData("..", FileKind.Unknown, "E01")]
    [InlineData("", FileKind.Jpeg, "E01.jpg")]
    [InlineData("外箱照片.jpg", FileKind.Jpeg, "E01 外箱照片.jpg")]
    [InlineData("box 📦🔥 open.jpg", FileKind.Jpeg, "E01 box _ open.jpg")]
    [InlineData("CON", FileKind.Unknown, "E01 CON")]
    [InlineData("nul.txt", FileKind.Text, "E01 nul.txt")]
    [InlineData("photo.jpg...  ", FileKind.Jpeg, "E01 photo.jpg")]
    [InlineData("a\u202egpj.exe", FileKind.Unknown, "E01 agpj.exe")]
    [InlineData("a\u0000b\u0007\r\nc.pdf", FileKind.Pdf, "E01 a b c.pdf")]
    [InlineData("what?is*this|<name>:\"x\".pdf", FileKind.Pdf, "E01 what_is_this_name_x.pdf")]
    [InlineData("photo.JPEG", FileKind.Jpeg, "E01 photo.jpg")]
    [InlineData("photo.jpg", FileKind.Heic, "E01 photo.heic")]
    [InlineData("photo", FileKind.Png, "E01 photo.png")]
    [InlineData("invoice.pdf", FileKind.Text, "E01 invoice.txt")]
    [InlineData("slides.pptx", FileKind.Zip, "E01 slides.pptx")]
    [InlineData("drawing.dwg", FileKind.Unknown, "E01 drawing.dwg")]
    [InlineData("mail.msg", FileKind.OldOffice, "E01 mail.msg")]
    [InlineData("v1.2 final", FileKind.Pdf, "E01 v1.2 final.pdf")]
    public void A_name_becomes_harmless_and_stays_known(string given, FileKind kind, string expected) =>
        Assert.Equal(expected, PackNames.Of("E01", given, kind, UploadRules.BuiltIn));

    [Theory]
    [InlineData("n")]
    [InlineData("外")]
    [InlineData("é")]
    [InlineData("𠀀")]
    [InlineData("e\u0301")]
    public void A_long_name_is_cut_so_that_every_system_can_unpack_it(string letter)
    {
        var name = PackNames.Of("E01", string.Concat(Enumerable.Repeat(letter, 300)) + ".jpg", FileKind.Jpeg, UploadRules.BuiltIn);

        Assert.InRange(name.Length, 20, 70);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(name), 20, 130);
        Assert.EndsWith(".jpg", name, StringComparison.Ordinal);
        Assert.DoesNotContain('\ufffd', name);
    }

    [Fact]
    public async Task Files_of_the_same_name_lie_side_by_side()
    {
        var sample = new SampleCase();
        sample.Add(ExhibitKind.Photos, "carton.jpg", "Again.", "Photos", FileKind.Jpeg, "one");
        sample.Add(ExhibitKind.Photos, "CARTON.JPG", "And again.", "Photos", FileKind.Jpeg, "two");
        var names = (await sample.WriteAsync()).Names;

        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains("exhibits/photos/E10 carton.jpg", names);
        Assert.Contains("exhibits/photos/E11 CARTON.jpg", names);
    }
}
