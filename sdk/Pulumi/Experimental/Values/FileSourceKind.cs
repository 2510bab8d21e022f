namespace Pulumi.Experimental;

/// <summary>Where the content of an asset or archive is. Not in the official SDK.</summary>
public enum FileSourceKind
{
    /// <summary>In the value itself.</summary>
    Text,

    /// <summary>In a file or folder of the host of the engine.</summary>
    Path,

    /// <summary>At an address.</summary>
    Uri,

    /// <summary>In the members of an archive.</summary>
    Members,

    /// <summary>Not known here: the engine sent its hash alone.</summary>
    HashOnly,
}
