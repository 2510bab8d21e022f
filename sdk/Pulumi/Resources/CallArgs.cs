namespace Pulumi;

/// <summary>Base of the arguments of a call. Inputs are fields and properties marked <see cref="InputAttribute"/>.</summary>
public abstract class CallArgs : InputArgs
{
    /// <summary>Arguments for a call of a method that takes no inputs.</summary>
    public static readonly CallArgs Empty = new NoArgs();

    /// <summary>For derived classes; their members hold the values.</summary>
    protected CallArgs()
    {
    }

    private sealed class NoArgs : CallArgs;
}
