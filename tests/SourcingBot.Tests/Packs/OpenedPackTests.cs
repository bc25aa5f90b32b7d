using System.Diagnostics;
using SourcingBot.Evidence;
using SourcingBot.Flows;

namespace SourcingBot.Tests.Packs;

/// <summary>Opens a pack with the programs that people have.</summary>
public class OpenedPackTests
{
    [OfficeFact]
    public async Task Unzip_finds_no_fault_and_the_statement_is_one_page()
    {
        var folder = Directory.CreateTempSubdirectory("pack");
        try
        {
            var zip = Path.Combine(folder.FullName, "pack.zip");
            var sample = new SampleCase();
            sample.Add(ExhibitKind.Photos, "外箱照片 📦.jpg", "The cartons again.", "Photos", FileKind.Jpeg, "again");
            await File.WriteAllBytesAsync(zip, (await sample.WriteAsync()).Bytes);

            Assert.Contains("No errors detected", await RunAsync("unzip", folder.FullName, "-t", zip), StringComparison.Ordinal);
            await RunAsync("unzip", folder.FullName, "-q", zip);
            await RunAsync("sha256sum", folder.FullName, "-c", "--strict", "--quiet", "sha256sums.txt");
            await RunAsync("soffice", folder.FullName, $"-env:UserInstallation=file://{folder.FullName}/office", "--headless", "--convert-to", "pdf", "1-claim-statement.docx", "3-exhibits.docx");
            Assert.Matches("Pages: +1\n", await RunAsync("pdfinfo", folder.FullName, "1-claim-statement.pdf"));
            Assert.Contains("Page 1 of 1", await RunAsync("pdftotext", folder.FullName, "1-claim-statement.pdf", "-"), StringComparison.Ordinal);
            Assert.Contains("E10", await RunAsync("pdftotext", folder.FullName, "3-exhibits.pdf", "-"), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["LC_ALL"] = "C.UTF-8" },
        })!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, $"{program}: {output}{await error}");
        return output;
    }
}

/// <summary>A test that needs LibreOffice and others; skipped, with what to do, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OfficeFactAttribute : FactAttribute
{
    private static readonly (string Program, string Package)[] Needed =
        [("soffice", "libreoffice-writer"), ("pdfinfo", "poppler-utils"), ("pdftotext", "poppler-utils"), ("unzip", "unzip"), ("sha256sum", "coreutils")];

    public OfficeFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var missing = Needed.Where(n => !folders.Any(f => File.Exists(Path.Combine(f, n.Program)))).Select(n => n.Package).Distinct().ToList();
        if (missing.Count > 0) Skip = "Needs LibreOffice and others: apt-get install " + string.Join(' ', missing);
    }
}
