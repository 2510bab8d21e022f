namespace Pulumi;

/// <summary>Which stack a reference reads.</summary>
public class StackReferenceArgs : ResourceArgs
{
    /// <summary>Full name of the stack, such as <c>organization/project/stack</c>; default: the reference's own name.</summary>
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}
