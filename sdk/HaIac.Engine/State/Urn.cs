namespace HaIac.Engine.State;

/// <summary>Identity of a resource in the engine: <c>urn:pulumi:stack::project::parentType$type::name</c>.</summary>
/// <param name="Text">The whole text; names may hold <c>::</c> themselves.</param>
/// <remarks>Source: pulumi-protocol 7.1.</remarks>
public readonly record struct Urn(string Text)
{
    private const string Prefix = "urn:pulumi:";

    /// <summary>Type of the root resource of every stack.</summary>
    public const string StackType = "pulumi:pulumi:Stack";

    /// <summary>Package of what the engine provides itself.</summary>
    public const string EnginePackage = "pulumi";

    /// <summary>What the types of providers begin with.</summary>
    public const string ProviderTypePrefix = "pulumi:providers:";

    /// <summary>Stack name.</summary>
    public string Stack => Part(0);

    /// <summary>Project name.</summary>
    public string Project => Part(1);

    /// <summary>Types of the ancestors and the own one, joined by <c>$</c>.</summary>
    public string QualifiedType => Part(2);

    /// <summary>Type token.</summary>
    public string Type => QualifiedType[(QualifiedType.LastIndexOf('$') + 1)..];

    /// <summary>Logical name.</summary>
    public string Name => Part(3);

    /// <summary>The identity of a resource.</summary>
    /// <param name="stack">Stack name.</param>
    /// <param name="project">Project name.</param>
    /// <param name="parent">URN of the parent; empty without one.</param>
    /// <param name="type">Type token.</param>
    /// <param name="name">Logical name.</param>
    public static Urn Create(string stack, string project, string parent, string type, string name)
    {
        var parentType = IsValid(parent) ? new Urn(parent).QualifiedType : "";
        var qualified = parentType is "" or StackType ? type : parentType + "$" + type;
        return new($"{Prefix}{stack}::{project}::{qualified}::{name}");
    }

    /// <summary>True if the text has the prefix and four parts.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsValid(string? text) =>
        text is not null && text.StartsWith(Prefix, StringComparison.Ordinal) && text.Split("::", 4).Length == 4;

    /// <inheritdoc/>
    public override string ToString() => Text;

    private string Part(int index)
    {
        var parts = Text.Split("::", 4);
        if (index >= parts.Length)
            return "";
        return index == 0 && parts[0].StartsWith(Prefix, StringComparison.Ordinal) ? parts[0][Prefix.Length..] : parts[index];
    }
}
