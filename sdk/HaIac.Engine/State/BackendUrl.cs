namespace HaIac.Engine.State;

/// <summary>Where the states of stacks are kept: a folder on this host.</summary>
/// <param name="Url">The address as the user wrote it, or the one that was taken by default.</param>
/// <param name="Directory">The folder that holds <c>.pulumi</c>.</param>
public sealed record BackendUrl(string Url, string Directory)
{
    /// <summary>Environment variable that names the backend; it wins over the project file.</summary>
    public const string Variable = "PULUMI_BACKEND_URL";

    private const string Scheme = "file://";

    /// <summary>Finds the backend: variable, then project file, then the user's home folder.</summary>
    /// <param name="variable">Value of <c>PULUMI_BACKEND_URL</c>; null or empty if not set.</param>
    /// <param name="projectUrl"><c>backend.url</c> of the project file; null if it has none.</param>
    /// <param name="projectDirectory">Folder of the project file; relative paths begin here, in whatever folder the command runs.</param>
    /// <param name="home">Home folder of the user.</param>
    /// <exception cref="StateException">The address is no <c>file://</c> address.</exception>
    public static BackendUrl Resolve(string? variable, string? projectUrl, string projectDirectory, string home)
    {
        var (url, from) = !string.IsNullOrEmpty(variable) ? (variable, $"environment variable {Variable}")
            : !string.IsNullOrEmpty(projectUrl) ? (projectUrl, "Pulumi.yaml, backend.url")
            : ($"{Scheme}~", "default");
        if (!url.StartsWith(Scheme, StringComparison.Ordinal))
        {
            throw new StateException(
                "HAI1131",
                "Backend is no folder",
                $"The backend \"{url}\" cannot be used: haiac keeps states in folders only.",
                from,
                "The address does not begin with file://.",
                "Write file://<folder>, for instance \"file://.\" for the folder of Pulumi.yaml; for a state service use the official command line.");
        }

        var path = url[Scheme.Length..];
        path = path switch
        {
            "" or "~" => home,
            _ when path.StartsWith("~/", StringComparison.Ordinal) => Path.Combine(home, path[2..]),
            _ => Path.Combine(projectDirectory, path),
        };
        return new(url, Path.GetFullPath(path));
    }
}
