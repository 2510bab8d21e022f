using System.Diagnostics;
using HaIac.Protocol.Grpc;

namespace Pulumi.Tests.Experimental;

/// <summary>A plugin that was started as an engine does it; it does not outlive the test.</summary>
internal sealed class PluginProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private PluginProcess(Process process) => _process = process;

    public static PluginProcess Start(string? engineAddress, params string[] flags)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "Pulumi.TestProvider.dll");
        return new PluginProcess(Process.Start(new ProcessStartInfo("dotnet", [assembly, "--logtostderr", "-v=3", .. flags, .. engineAddress is null ? Array.Empty<string>() : [engineAddress]])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,

            // Settings for web servers in the environment must not move the port.
            Environment = { ["ASPNETCORE_URLS"] = "http://127.0.0.1:1", ["URLS"] = "http://127.0.0.1:1" },
        })!);
    }

    public async Task<GrpcChannel> ConnectAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Limit);
        Assert.That(int.TryParse(line, out var port), Is.True, $"first line: {line}");
        return GrpcChannel.ForAddress($"127.0.0.1:{port}");
    }

    /// <summary>Waits until the process ends by itself.</summary>
    public async Task<int> EndedAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Limit);
        return _process.ExitCode;
    }

    /// <summary>Sends a signal and waits for the end.</summary>
    public async Task<(int ExitCode, string Stdout, string Stderr)> EndAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString()]);
        var stdout = _process.StandardOutput.ReadToEndAsync();
        var stderr = _process.StandardError.ReadToEndAsync();
        await _process.WaitForExitAsync().WaitAsync(Limit);
        return (_process.ExitCode, await stdout, await stderr);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
