using System.Diagnostics;
using Google.Protobuf;
using HaIac.Protocol.Grpc;

namespace HaIac.Engine.Tests.Kit;

/// <summary>
/// A plugin executable for the engine to start: a script that tells the port of a server in the test process and then
/// lives until it is ended. So plugins start and end as real processes while the test sees every call.
/// </summary>
internal sealed class KitPlugin : IAsyncDisposable
{
    private readonly GrpcServer server;
    private readonly string processes;

    private KitPlugin(GrpcServer server, string folder)
    {
        this.server = server;
        Folder = folder;
        processes = Path.Combine(folder, "processes");
    }

    /// <summary>Folder with the executable.</summary>
    public string Folder { get; }

    /// <summary>How many processes were started.</summary>
    public int Started => File.Exists(processes) ? File.ReadAllLines(processes).Length : 0;

    public static async Task<KitPlugin> StartAsync(string package, Func<Action, GrpcServiceTable> routes, string folder)
    {
        KitPlugin? plugin = null;
        var server = await GrpcServer.StartAsync(routes(() => plugin!.KillLast()));
        plugin = new KitPlugin(server, folder);
        await WriteScriptAsync(folder, package, server.Port, plugin.processes);
        return plugin;
    }

    /// <summary>Writes an executable that tells a port.</summary>
    public static async Task WriteScriptAsync(string folder, string package, int port, string? processes = null)
    {
        Directory.CreateDirectory(folder);
        var script = Path.Combine(folder, "pulumi-resource-" + package);
        await File.WriteAllTextAsync(
            script, $"#!/bin/sh\necho $$ >> '{processes ?? Path.Combine(folder, "processes")}'\necho {port}\necho ready >&2\nwhile read -r line; do :; done\n");
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("plugins of these tests are shell scripts");
        }
        else
        {
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public static Task<KitPlugin> StartKitAsync(KitWorld world, Action<string, IMessage, IMessage?> record, string folder) =>
        StartAsync("kit", die => new KitProvider(world, record, die).Routes(), folder);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private void KillLast()
    {
        var id = int.Parse(File.ReadAllLines(processes)[^1]);
        using var process = Process.GetProcessById(id);
        process.Kill();
        process.WaitForExit();
    }
}
