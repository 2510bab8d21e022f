using System.Globalization;
using HaIac.Agents.Tests.Running;

namespace HaIac.Agents.Tests.Services;

/// <summary>The agent with one resource's parameters, in a folder of its own, called as Pacemaker calls it.</summary>
internal sealed class AgentUnderTest : IAsyncDisposable
{
    private readonly string[] _shell;
    private readonly bool _ownsFolder;
    private readonly HashSet<int> _pids = [];

    public AgentUnderTest(string shell, string? folder = null, string instance = "heat-engine")
    {
        _shell = shell.Split(' ');
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("agent-test-").FullName;
        Instance = instance;
        Script = Path.Combine(Folder, "openstack-service");
        RunFolder = Path.Combine(Folder, "run");
        if (_ownsFolder)
        {
            // Daemons run as nobody, who must get here.
            Executable(Folder);
            Install("openstack-service");
        }
    }

    public string Folder { get; }

    public string RunFolder { get; }

    public string Instance { get; }

    /// <summary>Path of the agent's script.</summary>
    public string Script { get; }

    public Dictionary<string, string> Parameters { get; } = new(StringComparer.Ordinal);

    /// <summary>Environment of the agent besides what Pacemaker sets.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public string PidFile => Parameters.GetValueOrDefault("pid", Path.Combine(RunFolder, $"openstack-service-{Instance}.pid"));

    /// <summary>What the agent remembers from one call to the next.</summary>
    public string StateFolder => Path.Combine(RunFolder, $"openstack-service-{Instance}");

    /// <summary>Process id in the pid file.</summary>
    public int Pid => int.Parse(File.ReadAllText(PidFile).Trim(), CultureInfo.InvariantCulture);

    public ProcessEntry Main => ProcessEntry.Read(Pid) ?? throw new InvalidOperationException($"Process {Pid} is dead.");

    /// <summary>Copies a script of the tests to the folder; gives its path.</summary>
    public string Install(string script)
    {
        var path = Path.Combine(Folder, script);
        File.Copy(Path.Combine(Host.Scripts, script), path);
        return Executable(path);
    }

    /// <summary>Another resource on the same node.</summary>
    public AgentUnderTest Other(string instance) => new(string.Join(' ', _shell), Folder, instance);

    public void UseMemcached(int port)
    {
        Parameters["binary"] = "/usr/bin/memcached";
        Parameters["user"] = "nobody";
        Parameters["additional_parameters"] = $"-l 127.0.0.1 -p {port} -U 0";
    }

    public void UseWorkerDaemon(params string[] options)
    {
        var path = Path.Combine(Folder, "worker-daemon.sh");
        Parameters["binary"] = File.Exists(path) ? path : Install("worker-daemon.sh");
        Parameters["user"] = "nobody";
        Parameters["additional_parameters"] = string.Join(' ', options);
    }

    /// <summary>Environment of one call.</summary>
    public Dictionary<string, string> Environment(int level = 0, int timeout = 60)
    {
        var environment = new Dictionary<string, string>(Variables, StringComparer.Ordinal)
        {
            ["OCF_ROOT"] = "/usr/lib/ocf",
            ["OCF_RA_VERSION_MAJOR"] = "1",
            ["OCF_RA_VERSION_MINOR"] = "1",
            ["OCF_RESOURCE_INSTANCE"] = Instance,
            ["OCF_CHECK_LEVEL"] = $"{level}",
            ["OCF_RESKEY_CRM_meta_timeout"] = $"{timeout}000",
            ["OCF_RESKEY_CRM_meta_interval"] = "10000",
            ["HA_RSCTMP"] = RunFolder,
        };
        foreach (var (name, value) in Parameters)
        {
            environment[$"OCF_RESKEY_{name}"] = value;
        }

        return environment;
    }

    public async Task<ProgramResult> RunAsync(string action, int level = 0, int timeout = 60)
    {
        var result = await Programs.RunAsync(_shell[0], [.. _shell[1..], Script, action], Environment(level, timeout));
        Remember();
        return result;
    }

    public async Task StartAsync()
    {
        var result = await RunAsync("start");
        Assert.That(result.ExitCode, Is.Zero, result.ToString());
    }

    /// <summary>Kills the main process as a crash does.</summary>
    public async Task CrashAsync()
    {
        var pid = Pid;
        await ProcessEntry.SignalAsync(pid, "KILL");
        await Waiting.UntilAsync("the process is dead", () => !ProcessEntry.IsAlive(pid));
    }

    /// <summary>Ends whatever a test left, and removes the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        Remember();
        foreach (var process in ProcessEntry.All().Where(p => _pids.Contains(p.Session) || _pids.Contains(p.Pid)))
        {
            await ProcessEntry.SignalAsync(process.Pid, "KILL");
        }

        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private void Remember()
    {
        if (File.Exists(Path.Combine(StateFolder, "launched")))
        {
            _pids.Add(int.Parse(File.ReadAllText(Path.Combine(StateFolder, "launched")).Split(' ')[0], CultureInfo.InvariantCulture));
        }
    }

    private static string Executable(string path)
    {
        File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        return path;
    }
}
