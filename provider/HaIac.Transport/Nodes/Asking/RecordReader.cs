namespace HaIac.Transport.Nodes.Asking;

/// <summary>Puts the lines of the script's output together to records.</summary>
/// <param name="heard">Called with each record.</param>
internal sealed class RecordReader(Action<NodeRecord> heard)
{
    private readonly List<string> lines = [];
    private Dictionary<string, string> generated = [];
    private string? head;

    /// <summary>Takes the next line.</summary>
    public void Read(string line)
    {
        if (head is null)
        {
            head = line.Length == 0 ? null : line;
        }
        else if (line == ".")
        {
            var words = head.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            head = null;
            Tell(new NodeRecord(words[0], [.. words[1..]], [.. lines]));
            lines.Clear();
        }
        else if (line.StartsWith('|'))
        {
            lines.Add(line[1..].TrimEnd('\r'));
        }
        else if (line.Length > 0)
        {
            // What a login shell says by itself is no record.
            head = line;
            lines.Clear();
        }
    }

    private void Tell(NodeRecord record)
    {
        switch (record.Word)
        {
            // Comes before the record that it belongs to.
            case "generated":
                generated = record.Lines.Select(line => line.Split(' ')).Where(words => words.Length == 2).ToDictionary(words => words[0], words => words[1], StringComparer.Ordinal);
                break;
            case "units" when record.Arguments.Count > 3:
                heard(record with { Units = UnitFacts.ReadAll(record, generated) });
                generated = [];
                break;
            default:
                heard(record);
                break;
        }
    }
}
