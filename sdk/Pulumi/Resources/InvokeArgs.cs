namespace Pulumi;

/// <summary>Base of the arguments of an invoke. Inputs are fields and properties marked <see cref="InputAttribute"/>.</summary>
public abstract class InvokeArgs : InputArgs
{
    /// <summary>Arguments for a call of a function that takes no inputs.</summary>
    public static readonly InvokeArgs Empty = new NoArgs();

    /// <summary>For derived classes; their members hold the values.</summary>
    protected InvokeArgs()
    {
    }

    private sealed class NoArgs : InvokeArgs;
}
