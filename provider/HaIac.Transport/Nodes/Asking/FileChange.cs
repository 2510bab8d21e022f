using System.Globalization;
using System.Text;
using HaIac.Cib.Values;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Nodes.Asking;

/// <summary>A file that is put on a node or removed from it. The answer is true if it was done, false if the file was left as it is.</summary>
/// <param name="path">Its path.</param>
/// <param name="write">Writes the request, given a number.</param>
/// <param name="failed">Makes the finding of what the node said.</param>
internal sealed class FileChange(string path, Action<RequestWriter, string> write, Func<ValueList<string>, TransportException> failed) : NodeRequest<bool>
{
    private string number = "";

    /// <inheritdoc/>
    public override string Key => $"file {path}";

    /// <summary>Writes a file, unless it is there just so.</summary>
    public static FileChange Put(NodeFile file, Func<ValueList<string>, TransportException> failed)
    {
        return new FileChange(file.Path, Write, failed);

        void Write(RequestWriter writer, string number)
        {
            // stat(1) tells modes without leading zeros.
            var mode = file.Mode.TrimStart('0') is { Length: > 0 } bits ? bits : "0";
            var size = Encoding.UTF8.GetByteCount(file.Content).ToString(CultureInfo.InvariantCulture);
            writer.Line($"put {number} {mode} {file.Owner} {file.Checksum} {size}");
            writer.Line(file.Path);
            writer.Content(file.Content);
        }
    }

    /// <summary>Removes a file, unless it has another checksum than the given one.</summary>
    public static FileChange Remove(string path, string? checksum, Func<ValueList<string>, TransportException> failed)
    {
        return new FileChange(path, Write, failed);

        void Write(RequestWriter writer, string number)
        {
            writer.Line($"remove {number} {checksum?.ToLowerInvariant() ?? "any"}");
            writer.Line(path);
        }
    }

    /// <inheritdoc/>
    public override void Write(RequestWriter writer) => write(writer, number = writer.Number());

    /// <inheritdoc/>
    public override void Hear(NodeRecord record)
    {
        if (record.Arguments.Count == 0 || record.Arguments[0] != number)
        {
            return;
        }

        switch (record.Word)
        {
            case "done":
                Done(true);
                break;
            case "left":
                Done(false);
                break;
            case "failed":
                Fail(failed([.. record.Lines.Where(line => line.Length > 0)]));
                break;
        }
    }
}
