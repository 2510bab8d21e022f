using System.Collections.Immutable;
using System.Security.Cryptography;
using HaIac.Labs.Networking;

namespace HaIac.Labs.Registry;

/// <summary>All labs of this host: which there are, which are dead, and room for a new one.</summary>
internal static class LabRegistry
{
    // Long enough for another starter to clear away what several dead labs left.
    private static readonly TimeSpan LockLimit = TimeSpan.FromMinutes(2);

    private static string RegistryLock => $"{LabNames.Home}/registry.lock";

    /// <summary>Removes what dead labs left, then reserves an id, a folder and a network for a new one.</summary>
    public static async Task<(LabRecord Record, FileStream Owner)> ClaimAsync(LabOptions options, CancellationToken ct)
    {
        using FileStream registry = await OpenAsync(ct);
        await RemoveDeadAsync(ct);

        LabNames names = new(RandomNumberGenerator.GetHexString(6, lowercase: true));
        LabSubnet subnet = await SubnetPicker.PickAsync(names.Id, Records().Select(r => r.Subnet), ct);
        Directory.CreateDirectory(names.Folder);
        FileStream owner = FileLock.TryTake(names.OwnerLock) ?? throw new LabException($"{names.Folder} is in use already.");
        LabRecord record = new(
            names.Id, Environment.ProcessId, options.Keep, LabRecord.CurrentBootId(), subnet.Prefix, [.. options.NodeNames]);
        record.Write();
        return (record, owner);
    }

    /// <summary>Removes what dead labs left; answers their ids.</summary>
    public static async Task<ImmutableArray<string>> CleanAsync(CancellationToken ct)
    {
        using FileStream registry = await OpenAsync(ct);
        return await RemoveDeadAsync(ct);
    }

    /// <summary>The labs that are alive.</summary>
    public static async Task<ImmutableArray<LabRecord>> ListAsync(CancellationToken ct)
    {
        using FileStream registry = await OpenAsync(ct);
        return [.. Records().Where(record => IsAlive(record.Names))];
    }

    /// <summary>Removes a lab that is alive: its own process asks for it, or a person does.</summary>
    public static async Task RemoveAsync(LabNames names, CancellationToken ct)
    {
        await LabRemains.RemoveAsync(names, ct);

        // The folder last and under the lock: as soon as the owner's lock file is gone, others take the lab for dead.
        using FileStream registry = await OpenAsync(ct);
        LabRemains.RemoveFolder(names);
    }

    // Whether a process owns the lab, or it was started to be kept.
    private static bool IsAlive(LabNames names)
    {
        LabRecord? record = LabRecord.Read(names);
        if (record is not null && record.BootId != LabRecord.CurrentBootId())
        {
            return false;
        }

        if (record is { Kept: true })
        {
            return true;
        }

        using FileStream? owner = FileLock.TryTake(names.OwnerLock);
        return owner is null;
    }

    private static async Task<FileStream> OpenAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(LabNames.Home);
        return await FileLock.TakeAsync(RegistryLock, LockLimit, ct);
    }

    private static async Task<ImmutableArray<string>> RemoveDeadAsync(CancellationToken ct)
    {
        ImmutableArray<string> dead = [.. Ids().Where(id => !IsAlive(new LabNames(id)))];
        foreach (string id in dead)
        {
            await LabRemains.RemoveAsync(new LabNames(id), ct);
            LabRemains.RemoveFolder(new LabNames(id));
        }

        return dead;
    }

    private static IEnumerable<LabRecord> Records() =>
        Ids().Select(id => LabRecord.Read(new LabNames(id))).OfType<LabRecord>();

    private static IEnumerable<string> Ids() =>
        Directory.Exists(LabNames.Home) ? Directory.EnumerateDirectories(LabNames.Home).Select(Path.GetFileName).OfType<string>().Order() : [];
}
