namespace Pulumi.Command.Remote;

/// <summary>What a <c>CopyFile</c> copies, and where to.</summary>
public sealed class CopyFileArgs : ResourceArgs
{
    [Input("connection", required: true)]
    private Input<Inputs.ConnectionArgs>? _connection;

    /// <summary>How to reach the host. A secret as a whole.</summary>
    public Input<Inputs.ConnectionArgs>? Connection
    {
        get => _connection;
        set => _connection = Package.Secret(value);
    }

    /// <summary>Path of the file on the host of the engine.</summary>
    [Input("localPath", required: true)]
    public Input<string> LocalPath { get; set; } = null!;

    /// <summary>Path of the copy on the other host.</summary>
    [Input("remotePath", required: true)]
    public Input<string> RemotePath { get; set; } = null!;

    [Input("triggers")]
    private InputList<object>? _triggers;

    /// <summary>Any values; when one of them changes, the file is copied again.</summary>
    public InputList<object> Triggers
    {
        get => _triggers ??= new();
        set => _triggers = value;
    }

    /// <summary>Arguments of which nothing is set but the defaults.</summary>
    public static new CopyFileArgs Empty => new();
}
