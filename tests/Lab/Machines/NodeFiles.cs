using System.Globalization;
using HaIac.Labs.Registry;

namespace HaIac.Labs.Machines;

/// <summary>The files that make a copy of the root file system one node of one lab.</summary>
internal sealed class NodeFiles(LabRecord record, TimeSpan memberTimeout)
{
    /// <summary>Writes them below the root of a node.</summary>
    /// <param name="root">The node's mounted root.</param>
    /// <param name="node">The node's name.</param>
    /// <param name="hostKey">Its private ssh host key.</param>
    /// <param name="authorizedKey">The public key that may log in as root.</param>
    /// <param name="ct">Ends the writing early.</param>
    public async Task WriteAsync(string root, string node, string hostKey, string authorizedKey, CancellationToken ct)
    {
        await WriteAsync($"{root}/etc/hostname", node + "\n", ct);
        await WriteAsync($"{root}/etc/hosts", Hosts(), ct);
        await WriteAsync($"{root}/etc/corosync/corosync.conf", Corosync(), ct);
        await WriteAsync($"{root}/etc/ssh/ssh_host_ed25519_key", hostKey, ct, secret: true);
        await WriteAsync($"{root}/root/.ssh/authorized_keys", authorizedKey, ct, secret: true);
        // Empty: systemd makes a new one at boot and, unlike with a missing file, does not take this for a first boot.
        await WriteAsync($"{root}/etc/machine-id", "", ct);
    }

    private static async Task WriteAsync(string path, string content, CancellationToken ct, bool secret = false)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, content, ct);
        File.SetUnixFileMode(path, secret
            ? UnixFileMode.UserRead | UnixFileMode.UserWrite
            : UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    private string Hosts() =>
        "127.0.0.1 localhost\n" + string.Concat(record.NodeNames.Select((name, i) => $"{record.Subnet.Node(i)} {name}\n"));

    // Source: corosync.conf(5). udpu with a static list of nodes and without crypto needs no key.
    private string Corosync()
    {
        string token = memberTimeout.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
        return $$"""
            totem {
                version: 2
                cluster_name: haiac-lab
                transport: udpu
                crypto_cipher: none
                crypto_hash: none
                token: {{token}}
            }
            quorum {
                provider: corosync_votequorum
            }
            logging {
                to_syslog: yes
            }
            nodelist {
            {{string.Join('\n', record.NodeNames.Select(Member))}}
            }

            """;
    }

    private string Member(string name, int index) =>
        $"    node {{\n        nodeid: {index + 1}\n        name: {name}\n        ring0_addr: {record.Subnet.Node(index)}\n    }}";
}
