using System.Globalization;
using System.Text;

namespace HaIac.Transport.Nodes.Asking;

/// <summary>Writes what goes to the script on a node in one burst.</summary>
internal sealed class RequestWriter
{
    private readonly StringBuilder text = new();
    private readonly Dictionary<string, string> looks = new(StringComparer.Ordinal);
    private int numbers;

    /// <summary>A number that no other request of the burst has.</summary>
    public string Number() => (++numbers).ToString(CultureInfo.InvariantCulture);

    /// <summary>Asks for a file, once however many requests of the burst want to know it.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>The number of the answer.</returns>
    public string Look(string path)
    {
        if (!looks.TryGetValue(path, out var number))
        {
            looks.Add(path, number = Number());
            Line($"file {number}");
            Line(path);
        }

        return number;
    }

    /// <summary>A line; it must hold no line end.</summary>
    public void Line(string line) => text.Append(line).Append('\n');

    /// <summary>A content whose length the line before told.</summary>
    public void Content(string content) => text.Append(content);

    /// <summary>All that was written.</summary>
    public override string ToString() => text.ToString();
}
