using HaIac.Cib.Values;

namespace HaIac.Transport.Nodes.Asking;

/// <summary>Lines that the node has about its units: the end of a unit's log, or the names of all units.</summary>
internal sealed class LinesLook : NodeRequest<ValueList<string>>
{
    private readonly string request;

    private LinesLook(string request) => this.request = request;

    /// <summary>The end of a unit's log.</summary>
    public static LinesLook Log(string unit) => new($"log {unit}");

    /// <summary>The names of all units that are installed, with suffix.</summary>
    public static LinesLook Names() => new("names");

    /// <inheritdoc/>
    public override void Write(RequestWriter writer) => writer.Line(request);

    /// <inheritdoc/>
    public override void Hear(NodeRecord record)
    {
        if (string.Join(' ', record.Arguments.Prepend(record.Word)) == request)
        {
            Done([.. record.Lines.Where(line => line.Length > 0)]);
        }
    }
}
