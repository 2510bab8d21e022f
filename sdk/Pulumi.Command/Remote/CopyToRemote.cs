using System.Collections.Immutable;

namespace Pulumi.Command.Remote;

/// <summary>
/// A file or a folder of this host that is copied to another one over ssh (sftp). It is copied again when its content or its destination changes.
/// Destroying the resource leaves the copy where it is.
/// </summary>
/// <remarks>Served by the plugin <c>pulumi-resource-command</c>: the published one, or that of HaIac on hosts without it.</remarks>
[ResourceType(Token, Package.Version)]
public partial class CopyToRemote : CustomResource
{
    private const string Token = "command:remote:CopyToRemote";

    /// <summary>Declares the resource.</summary>
    /// <param name="name">Its name in the program.</param>
    /// <param name="args">What it does.</param>
    /// <param name="options">How the engine treats it.</param>
    public CopyToRemote(string name, CopyToRemoteArgs args, CustomResourceOptions? options = null)
        : base(Token, name, args ?? new CopyToRemoteArgs(), Options(options, ""))
    {
    }

    private CopyToRemote(string name, Input<string> id, CustomResourceOptions? options)
        : base(Token, name, null, Options(options, id))
    {
    }

    /// <summary>How to reach the host. A secret as a whole.</summary>
    [Output("connection")]
    public Output<Outputs.Connection> Connection { get; private set; } = null!;

    /// <summary>Where it goes on the host. An existing folder gets the file or folder into it; an existing file is overwritten by a file, and is an error for a folder. The last part of the path is made if it is missing, the parts before it must exist.</summary>
    [Output("remotePath")]
    public Output<string> RemotePath { get; private set; } = null!;

    /// <summary>What is copied: a file, a text, or a folder with all that is in it. An archive file (<c>.tgz</c>) is copied as it is, not unpacked.</summary>
    [Output("source")]
    public Output<AssetOrArchive> Source { get; private set; } = null!;

    /// <summary>Any values; when one of them changes, everything is copied again.</summary>
    [Output("triggers")]
    public Output<ImmutableArray<object>> Triggers { get; private set; } = null!;

    /// <summary>Brings a resource that exists into the program, as the provider knows it, without making it its own.</summary>
    /// <param name="name">Its name in the program.</param>
    /// <param name="id">Its id.</param>
    /// <param name="options">How the engine treats it.</param>
    public static CopyToRemote Get(string name, Input<string> id, CustomResourceOptions? options = null) => new(name, id, options);

    private static CustomResourceOptions Options(CustomResourceOptions? given, Input<string>? id) =>
        Package.Options(new CustomResourceOptions { AdditionalSecretOutputs = { "connection" }, ReplaceOnChanges = { "triggers[*]" } }, given, id);
}
