namespace Pulumi;

/// <summary>Base of the arguments of a call. Inputs are fields and properties marked <see cref="InputAttribute"/>.</summary>
public abstract class CallArgs : InputArgs
{
    /// <summary>Arguments without any input.</summary>
    public static readonly CallArgs Empty = new NoArgs();

    /// <summary>Makes arguments without values.</summary>
    protected CallArgs()
    {
    }

    private sealed class NoArgs : CallArgs;
}
