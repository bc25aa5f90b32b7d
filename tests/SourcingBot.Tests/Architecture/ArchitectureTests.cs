using System.Reflection;
using SourcingBot.Risk;

namespace SourcingBot.Tests.Architecture;

public class ArchitectureTests
{
    private static readonly string Source = Path.Combine(RepositoryRoot(), "src");

    [Fact]
    public void The_core_does_not_know_the_web_server_or_a_database_provider()
    {
        var references = typeof(RiskScanner).Assembly.GetReferencedAssemblies().Select(a => a.Name!);

        Assert.DoesNotContain(references, name =>
            name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.Contains("Npgsql", StringComparison.Ordinal)
            || name.Contains("Sqlite", StringComparison.Ordinal) || name.StartsWith("SourcingBot.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SourcingBot.Slack", "SourcingBot.Teams")]
    [InlineData("SourcingBot.Teams", "SourcingBot.Slack")]
    public void Adapters_do_not_know_each_other(string one, string other) =>
        Assert.DoesNotContain(Assembly.Load(one).GetReferencedAssemblies(), a => a.Name == other || a.Name == "sourcingbot");

    [Theory]
    [InlineData("SourcingBot.Slack")]
    [InlineData("SourcingBot.Teams")]
    public void An_adapter_shows_only_how_to_add_and_map_it(string adapter)
    {
        var shown = Assembly.Load(adapter).GetExportedTypes().SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly));

        Assert.All(Assembly.Load(adapter).GetExportedTypes(), t => Assert.True(t.IsAbstract && t.IsSealed, $"{t} is public and not a static class of extensions"));
        Assert.All(shown, m => Assert.Matches("^(Add|Map)", m.Name));
    }

    [Fact]
    public void No_type_of_the_core_is_named_after_a_platform() =>
        Assert.DoesNotContain(typeof(RiskScanner).Assembly.GetTypes(), t =>
            t.Name.Contains("Slack", StringComparison.OrdinalIgnoreCase) || t.Name.Contains("Teams", StringComparison.Ordinal));

    [Theory]
    [InlineData("\"thread_ts\"")]
    [InlineData("\"serviceUrl\"")]
    [InlineData("\"blocks\"")]
    public void No_platform_word_stands_in_the_core(string word)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Source, "SourcingBot"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

        Assert.DoesNotContain(files, f => File.ReadAllText(f).Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_document_named_in_the_readme_exists()
    {
        var root = RepositoryRoot();
        var links = System.Text.RegularExpressions.Regex.Matches(
            File.ReadAllText(Path.Combine(root, "README.md")), @"\]\((?!https?:|#)(?<path>[^)#]+)", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        Assert.All(links, l => Assert.True(Path.Exists(Path.Combine(root, l.Groups["path"].Value)), l.Groups["path"].Value));
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SourcingBot.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run from a build folder inside the repository.");
    }
}
