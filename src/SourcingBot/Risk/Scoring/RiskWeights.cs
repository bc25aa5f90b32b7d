using System.Runtime.InteropServices;
using System.Text;

namespace SourcingBot.Risk.Scoring;

/// <summary>The numbers of a trained model, and their file.</summary>
/// <param name="Categories">The categories, in the order of their questions.</param>
/// <param name="Keys">The features, rising.</param>
/// <param name="Rarity">How much each feature counts for its rarity, 0 to 2.55; already in the weights.</param>
/// <param name="Values">The weights, a row of <see cref="RiskModel.Width"/> for each feature, in steps of <see cref="Scale"/>.</param>
/// <param name="Scale">What one step is worth, for each question.</param>
/// <param name="Bias">Where each question starts.</param>
/// <param name="Slope">Calibration: what a margin is multiplied by before it becomes a chance.</param>
/// <param name="Shift">Calibration: what is added then.</param>
internal sealed record RiskWeights(
    string[] Categories, uint[] Keys, float[] Rarity, sbyte[] Values, float[] Scale, float[] Bias, float[] Slope, float[] Shift)
{
    private const uint Magic = 0x4d524253;
    private const int Version = 1;

    /// <summary>The calibrated chance of a margin.</summary>
    /// <param name="question">The question.</param>
    /// <param name="margin">The sum of the weights.</param>
    public float Chance(int question, float margin) => 1 / (1 + MathF.Exp(-((margin * Slope[question]) + Shift[question])));

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The file.</param>
    /// <exception cref="InvalidDataException">It is not a file of weights, or of another version.</exception>
    public static RiskWeights Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        if (reader.ReadUInt32() != Magic || reader.ReadInt32() != Version) throw new InvalidDataException("This is not a file of weights of this version: train it again.");
        var categories = new string[reader.ReadInt32()];
        for (var i = 0; i < categories.Length; i++) categories[i] = reader.ReadString();
        var rows = reader.ReadInt32();
        var keys = Block<uint>(reader, rows);
        var rarity = Array.ConvertAll(Block<byte>(reader, rows), b => b / 100f);
        return new RiskWeights(categories, keys, rarity, Block<sbyte>(reader, rows * RiskModel.Width), Block<float>(reader, RiskModel.Width),
            Block<float>(reader, RiskModel.Width), Block<float>(reader, RiskModel.Width), Block<float>(reader, RiskModel.Width));
    }

    /// <summary>Writes the file.</summary>
    /// <param name="stream">Where to.</param>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(Categories.Length);
        foreach (var category in Categories) writer.Write(category);
        writer.Write(Keys.Length);
        Write<uint>(writer, Keys);
        Write<byte>(writer, Array.ConvertAll(Rarity, r => (byte)Math.Round(r * 100)));
        Write<sbyte>(writer, Values);
        foreach (var numbers in new[] { Scale, Bias, Slope, Shift }) Write<float>(writer, numbers);
    }

    private static T[] Block<T>(BinaryReader reader, int count)
        where T : struct
    {
        var block = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(block.AsSpan()));
        return block;
    }

    private static void Write<T>(BinaryWriter writer, T[] block)
        where T : struct => writer.Write(MemoryMarshal.AsBytes(block.AsSpan()));
}
