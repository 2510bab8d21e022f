using System.Globalization;
using HaIac.Engine.Launching;
using Newtonsoft.Json;

namespace HaIac.Engine.Plugins;

/// <summary>A started plugin: its address, and what it wrote in case it ends early.</summary>
/// <remarks>Source: pulumi-protocol.md 4.1 and launch.md, "A provider".</remarks>
internal sealed class PluginProcess : IDisposable
{
    private const int KeptLines = 200;
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Queue<string> output = new();
    private readonly TaskCompletionSource<string> firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PluginHost host;
    private ChildProcess? process;

    private PluginProcess(PluginExecutable executable, PluginHost host)
    {
        Executable = executable;
        this.host = host;
    }

    /// <summary>The plugin.</summary>
    public PluginExecutable Executable { get; }

    /// <summary>Where it listens, <c>host:port</c>.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Completes with the exit code when the process ends.</summary>
    public Task<int> Ended => process!.Ended;

    /// <summary>The last lines it wrote after its port.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return string.Join('\n', output);
            }
        }
    }

    /// <summary>Starts a plugin and waits for its port.</summary>
    /// <exception cref="PluginException">It cannot be started, ends at once, or says something else than a port.</exception>
    public static async Task<PluginProcess> StartAsync(PluginExecutable executable, PluginHost host, CancellationToken ct)
    {
        var plugin = new PluginProcess(executable, host);
        try
        {
            plugin.process = ChildProcess.Start(
                executable.Command.With(host.EngineAddress), host.ProgramDirectory, Environment(executable.Package, host), plugin.OnOutput, plugin.Keep);
        }
        catch (LaunchException e)
        {
            throw plugin.Failure("HAI1405", "Plugin cannot be started", e.Message, "A plugin is a program that the engine starts.", e.Mend, e);
        }

        try
        {
            await plugin.ReadPortAsync(ct).ConfigureAwait(false);
            return plugin;
        }
        catch
        {
            plugin.Dispose();
            throw;
        }
    }

    /// <summary>Ends the plugin: interrupt, some patience, then by force.</summary>
    public Task StopAsync() => process!.StopAsync(Patience, host.Clock);

    /// <inheritdoc/>
    public void Dispose() => process?.Dispose();

    /// <summary>A finding about this plugin with its last output.</summary>
    public PluginException Failure(string code, string summary, string what, string why, string mend, Exception? inner = null)
    {
        var said = Output;
        return new PluginException(
            code, summary, what, Executable.Command.File, said.Length == 0 ? why : $"{why} Its output:\n{said}", mend, inner);
    }

    private static Dictionary<string, string> Environment(string package, PluginHost host)
    {
        var prefix = package + ":";
        var own = host.Config.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key[prefix.Length..], pair => pair.Value, StringComparer.Ordinal);
        var result = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PULUMI_PROJECT"] = host.Project,
            ["PULUMI_CONFIG"] = JsonConvert.SerializeObject(own),
        };
        foreach (var (option, value) in host.RuntimeOptions)
        {
            result["PULUMI_RUNTIME_" + option.ToUpperInvariant()] = value;
        }

        return result;
    }

    private async Task ReadPortAsync(CancellationToken ct)
    {
        string line;
        try
        {
            await Task.WhenAny(firstLine.Task, Ended).WaitAsync(StartLimit, host.Clock, ct).ConfigureAwait(false);
            if (!firstLine.Task.IsCompleted)
            {
                var exitCode = await Ended.ConfigureAwait(false);
                if (!firstLine.Task.IsCompleted)
                {
                    throw Failure(
                        "HAI1406",
                        "Plugin ended before it was ready",
                        $"The plugin of package '{Executable.Package}' ended with exit code {exitCode} before it told its port.",
                        "A plugin writes the port it listens on as its first line of output.",
                        "Start it by hand with any address as its argument to see what is missing.");
                }
            }

            line = await firstLine.Task.ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw Failure(
                "HAI1407",
                "Plugin did not become ready",
                $"The plugin of package '{Executable.Package}' told no port within {StartLimit.TotalSeconds:0} s.",
                "A plugin writes the port it listens on as its first line of output.",
                "Start it by hand with any address as its argument to see what it waits for.",
                e);
        }

        if (!int.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
        {
            throw Failure(
                "HAI1408",
                "Plugin told no port",
                $"The plugin of package '{Executable.Package}' wrote \"{line}\" where its port was expected.",
                "The first line of a plugin's output is its port, a number from 1 to 65535.",
                "Send everything else that it says to standard error.");
        }

        Address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
    }

    private void OnOutput(string line)
    {
        if (!firstLine.TrySetResult(line))
        {
            Keep(line);
        }
    }

    private void Keep(string line)
    {
        lock (output)
        {
            output.Enqueue(line);
            while (output.Count > KeptLines)
            {
                output.Dequeue();
            }
        }
    }
}
