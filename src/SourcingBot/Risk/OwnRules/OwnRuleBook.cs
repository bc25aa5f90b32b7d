using Microsoft.Extensions.Logging;

namespace SourcingBot.Risk.OwnRules;

/// <summary>
/// A team's own rules, from the files of a folder. They are read again when a file changes. A file with a fault leaves the
/// others as they are, and the last good version of itself goes on.
/// </summary>
public sealed partial class OwnRuleBook
{
    /// <summary>More files than this are not read.</summary>
    public const int MostFiles = 200;

    /// <summary>Larger files are not read.</summary>
    public const int LargestFile = 64 * 1024;

    private readonly string? _folder;
    private readonly ILogger? _logger;
    private readonly Lock _reading = new();
    private readonly Dictionary<string, OwnRule> _good = new(StringComparer.Ordinal);
    private string _seen = string.Empty;
    private volatile OwnRuleMatcher _matcher = new([]);
    private volatile IReadOnlyList<OwnRuleFault> _faults = [];

    /// <summary>Opens a folder and reads it.</summary>
    /// <param name="folder">The folder; null for no rules of one's own.</param>
    /// <param name="logger">Where faults are told; null where the caller tells them.</param>
    public OwnRuleBook(string? folder, ILogger<OwnRuleBook>? logger = null)
    {
        (_folder, _logger) = (folder, logger);
        ReloadIfChanged();
    }

    /// <summary>A book without rules.</summary>
    public static OwnRuleBook Empty { get; } = new(null);

    /// <summary>The rules that hold now, by file.</summary>
    public IReadOnlyList<OwnRule> Rules => _matcher.Rules;

    /// <summary>What is wrong in the files as they are now.</summary>
    public IReadOnlyList<OwnRuleFault> Faults => _faults;

    /// <summary>The prepared rules that hold now.</summary>
    internal OwnRuleMatcher Matcher => _matcher;

    /// <summary>Reads the folder again if a file came, went or changed. Safe to call often: without a change it only lists the folder.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool ReloadIfChanged()
    {
        if (_folder is null) return false;
        lock (_reading)
        {
            if (FilesIn(_folder, out var trouble) is not { } files)
            {
                // A folder that is away for a moment must not take the team's rules away.
                Tell([new OwnRuleFault(_folder, 0, 0, trouble)]);
                return false;
            }

            var seen = string.Join('\n', files.Select(f => $"{f.Name}|{f.Length}|{f.LastWriteTimeUtc.Ticks}"));
            if (seen == _seen && _seen.Length > 0) return false;
            _seen = seen;
            Read(files);
            return true;
        }
    }

    private static List<FileInfo>? FilesIn(string folder, out string trouble)
    {
        try
        {
            trouble = string.Empty;
            return [.. new DirectoryInfo(folder).EnumerateFiles().Where(f => f.Extension is ".yaml" or ".yml").OrderBy(f => f.Name, StringComparer.Ordinal)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            trouble = "The folder cannot be read; the rules stay as they were.";
            return null;
        }
    }

    private void Read(List<FileInfo> files)
    {
        var faults = new List<OwnRuleFault>();
        var rules = new List<OwnRule>();
        foreach (var file in files.Take(MostFiles))
        {
            var (rule, wrong) = Read(file);
            faults.AddRange(wrong);
            if (rule is not null && rules.Exists(r => r.Id == rule.Id))
            {
                faults.Add(new OwnRuleFault(file.Name, 0, 0, $"The id “{rule.Id}” is taken by {rules.Find(r => r.Id == rule.Id)!.File}."));
                continue;
            }

            if (rule is not null) _good[file.Name] = rule;
            if ((rule ?? _good.GetValueOrDefault(file.Name)) is { } holds) rules.Add(holds);
        }

        if (files.Count > MostFiles) faults.Add(new OwnRuleFault(files[MostFiles].Name, 0, 0, $"Only the first {MostFiles} files are read."));
        foreach (var gone in _good.Keys.Except(files.Select(f => f.Name), StringComparer.Ordinal).ToList()) _good.Remove(gone);
        _matcher = new OwnRuleMatcher(rules);
        Tell(faults);
        if (_logger is not null) Loaded(_logger, rules.Count);
    }

    private static (OwnRule? Rule, IReadOnlyList<OwnRuleFault> Faults) Read(FileInfo file)
    {
        if (file.Length > LargestFile) return (null, [new OwnRuleFault(file.Name, 0, 0, $"The file is larger than {LargestFile / 1024} KB.")]);
        try
        {
            return OwnRuleReader.Read(file.Name, File.ReadAllText(file.FullName));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, [new OwnRuleFault(file.Name, 0, 0, "The file cannot be read.")]);
        }
    }

    private void Tell(IReadOnlyList<OwnRuleFault> faults)
    {
        var news = faults.Except(_faults).ToList();
        _faults = faults;
        if (_logger is null) return;
        foreach (var fault in news) Faulty(_logger, fault.ToString());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A rule of your own has a fault. {Fault} Its last good version goes on, if there was one.")]
    private static partial void Faulty(ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Rules} rules of your own are in use.")]
    private static partial void Loaded(ILogger logger, int rules);
}
