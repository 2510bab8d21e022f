namespace Pulumi;

/// <summary>Base of the arguments of a resource. Inputs are fields and properties marked <see cref="InputAttribute"/>.</summary>
public abstract class ResourceArgs : InputArgs
{
    /// <summary>Arguments for a resource that takes no inputs.</summary>
    public static readonly ResourceArgs Empty = new NoArgs();

    /// <summary>For derived classes; their members hold the values.</summary>
    protected ResourceArgs()
    {
    }

    private sealed class NoArgs : ResourceArgs;
}
