namespace HaIac.Engine.State;

/// <summary>The texts of pending operations in the state file.</summary>
public static class PendingOperationKinds
{
    /// <summary>The text in the file.</summary>
    /// <param name="kind">The kind.</param>
    public static string Name(PendingOperationKind kind) => kind switch
    {
        PendingOperationKind.Creating => "creating",
        PendingOperationKind.Updating => "updating",
        PendingOperationKind.Deleting => "deleting",
        PendingOperationKind.Reading => "reading",
        _ => "importing",
    };

    /// <summary>The kind behind the text of the file.</summary>
    /// <param name="name">Text of the file.</param>
    /// <exception cref="FormatException">No kind has this name.</exception>
    public static PendingOperationKind Parse(string? name) => name switch
    {
        "creating" => PendingOperationKind.Creating,
        "updating" => PendingOperationKind.Updating,
        "deleting" => PendingOperationKind.Deleting,
        "reading" => PendingOperationKind.Reading,
        "importing" => PendingOperationKind.Importing,
        _ => throw new FormatException($"\"{name}\" is no kind of pending operation."),
    };
}
