using System.Collections.Immutable;
using Pulumi;
using Pulumi.Command.Local;
using Pulumi.Command.Remote;
using Pulumi.Command.Remote.Inputs;
using Local = Pulumi.Command.Local;
using Remote = Pulumi.Command.Remote;

namespace Commands;

/// <summary>The key that the nodes of a cluster share: made once, kept in a file here, copied to every node that is named.</summary>
public sealed class CommandsStack : Stack
{
    public CommandsStack()
    {
        var config = new Config();

        // Runs in every preview and update, so it only reads.
        MadeOn = Run.Invoke(new() { Command = "uname -n" }).Apply(result => result.Stdout);

        // Runs once, and again when the generation is raised. Its output is the key, so it is a secret and is not shown.
        var key = new Local.Command("key", new()
        {
            Create = "head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \\n'",
            Logging = Local.Logging.None,
            Triggers = new object[] { config.GetInt32("generation") ?? 1 },
        }, new CustomResourceOptions { AdditionalSecretOutputs = { "stdout" } });

        // Runs again whenever the key is a new one. The file goes away with the stack.
        var file = new Local.Command("file", new()
        {
            Create = "umask 077; cat > authkey",
            Delete = "rm -f authkey",
            Stdin = key.Stdout,
        });

        var nodes = config.GetObject<string[]>("nodes") ?? [];
        Checks = Output.All(nodes.Select(node => OnNode(node, config, key.Stdout, file))).Apply(texts => texts);
    }

    /// <summary>The host that the program ran on.</summary>
    [Output("madeOn")]
    public Output<string> MadeOn { get; private set; }

    /// <summary>What each node says of its copy.</summary>
    [Output("checks")]
    public Output<ImmutableArray<string>> Checks { get; private set; }

    private static Output<string> OnNode(string node, Config config, Output<string> key, Resource file)
    {
        var connection = new ConnectionArgs
        {
            Host = node,
            Port = config.GetInt32("port") ?? 22,
            PrivateKey = config.RequireSecret("privateKey"),
            HostKey = config.Get("hostKey") is { } known ? (Input<string>)known : null,
        };
        var path = config.Get("path") ?? "/etc/corosync/authkey";
        var copy = new CopyToRemote($"{node}-copy", new()
        {
            Connection = connection,
            Source = key.Apply(text => (AssetOrArchive)new StringAsset(text)),
            RemotePath = path,
        }, new CustomResourceOptions { DependsOn = { file } });
        var check = new Remote.Command($"{node}-check", new()
        {
            Connection = connection,
            Create = $"chmod 400 {path} && stat -c '%a %s bytes' {path}",
            Delete = $"rm -f {path}",
            Triggers = new object[] { key },
        }, new CustomResourceOptions { DependsOn = { copy } });
        return check.Stdout;
    }
}
