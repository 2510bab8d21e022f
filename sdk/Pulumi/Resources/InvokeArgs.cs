namespace Pulumi;

/// <summary>Base of the arguments of an invoke. Inputs are fields and properties marked <see cref="InputAttribute"/>.</summary>
public abstract class InvokeArgs : InputArgs
{
    /// <summary>Arguments without any input.</summary>
    public static readonly InvokeArgs Empty = new NoArgs();

    /// <summary>Makes arguments without values.</summary>
    protected InvokeArgs()
    {
    }

    private sealed class NoArgs : InvokeArgs;
}
