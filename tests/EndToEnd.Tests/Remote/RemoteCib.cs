using System.Diagnostics;

namespace EndToEnd.Tests.Remote;

/// <summary>A real CIB manager behind a TLS port, in a network namespace of its own.</summary>
internal sealed class RemoteCib : IAsyncDisposable
{
    private const string Cib = """
        <cib validate-with="pacemaker-3.9" crm_feature_set="3.16.2" admin_epoch="0" epoch="5" num_updates="0" remote-tls-port="5557">
          <configuration><crm_config/><nodes><node id="1" uname="ctl1"/></nodes><resources/><constraints/></configuration>
          <status/>
        </cib>
        """;

    private readonly Process _server;

    private RemoteCib(string folder, Process server)
    {
        Folder = folder;
        _server = server;
    }

    /// <summary>A place for files; goes away with this.</summary>
    public string Folder { get; }

    public string PasswordFile => Path.Combine(Folder, "password");

    public string Address => $"cib://hacluster@127.0.0.1:5557?passwordFile={PasswordFile}";

    /// <summary>Starts one, or skips the test and says what the host lacks.</summary>
    public static async Task<RemoteCib> StartAsync(string password)
    {
        if (Environment.UserName != "root" || !File.Exists("/usr/lib/pacemaker/pacemaker-based"))
        {
            Assert.Ignore("needs root and Pacemaker's CIB manager (package pacemaker)");
        }

        var folder = Directory.CreateTempSubdirectory("haiac-remote-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "cib.xml"), Cib);
        await WritePasswordAsync(Path.Combine(folder.FullName, "password"), password);
        var start = new ProcessStartInfo(
            "unshare",
            ["--net", "--mount", "--ipc", "--propagation", "private", "bash", Path.Combine(AppContext.BaseDirectory, "Remote/serve.sh"), folder.FullName])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var server = new RemoteCib(folder.FullName, Process.Start(start)!);
        if (await server._server.StandardOutput.ReadLineAsync() == "ready")
        {
            return server;
        }

        var reason = await server._server.StandardError.ReadToEndAsync();
        await server.DisposeAsync();
        if (reason.Contains("unshare failed", StringComparison.Ordinal))
        {
            Assert.Ignore($"needs namespaces: {reason.Trim()}");
        }

        throw new InvalidOperationException(reason);
    }

    /// <summary>Runs haiac where the port can be reached.</summary>
    public Task<CommandResult> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync("nsenter", ["--target", $"{_server.Id}", "--net", "--mount", "--ipc", "--", Checkout.Haiac, .. arguments], Folder);

    /// <summary>Writes a file that only its owner may read.</summary>
    public static async Task WritePasswordAsync(string file, string password)
    {
        await File.WriteAllTextAsync(file, password);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The script ends with its standard input, and takes the daemon along.
        _server.StandardInput.Close();
        await _server.WaitForExitAsync();
        _server.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
