namespace Pulumi;

/// <summary>Keeps a value in the state: the first value stays until the stash is replaced.</summary>
public sealed class Stash : CustomResource
{
    /// <summary>Declares a stash.</summary>
    /// <param name="name">Name; unique among stashes of the same parent.</param>
    /// <param name="args">The value.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    public Stash(string name, StashArgs args, CustomResourceOptions? options = null)
        : base("pulumi:index:Stash", name, args, options)
    {
    }

    /// <summary>The value that is kept: the input of the run that created the stash.</summary>
    [Output("output")]
    public Output<object> Output { get; private set; } = null!;

    /// <summary>The value that the program gave last.</summary>
    [Output("input")]
    public Output<object> Input { get; private set; } = null!;
}
