namespace HaIac;

/// <summary>What several services have in common: the agent, and values below their own.</summary>
/// <remarks>
/// It is resolved in the program, so each primitive in the CIB is complete and can be read by itself. Source for the idea: Pacemaker Explained,
/// Reusing Parts of the Configuration, Resource Templates.
/// </remarks>
public sealed class PrimitiveTemplate
{
    /// <summary>Name of the template, for messages.</summary>
    /// <value>Default: "template".</value>
    public string Name { get; set; } = "template";

    /// <summary>Name of the agent: <c>standard:provider:type</c> or <c>standard:type</c>.</summary>
    /// <value>Required.</value>
    public string Agent { get; set; } = "";

    /// <summary>Parameters below each service's <see cref="ServiceSettings.ResourceHash"/>, with the same keys.</summary>
    /// <value>Default: empty.</value>
    public ResourceHash ResourceHash { get; set; } = [];

    /// <summary>Operations below each service's own.</summary>
    /// <value>Default: empty.</value>
    public OperationSet Operations { get; set; } = [];
}
