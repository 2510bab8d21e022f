namespace HaIac.Engine.Registering;

/// <summary>What is said where a program asks for something that this engine cannot do yet.</summary>
internal static class NotYet
{
    /// <summary>Packages that extend another package.</summary>
    public static string ExtendedPackage(string name) =>
        Text("packages that extend another one", name, "Use a package with a plugin of its own, or a parameterized one.");

    private static string Text(string subject, string where, string mend) => EngineFinding.Text(
        "HAI1499", "Not supported yet", $"This version of haiac cannot do {subject}.", where, "", mend);
}
