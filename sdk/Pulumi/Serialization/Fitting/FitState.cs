using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>What one conversion has found out so far: the facts of the whole value, where it stands, what did not fit.</summary>
/// <param name="root">Name of the whole value: class and property.</param>
internal sealed class FitState(string root)
{
    private readonly List<string> _misfits = [];

    public ValuePath Path { get; } = new();

    /// <summary>Whether everything seen so far was known.</summary>
    public bool IsKnown { get; set; } = true;

    /// <summary>Whether anything seen so far was secret.</summary>
    public bool IsSecret { get; set; }

    /// <summary>What did not fit, a sentence each.</summary>
    public IReadOnlyList<string> Misfits => _misfits;

    /// <summary>Notes a value that does not fit; the program gets the default of the declared type in its place.</summary>
    public bool Misfit(string expected, string got)
    {
        _misfits.Add(
            $"Expected {expected} but got {got} (the program sees the default value; use classes made for the provider's version) " +
            $"deserializing {Path.ToText(root)}");
        return false;
    }

    public bool Misfit(string expected, WireValue got) => Misfit(expected, NameOf(got));

    /// <summary>Notes a value that fits only in part.</summary>
    public void Inexact(string sentence) => _misfits.Add($"{sentence} deserializing {Path.ToText(root)}");

    /// <summary>Takes back the misfits from a position on, as another way to read the value is tried.</summary>
    public List<string> TakeBack(int position)
    {
        var taken = _misfits.GetRange(position, _misfits.Count - position);
        _misfits.RemoveRange(position, taken.Count);
        return taken;
    }

    public void Add(IEnumerable<string> misfits) => _misfits.AddRange(misfits);

    private static string NameOf(WireValue value)
        => value switch
        {
            WireBool => "System.Boolean",
            WireNumber => "System.Double",
            WireText => "System.String",
            WireList => "a list",
            WireMap => "an object",
            WireAsset => "an asset",
            WireArchive => "an archive",
            WireReference => "a resource",
            _ => "no value",
        };
}
