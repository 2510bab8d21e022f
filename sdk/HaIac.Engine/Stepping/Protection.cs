namespace HaIac.Engine.Stepping;

/// <summary>What is said when a protected resource would go.</summary>
internal static class Protection
{
    /// <summary>A deletion is refused.</summary>
    public static string DeleteRefused(string urn) => EngineFinding.Text(
        "HAI1420",
        "Protected resource not deleted",
        "The program no longer declares this resource, but it is protected.",
        urn,
        "A protected resource is never deleted, so that a slip in a program cannot take it away.",
        $"Declare it again, or take the protection off: set Protect = false and run 'haiac up', or 'haiac state unprotect {urn}'.");

    /// <summary>A replacement is refused.</summary>
    public static string ReplaceRefused(string urn) => EngineFinding.Text(
        "HAI1421",
        "Protected resource not replaced",
        "A change of this resource cannot be made in place, and it is protected.",
        urn,
        "Replacing deletes the old object, which the protection forbids.",
        "Undo the change, or set Protect = false in the program and run 'haiac up': both take effect in one run.");
}
