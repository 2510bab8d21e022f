using System.Globalization;

namespace HaIac.Cib.Documents;

/// <summary>The version of a CIB. Of two, the greater one wins in the cluster.</summary>
/// <param name="AdminEpoch">Set by administrators only.</param>
/// <param name="Epoch">Counts changes of the configuration.</param>
/// <param name="NumUpdates">Counts changes of the status since the last change of the configuration.</param>
public readonly record struct CibVersion(int AdminEpoch, int Epoch, int NumUpdates) : IComparable<CibVersion>
{
    /// <summary>The version that the CIB manager gives to the next change of the configuration.</summary>
    public CibVersion NextConfiguration => new(AdminEpoch, Epoch + 1, 0);

    /// <summary>Whether both have the same configuration; their status may differ.</summary>
    public bool SameConfiguration(CibVersion other) => AdminEpoch == other.AdminEpoch && Epoch == other.Epoch;

    /// <summary>A root element with these numbers.</summary>
    internal CibElement Stamp(CibElement root) => root
        .With("admin_epoch", AdminEpoch.ToString(CultureInfo.InvariantCulture))
        .With("epoch", Epoch.ToString(CultureInfo.InvariantCulture))
        .With("num_updates", NumUpdates.ToString(CultureInfo.InvariantCulture));

    /// <summary>Orders versions from old to new.</summary>
    public int CompareTo(CibVersion other) =>
        (AdminEpoch, Epoch, NumUpdates).CompareTo((other.AdminEpoch, other.Epoch, other.NumUpdates));

    /// <summary>The three numbers with dots, as Pacemaker's own log writes them.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{AdminEpoch}.{Epoch}.{NumUpdates}");
}
