using System.Diagnostics;

namespace HaIac.Protocol.Tests.Interop;

/// <summary>A folder with another gRPC implementation (grpc-js) installed by npm; absent where the host cannot have it.</summary>
internal sealed class NodeInterop : IDisposable
{
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(3);
    private readonly string _folder;

    private NodeInterop(string folder) => _folder = folder;

    /// <summary>Installs it, or ignores the test with the reason why it cannot.</summary>
    public static async Task<NodeInterop> InstallAsync()
    {
        var interop = new NodeInterop(Directory.CreateTempSubdirectory("haiac-grpc-js-").FullName);
        try
        {
            foreach (var script in new[] { "server.js", "client.js" })
            {
                File.Copy(Path.Combine(AppContext.BaseDirectory, "Interop", script), Path.Combine(interop._folder, script));
            }

            await File.WriteAllTextAsync(Path.Combine(interop._folder, "package.json"), """{"private":true}""");
            using var npm = interop.Start(
                "npm", "install", "--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=1", "--fetch-timeout=30000", "@grpc/grpc-js@1");
            var stdout = npm.StandardOutput.ReadToEndAsync();
            var stderr = npm.StandardError.ReadToEndAsync();
            using var limit = new CancellationTokenSource(InstallLimit);
            try
            {
                await npm.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                npm.Kill(entireProcessTree: true);
            }

            await stdout;
            if (limit.IsCancellationRequested || npm.ExitCode != 0)
            {
                Assert.Ignore($"npm cannot install @grpc/grpc-js here: {(await stderr).Trim().Split('\n')[0]}");
            }

            return interop;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            interop.Dispose();
            Assert.Ignore("Node.js with npm is not on this host; it brings the other gRPC implementation.");
            throw;
        }
        catch
        {
            interop.Dispose();
            throw;
        }
    }

    public Process Node(params string[] arguments) => Start("node", arguments);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = _folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
