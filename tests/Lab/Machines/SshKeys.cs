using System.Collections.Immutable;
using HaIac.Labs.Commands;
using HaIac.Labs.Registry;

namespace HaIac.Labs.Machines;

/// <summary>The keys of one lab: one to log in with, and one for each node to be known by.</summary>
/// <param name="AuthorizedKey">The public key that may log in.</param>
/// <param name="HostKeys">The private host key of each node.</param>
internal sealed record SshKeys(string AuthorizedKey, ImmutableDictionary<string, string> HostKeys)
{
    /// <summary>Makes the keys, and writes the identity and known-hosts files of the lab.</summary>
    public static async Task<SshKeys> MakeAsync(LabRecord record, CancellationToken ct)
    {
        LabNames names = record.Names;
        string folder = Path.GetDirectoryName(names.IdentityFile)!;
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await GenerateAsync(names.IdentityFile, $"haiac-lab-{record.Id}", ct);

        Dictionary<string, string> hostKeys = [];
        List<string> known = [];
        for (int i = 0; i < record.NodeNames.Length; i++)
        {
            string file = $"{folder}/{record.NodeNames[i]}";
            await GenerateAsync(file, record.NodeNames[i], ct);
            hostKeys[record.NodeNames[i]] = await File.ReadAllTextAsync(file, ct);
            known.Add($"{record.Subnet.Node(i)} {(await File.ReadAllTextAsync(file + ".pub", ct)).Trim()}");
        }

        await File.WriteAllLinesAsync(names.KnownHostsFile, known, ct);
        return new SshKeys(await File.ReadAllTextAsync(names.IdentityFile + ".pub", ct), hostKeys.ToImmutableDictionary());
    }

    private static async Task GenerateAsync(string file, string comment, CancellationToken ct) =>
        await HostCommand.ReadAsync(ct, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", comment, "-f", file);
}
