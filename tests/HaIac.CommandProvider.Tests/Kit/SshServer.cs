using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HaIac.CommandProvider.Tests.Kit;

/// <summary>A real sshd on a free port of the loopback interface, with keys of its own.</summary>
internal sealed class SshServer : IDisposable
{
    /// <summary>The password of root on servers that take passwords.</summary>
    public const string Password = "opensesame";

    // The same password as crypt(3) keeps it.
    private const string Shadow = "root:$6$haiactest$NAAeyCX8hFtGCHIwZYUBD12q/ppi2oxNi3sCCl0ITDrqqFfbs0x7T4q9TJAR/BEuNMJTODrGu4lX/ix/3w6vX0:19000:0:99999:7:::\nsshd:*:19000:0:99999:7:::\n";

    private readonly Process process;
    private readonly List<string> log = [];

    private SshServer(Process process, int port)
    {
        this.process = process;
        Port = port;
    }

    public int Port { get; }

    /// <summary>Starts a server and waits until it answers.</summary>
    /// <param name="folder">Holds the keys; see <see cref="SshKeys"/>.</param>
    /// <param name="withPassword">Passwords are taken, keys are not. The server then sees a password file of its own.</param>
    /// <param name="withSftp">Whether it offers file transfer.</param>
    public static async Task<SshServer> StartAsync(TemporaryFolder folder, bool withPassword = false, bool withSftp = true)
    {
        Directory.CreateDirectory("/run/sshd");

        // A port that was free may be taken by another program before sshd gets there.
        for (var attempt = 1; ; attempt++)
        {
            var server = Start(folder, withPassword, withSftp);
            if (await server.ListensAsync())
            {
                return server;
            }

            var said = server.Said;
            server.Dispose();
            Assert.That(attempt, Is.LessThan(5), $"sshd did not start: {said}");
        }
    }

    /// <summary>What the server has logged.</summary>
    public string Said
    {
        get
        {
            lock (log)
            {
                return string.Join('\n', log);
            }
        }
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

    private static SshServer Start(TemporaryFolder folder, bool withPassword, bool withSftp)
    {
        var port = FreePort();
        var config = folder.Write(
            $"sshd-{port}",
            $"""
             ListenAddress 127.0.0.1
             Port {port}
             HostKey {folder.At("host")}
             PidFile none
             AuthorizedKeysFile {folder.At("authorized")}
             PubkeyAuthentication {(withPassword ? "no" : "yes")}
             PasswordAuthentication {(withPassword ? "yes" : "no")}
             KbdInteractiveAuthentication no
             PermitRootLogin yes
             MaxStartups 100
             StrictModes no
             UsePAM no
             {(withSftp ? "Subsystem sftp internal-sftp" : "")}
             """);
        string[] sshd = [HostTools.PathOf("sshd"), "-D", "-e", "-f", config];
        var start = withPassword
            ? new ProcessStartInfo("unshare", ["-m", "sh", "-c", "mount --bind \"$0\" /etc/shadow && exec \"$@\"", folder.Write("shadow", Shadow), .. sshd])
            : new ProcessStartInfo(sshd[0], sshd[1..]);
        start.RedirectStandardError = true;
        var server = new SshServer(Process.Start(start)!, port);
        server.process.ErrorDataReceived += (_, line) =>
        {
            lock (server.log)
            {
                server.log.Add(line.Data ?? "");
            }
        };
        server.process.BeginErrorReadLine();
        return server;
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
}
