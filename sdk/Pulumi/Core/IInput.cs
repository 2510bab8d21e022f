namespace Pulumi;

/// <summary>An input whose element type is not known at compile time.</summary>
internal interface IInput
{
    /// <summary>
    /// What is written to the wire: a plain value, an output, or a collection of inputs. Collections stay element-wise
    /// here, so that one unknown element does not hide its neighbours.
    /// </summary>
    object? Serializable { get; }

    /// <summary>The same input as one output.</summary>
    IOutput AsOutput();
}
