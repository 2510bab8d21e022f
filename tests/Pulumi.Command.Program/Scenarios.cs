using Pulumi;
using Pulumi.Command.Local;
using Pulumi.Command.Remote.Inputs;
using Local = Pulumi.Command.Local;
using Remote = Pulumi.Command.Remote;

namespace CommandProgram;

/// <summary>The programs, written as users of the published package write them.</summary>
internal static class Scenarios
{
    public static IReadOnlyDictionary<string, Func<IDictionary<string, object?>>> All { get; } = new Dictionary<string, Func<IDictionary<string, object?>>>
    {
        ["everything"] = Everything,
        ["life"] = Life,
        ["remote"] = RemoteLife,
        ["run"] = RunOnly,
    };

    /// <summary>Every resource with every argument.</summary>
    private static IDictionary<string, object?> Everything()
    {
        var provider = new Pulumi.Command.Provider("explicit");
        var local = new Local.Command("local", new()
        {
            Create = "create",
            Update = "update",
            Delete = "delete",
            Dir = "dir",
            Stdin = "stdin",
            Environment = { ["A"] = "a" },
            Interpreter = { "/bin/bash", "-c" },
            Triggers = new object[] { "one", 2, new StringAsset("three") },
            AssetPaths = { "*.txt" },
            ArchivePaths = { "**" },
            Logging = Local.Logging.StdoutAndStderr,
            AddPreviousOutputInEnv = false,
        });
        _ = new Local.Command("bare");
        var connection = new ConnectionArgs
        {
            Host = "ctl1",
            User = "admin",
            Port = 2222,
            PrivateKey = "key",
            PrivateKeyPassword = "phrase",
            Password = "password",
            HostKey = "ssh-ed25519 AAAA",
            AgentSocketPath = "/run/agent",
            DialErrorLimit = -1,
            PerDialTimeout = 3,
            Proxy = new ProxyConnectionArgs { Host = "bastion", Password = "other" },
        };
        _ = new Remote.Command("remote", new()
        {
            Connection = connection,
            Create = local.Stdout,
            Environment = { ["B"] = "b" },
            Logging = Remote.Logging.None,
            Triggers = new object[] { "t" },
        }, new CustomResourceOptions { Provider = provider });
        _ = new Remote.CopyToRemote("copy", new() { Connection = new ConnectionArgs { Host = "ctl1" }, Source = new FileArchive("."), RemotePath = "/srv", Triggers = new object[] { 1 } });
#pragma warning disable CS0618 // It is deprecated, and still part of the package.
        _ = new Remote.CopyFile("file", new() { Connection = new ConnectionArgs { Host = "ctl1" }, LocalPath = "Pulumi.yaml", RemotePath = "/srv/p" });
#pragma warning restore CS0618
        _ = Local.Command.Get("known", "known1234");
        var result = Run.Invoke(new RunInvokeArgs { Command = "echo", Interpreter = { "/bin/sh", "-c" }, Logging = Local.Logging.Stderr });
        return new Dictionary<string, object?> { ["ran"] = result.Apply(answer => answer.Stdout) };
    }

    /// <summary>A command through its life. Config: file, create, update, delete, trigger, secret.</summary>
    private static IDictionary<string, object?> Life()
    {
        var config = new Config();
        var args = new CommandArgs { Create = config.Require("create"), AssetPaths = { "made/*" }, ArchivePaths = { "made/**" } };
        args.Update = config.Get("update") is { } update ? (Input<string>)update : null;
        args.Delete = config.Get("delete") is { } delete ? (Input<string>)delete : null;
        if (config.Get("trigger") is { } trigger)
        {
            args.Triggers = new object[] { trigger };
        }

        if (config.GetSecret("secret") is { } secret)
        {
            args.Environment["SECRET"] = secret;
        }

        var command = new Local.Command("command", args);
        var after = new Local.Command("after", new() { Create = command.Stdout.Apply(text => $"echo 'after {text}'") });
        return new Dictionary<string, object?> { ["stdout"] = command.Stdout, ["after"] = after.Stdout, ["assets"] = command.Assets.Apply(assets => assets?.Count ?? 0) };
    }

    /// <summary>A copy to another host, and a command there that reads it. Config: port, key, hostKey, source, target.</summary>
    private static IDictionary<string, object?> RemoteLife()
    {
        var config = new Config();
        var connection = new ConnectionArgs
        {
            Host = "127.0.0.1",
            Port = config.RequireDouble("port"),
            PrivateKey = config.RequireSecret("key"),
            HostKey = config.Require("hostKey"),
            DialErrorLimit = 1,
        };
        var target = config.Require("target");
        var source = new FileAsset(config.Require("source"));
        var copy = new Remote.CopyToRemote("copy", new() { Connection = connection, Source = source, RemotePath = target });
        var read = new Remote.Command(
            "read",
            new() { Connection = connection, Create = $"cat {target}; echo \" by $WHO\"", Delete = $"echo \"$PULUMI_COMMAND_STDOUT\" > {target}.last", Environment = { ["WHO"] = "it's me" }, Triggers = new object[] { source } },
            new CustomResourceOptions { DependsOn = { copy } });
        return new Dictionary<string, object?> { ["read"] = read.Stdout };
    }

    private static IDictionary<string, object?> RunOnly() => new Dictionary<string, object?>
    {
        ["ran"] = Output.Create(Run.InvokeAsync(new RunArgs { Command = "echo run $X", Environment = { ["X"] = "x" } })).Apply(result => result.Stdout),
    };
}
