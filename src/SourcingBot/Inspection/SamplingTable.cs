using System.Globalization;
using SourcingBot.Text;

namespace SourcingBot.Inspection;

/// <summary>The sample size of a code letter.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Size">Pieces to draw.</param>
internal readonly record struct LetterSize(char Letter, int Size);

/// <summary>A row of the table of code letters.</summary>
/// <param name="From">The smallest lot; it goes up to the next row's.</param>
/// <param name="Letters">The letters by level.</param>
internal sealed record LotRow(int From, IReadOnlyList<char> Letters);

/// <summary>What a cell of the acceptance table leads to, its arrows followed.</summary>
/// <param name="Sample">The sample to use, which an arrow changes.</param>
/// <param name="Accept">The acceptance number.</param>
internal readonly record struct PlanCell(LetterSize Sample, int Accept);

/// <summary>The tables of ISO 2859-1 as the data file states them.</summary>
/// <param name="Samples">The code letters, smallest sample first.</param>
/// <param name="Levels">The levels, in the order of each row's letters.</param>
/// <param name="Lots">The rows of code letters, smallest lot first.</param>
/// <param name="Accept">The plans by limit in percent and by letter.</param>
internal sealed record SamplingTable(
    IReadOnlyList<LetterSize> Samples, IReadOnlyList<string> Levels, IReadOnlyList<LotRow> Lots, IReadOnlyDictionary<decimal, IReadOnlyDictionary<char, PlanCell>> Accept)
{
    private const string FileName = "iso-2859-1.json";

    /// <summary>The tables that are part of the program.</summary>
    /// <exception cref="DataFileException">The file is wrong: the build is broken.</exception>
    public static SamplingTable BuiltIn { get; } = Read(FileName, Resource.All("SourcingBot.Inspection." + FileName));

    /// <summary>Reads a file of tables.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="json">Its text.</param>
    /// <exception cref="DataFileException">It is wrong; the message names file and place.</exception>
    public static SamplingTable Read(string file, string json)
    {
        var root = DataNode.Parse(file, json);
        root.Only("source", "samples", "levels", "letters", "accept");
        var samples = root.Get("samples").Members().Select(m => new LetterSize(m.Key[0], m.Value.Number(1, 100_000))).ToList();
        var levels = root.Get("levels").Items().Select(n => n.Text()).ToList();
        var lots = root.Get("letters").Items().Select(node => Row(node, samples, levels.Count)).ToList();
        for (var i = 1; i < lots.Count; i++)
        {
            var before = root.Get("letters").Items()[i - 1];
            if (before.Get("to").Number(lots[i - 1].From, int.MaxValue) + 1 != lots[i].From) throw before.Get("to").Wrong($"{lots[i].From - 1}, one below the next row");
        }

        var accept = root.Get("accept").Members().ToDictionary(
            m => decimal.Parse(m.Key, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), m => (IReadOnlyDictionary<char, PlanCell>)Column(m.Value, samples));
        return new SamplingTable(samples, levels, lots, accept);
    }

    private static LotRow Row(DataNode node, List<LetterSize> samples, int levels)
    {
        node.Only("from", "to", "letters");
        var letters = node.Get("letters").Items().Select(n => samples.Exists(s => n.Text() == s.Letter.ToString()) ? n.Text()[0] : throw n.Wrong("a code letter")).ToList();
        return letters.Count == levels ? new LotRow(node.Get("from").Number(1, int.MaxValue), letters) : throw node.Get("letters").Wrong($"{levels} letters, one a level");
    }

    private static Dictionary<char, PlanCell> Column(DataNode node, List<LetterSize> samples)
    {
        var cells = node.Items();
        if (cells.Count != samples.Count) throw node.Wrong($"{samples.Count} cells, one a letter");
        var column = new Dictionary<char, PlanCell>();
        for (var i = 0; i < cells.Count; i++)
        {
            // An arrow down leads to the first plan below it, an arrow up to the first above; the other plan's sample goes with it.
            var at = i;
            var step = cells[i].Text() switch { "v" => 1, "^" => -1, _ => 0 };
            while (at >= 0 && at < cells.Count && cells[at].Text() == (step > 0 ? "v" : "^")) at += step;
            if (at < 0 || at == cells.Count || !int.TryParse(cells[at].Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var accept))
                throw cells[i].Wrong("an acceptance number, or an arrow (v or ^) that leads to one");
            column[samples[i].Letter] = new PlanCell(samples[at], accept);
        }

        return column;
    }
}
