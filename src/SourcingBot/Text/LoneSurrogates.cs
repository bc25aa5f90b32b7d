using System.Globalization;
using System.Text;

namespace SourcingBot.Text;

/// <summary>Reads a JSON string that holds half a character, which the JSON reader refuses to.</summary>
internal static class LoneSurrogates
{
    /// <summary>The text, each half character replaced.</summary>
    /// <param name="json">The string with its quotation marks, well-formed JSON.</param>
    public static string Read(string json)
    {
        var text = new StringBuilder(json.Length);
        for (var i = 1; i < json.Length - 1; i++)
        {
            if (json[i] != '\\')
            {
                text.Append(json[i]);
                continue;
            }

            i++;
            if (json[i] == 'u')
            {
                text.Append((char)ushort.Parse(json.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(json[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var c => c });
            }
        }

        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
