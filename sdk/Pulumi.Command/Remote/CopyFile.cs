using System.Collections.Immutable;

namespace Pulumi.Command.Remote;

/// <summary>One file of this host that is copied to another one over ssh. Its content is not watched; <see cref="CopyToRemote"/> does that.</summary>
[Obsolete("CopyFile goes away in a future release of the package. Use CopyToRemote: it copies folders too, and notices changed contents.")]
[ResourceType(Token, Package.Version)]
public partial class CopyFile : CustomResource
{
    private const string Token = "command:remote:CopyFile";

    /// <summary>Declares the resource.</summary>
    /// <param name="name">Its name in the program.</param>
    /// <param name="args">What it does.</param>
    /// <param name="options">How the engine treats it.</param>
    public CopyFile(string name, CopyFileArgs args, CustomResourceOptions? options = null)
        : base(Token, name, args ?? new CopyFileArgs(), Options(options, ""))
    {
    }

    private CopyFile(string name, Input<string> id, CustomResourceOptions? options)
        : base(Token, name, null, Options(options, id))
    {
    }

    /// <summary>How to reach the host. A secret as a whole.</summary>
    [Output("connection")]
    public Output<Outputs.Connection> Connection { get; private set; } = null!;

    /// <summary>Path of the file on the host of the engine.</summary>
    [Output("localPath")]
    public Output<string> LocalPath { get; private set; } = null!;

    /// <summary>Path of the copy on the other host.</summary>
    [Output("remotePath")]
    public Output<string> RemotePath { get; private set; } = null!;

    /// <summary>Any values; when one of them changes, the file is copied again.</summary>
    [Output("triggers")]
    public Output<ImmutableArray<object>> Triggers { get; private set; } = null!;

    /// <summary>Brings a resource that exists into the program, as the provider knows it, without making it its own.</summary>
    /// <param name="name">Its name in the program.</param>
    /// <param name="id">Its id.</param>
    /// <param name="options">How the engine treats it.</param>
    public static CopyFile Get(string name, Input<string> id, CustomResourceOptions? options = null) => new(name, id, options);

    private static CustomResourceOptions Options(CustomResourceOptions? given, Input<string>? id) =>
        Package.Options(new CustomResourceOptions { AdditionalSecretOutputs = { "connection" } }, given, id);
}
