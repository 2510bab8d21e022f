namespace HaIac.Engine.Events;

/// <summary>The texts by which kinds of property changes go in events.</summary>
public static class PropertyDiffKinds
{
    /// <summary>The text in the JSON of an event.</summary>
    /// <param name="kind">The kind.</param>
    public static string Name(PropertyDiffKind kind) => kind switch
    {
        PropertyDiffKind.Add => "add",
        PropertyDiffKind.AddReplace => "add-replace",
        PropertyDiffKind.Delete => "delete",
        PropertyDiffKind.DeleteReplace => "delete-replace",
        PropertyDiffKind.Update => "update",
        _ => "update-replace",
    };

    /// <summary>The kind behind the text of an event.</summary>
    /// <param name="name">Text of the JSON.</param>
    /// <exception cref="FormatException">No kind has this name.</exception>
    public static PropertyDiffKind Parse(string name) => name switch
    {
        "add" => PropertyDiffKind.Add,
        "add-replace" => PropertyDiffKind.AddReplace,
        "delete" => PropertyDiffKind.Delete,
        "delete-replace" => PropertyDiffKind.DeleteReplace,
        "update" => PropertyDiffKind.Update,
        "update-replace" => PropertyDiffKind.UpdateReplace,
        _ => throw new FormatException($"\"{name}\" is no kind of property change."),
    };

    /// <summary>True if the property is new.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsAdd(this PropertyDiffKind kind) => kind is PropertyDiffKind.Add or PropertyDiffKind.AddReplace;

    /// <summary>True if the property goes.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsDelete(this PropertyDiffKind kind) => kind is PropertyDiffKind.Delete or PropertyDiffKind.DeleteReplace;

    /// <summary>True if the change replaces the resource.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsReplace(this PropertyDiffKind kind) =>
        kind is PropertyDiffKind.AddReplace or PropertyDiffKind.DeleteReplace or PropertyDiffKind.UpdateReplace;
}
