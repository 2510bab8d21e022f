namespace HaIac.CommandProvider.Copying;

/// <summary>The server did not do what was asked for.</summary>
/// <param name="status">Its status code.</param>
/// <param name="message">What it says.</param>
internal sealed class SftpException(uint status, string message) : Exception(message)
{
    public const uint NoSuchFile = 2;

    public uint Status { get; } = status;

    /// <summary>What it says, or the meaning of its status.</summary>
    public static SftpException Of(uint status, string text) => new(status, (status, text) switch
    {
        (NoSuchFile, _) => "There is no such file or folder.",
        (3, _) => "The user may not do that.",
        (4, "" or "Failure") => "The server says no more than \"failure\": often the disk is full, or the path is taken by something else.",
        (_, "") => $"The server answers with status {status}.",
        _ => text,
    });
}
