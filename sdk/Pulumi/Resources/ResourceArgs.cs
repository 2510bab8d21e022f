namespace Pulumi;

/// <summary>Base of the arguments of a resource. Inputs are fields and properties marked <see cref="InputAttribute"/>.</summary>
public abstract class ResourceArgs : InputArgs
{
    /// <summary>Arguments without any input.</summary>
    public static readonly ResourceArgs Empty = new NoArgs();

    /// <summary>Makes arguments without values.</summary>
    protected ResourceArgs()
    {
    }

    private sealed class NoArgs : ResourceArgs;
}
