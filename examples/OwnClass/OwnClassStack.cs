using HaIac;
using Pulumi;

namespace OwnClass;

/// <summary>A database on a replicated volume, composed by a class of one's own.</summary>
public sealed class OwnClassStack : Stack
{
    /// <summary>Declares the volume and the database.</summary>
    public OwnClassStack()
    {
        var volume = new Service("volume", new()
        {
            HaMode = HaMode.Promotable,
            PacemakerClass = PacemakerClass.Agent("ocf:pacemaker:Stateful"), // ocf:linbit:drbd where DRBD is installed
            ResourceHash = { ["promoted-max"] = 1 },
        });

        _ = new Service("database", new()
        {
            HaMode = HaMode.ActivePassive,
            PacemakerClass = PacemakerClass.Of<DrbdBacked>(),
            ResourceHash = { ["volume"] = volume.OrderPoints[0].CibId, ["recovery-time"] = TimeSpan.FromMinutes(5), ["migration-threshold"] = 1 },
        });
    }
}
