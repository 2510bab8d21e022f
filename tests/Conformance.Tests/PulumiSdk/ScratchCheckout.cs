using System.Diagnostics;

namespace Conformance.Tests.PulumiSdk;

/// <summary>A copy of the checkout without the bundled API, with a NuGet configuration and a packages folder of its own.</summary>
internal sealed class ScratchCheckout : IDisposable
{
    public ScratchCheckout()
    {
        foreach (var file in Directory.EnumerateFiles(ProjectGraph.Root).Where(f => Path.GetExtension(f) is ".props" or ".targets" or ".json" or ".editorconfig"))
        {
            Copy(Path.GetFileName(file));
        }

        Copy("build");
        SwitchingProjects = ProjectGraph.Projects
            .Where(p => ProjectGraph.Switches(p) && Path.GetFileName(p) != "Pulumi.Command.csproj")
            .Order(StringComparer.Ordinal)
            .ToArray();
        foreach (var project in SwitchingProjects.SelectMany(p => ProjectGraph.Closure(p, built: true)).Distinct().Where(p => !ProjectGraph.IsBundled(p)))
        {
            Copy(Path.GetDirectoryName(project)!);
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("haiac-pulumi-sdk-").FullName;

    public string Tree => Path.Combine(Root, "checkout");

    /// <summary>Projects whose reference to Pulumi's API depends on PulumiSdk, as relative paths.</summary>
    public IReadOnlyList<string> SwitchingProjects { get; }

    /// <summary>No source but the folder given; what is no stand-in comes from the packages that this checkout was built with.</summary>
    public void UseFeed(string folder)
    {
        File.WriteAllText(Path.Combine(Root, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="stand-ins" value="{folder}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="built-with" value="{BuiltWith("")}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    /// <summary>Where a package lies, or would, that this checkout was built with.</summary>
    public static string BuiltWith(string package)
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Path.Combine(packages, package);
    }

    /// <summary>Runs <c>dotnet</c> in the copy.</summary>
    public async Task<ProgramRun> DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Tree, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(IsOfTheTestRun).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["NUGET_PACKAGES"] = Path.Combine(Root, "packages");
        // Nothing that is started here may outlive the test.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'dotnet {string.Join(' ', arguments)}' did not end within five minutes.\n{await output}");
        }

        return new ProgramRun(process.ExitCode, await output, await errors);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static bool IsOfTheTestRun(string name)
        => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
            || name.Equals("PulumiSdk", StringComparison.OrdinalIgnoreCase);

    private void Copy(string path)
    {
        var from = Path.Combine(ProjectGraph.Root, path);
        var files = File.Exists(from) ? [from] : Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories);
        foreach (var file in files.Where(f => !Path.GetRelativePath(from, f).Split('/').Any(p => p is "bin" or "obj")))
        {
            var target = Path.Combine(Tree, Path.GetRelativePath(ProjectGraph.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
