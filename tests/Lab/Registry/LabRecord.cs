using System.Collections.Immutable;
using System.Text.Json;
using HaIac.Labs.Networking;

namespace HaIac.Labs.Registry;

/// <summary>What other processes may want to know of a lab.</summary>
/// <param name="Id">The lab's id.</param>
/// <param name="OwnerProcess">Process id of the process that started it; for people, the lock decides who owns it.</param>
/// <param name="Kept">Whether it outlives that process.</param>
/// <param name="BootId">The host's boot it belongs to.</param>
/// <param name="Network">First three numbers of its addresses, as in "10.200.7".</param>
/// <param name="NodeNames">The nodes' names, in the order of their addresses.</param>
internal sealed record LabRecord(string Id, int OwnerProcess, bool Kept, string BootId, string Network, ImmutableArray<string> NodeNames)
{
    public LabNames Names => new(Id);

    public LabSubnet Subnet => new(Network);

    public static string CurrentBootId() => File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();

    /// <summary>The record of a lab, or null when its starter died before writing it.</summary>
    public static LabRecord? Read(LabNames names)
    {
        try
        {
            return JsonSerializer.Deserialize<LabRecord>(File.ReadAllText(names.RecordFile));
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }

    public void Write() => File.WriteAllText(Names.RecordFile, JsonSerializer.Serialize(this));
}
