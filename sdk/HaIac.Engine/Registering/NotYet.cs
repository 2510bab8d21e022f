namespace HaIac.Engine.Registering;

/// <summary>What is said where a program asks for something that this engine cannot do yet.</summary>
internal static class NotYet
{
    /// <summary>The option <c>import</c>.</summary>
    public static string Import(string urn) => Text("the option ImportId", urn, "Create the resource without it, or use the official command line for this run.");

    /// <summary>Packages that extend another package.</summary>
    public static string ExtendedPackage(string name) =>
        Text("packages that extend another one", name, "Use a package with a plugin of its own, or a parameterized one.");

    private static string Text(string subject, string where, string mend) => EngineFinding.Text(
        "HAI1499", "Not supported yet", $"This version of haiac cannot do {subject}.", where, "", mend);
}
