using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HaIac.Transport.Tests.Connecting;

/// <summary>A real sshd on a free port of the loopback interface, with keys of its own, that leads into the environment of one CIB file.</summary>
internal sealed class SshServer : IDisposable
{
    private readonly Process process;
    private int logins;

    private SshServer(Process process, int port)
    {
        this.process = process;
        Port = port;
    }

    /// <summary>How often somebody has logged in, as the server's log tells.</summary>
    public int Logins => Volatile.Read(ref logins);

    public int Port { get; }

    /// <summary>Makes the keys that all servers of a test share: host key, user key, a key that nobody knows, known hosts.</summary>
    public static void MakeKeys(TemporaryDirectory directory)
    {
        foreach (var name in (string[])["host", "user", "stranger"])
        {
            Run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", directory.File(name));
        }

        File.Copy(directory.File("user.pub"), directory.File("authorized"));
        File.WriteAllText(directory.File("nobody-known"), "");
    }

    /// <summary>Starts a server and waits until it answers.</summary>
    /// <param name="directory">Holds the keys.</param>
    /// <param name="cib">The CIB file that its sessions see as their cluster; null: none, so that Pacemaker is not running for them.</param>
    /// <param name="node">The name that its sessions have in the cluster; null: that of this host.</param>
    /// <param name="port">Its port; null: a free one.</param>
    public static async Task<SshServer> StartAsync(TemporaryDirectory directory, string? cib, string? node = null, int? port = null)
    {
        Directory.CreateDirectory("/run/sshd");

        // A port that was free may be taken by another program before sshd gets there.
        for (var attempt = 1; ; attempt++)
        {
            var server = Start(directory, cib, node, port ?? FreePort());
            if (await server.ListensAsync() || attempt == 5)
            {
                Assert.That(server.process.HasExited, Is.False, "sshd did not start");
                File.AppendAllText(directory.File("known"), $"[127.0.0.1]:{server.Port} {File.ReadAllText(directory.File("host.pub"))}");
                return server;
            }

            server.Dispose();
        }
    }

    private static SshServer Start(TemporaryDirectory directory, string? cib, string? node, int port)
    {
        // crm_node takes the name of the node from what Pacemaker gives to agents.
        string[] environment = [.. cib is null ? (string[])[] : [$"CIB_file={cib}"], .. node is null ? (string[])[] : [$"OCF_RESKEY_CRM_meta_on_node={node}"]];
        var config = directory.Write(
            $"sshd-{port}",
            $"""
             ListenAddress 127.0.0.1
             Port {port}
             HostKey {directory.File("host")}
             PidFile none
             AuthorizedKeysFile {directory.File("authorized")}
             PubkeyAuthentication yes
             PasswordAuthentication no
             KbdInteractiveAuthentication no
             PermitRootLogin yes
             StrictModes no
             UsePAM no
             {(environment.Length == 0 ? "" : $"SetEnv {string.Join(' ', environment)}")}
             """);
        var process = Process.Start(new ProcessStartInfo(HostTools.PathOf("sshd"), ["-D", "-e", "-f", config])
        {
            RedirectStandardError = true,
        })!;
        var server = new SshServer(process, port);
        process.ErrorDataReceived += (_, line) => server.Read(line.Data);
        process.BeginErrorReadLine();
        return server;
    }

    /// <summary>Cuts the power: server and sessions are gone at once.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Read(string? line)
    {
        if (line?.Contains("Accepted publickey", StringComparison.Ordinal) == true)
        {
            Interlocked.Increment(ref logins);
        }
    }

    private async Task<bool> ListensAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!process.HasExited)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port, limit.Token);
                return true;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
            }
        }

        return false;
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(HostTools.PathOf(program), arguments);
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, program);
    }
}
