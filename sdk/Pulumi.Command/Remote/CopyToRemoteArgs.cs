namespace Pulumi.Command.Remote;

/// <summary>What a <see cref="CopyToRemote"/> copies, and where to.</summary>
public sealed class CopyToRemoteArgs : ResourceArgs
{
    [Input("connection", required: true)]
    private Input<Inputs.ConnectionArgs>? _connection;

    /// <summary>How to reach the host. A secret as a whole.</summary>
    public Input<Inputs.ConnectionArgs>? Connection
    {
        get => _connection;
        set => _connection = Package.Secret(value);
    }

    /// <summary>Where it goes on the host. An existing folder gets the file or folder into it; an existing file is overwritten by a file, and is an error for a folder. The last part of the path is made if it is missing, the parts before it must exist.</summary>
    [Input("remotePath", required: true)]
    public Input<string> RemotePath { get; set; } = null!;

    /// <summary>What is copied: a file, a text, or a folder with all that is in it. An archive file (<c>.tgz</c>) is copied as it is, not unpacked.</summary>
    [Input("source", required: true)]
    public Input<AssetOrArchive> Source { get; set; } = null!;

    [Input("triggers")]
    private InputList<object>? _triggers;

    /// <summary>Any values; when one of them changes, everything is copied again.</summary>
    public InputList<object> Triggers
    {
        get => _triggers ??= new();
        set => _triggers = value;
    }

    /// <summary>Arguments of which nothing is set but the defaults.</summary>
    public static new CopyToRemoteArgs Empty => new();
}
