using System.Xml;
using System.Xml.Linq;

namespace HaIac.Engine.Launching;

/// <summary>Finds what starts a user's program; builds it first where it is source.</summary>
/// <remarks>Source: pulumi-protocol.md 1.1 and launch.md.</remarks>
internal static class ProgramCommand
{
    /// <summary>The command for a program, after a build where one is needed.</summary>
    /// <param name="program">The program.</param>
    /// <param name="onBuildLine">Gets each line of a failed build.</param>
    /// <param name="ct">Stops a build.</param>
    /// <exception cref="LaunchException">Nothing there can be started, or the build failed.</exception>
    public static async Task<CommandLine> ResolveAsync(ProgramSettings program, Action<string> onBuildLine, CancellationToken ct)
    {
        if (!string.Equals(program.Runtime, "dotnet", StringComparison.Ordinal))
        {
            throw new LaunchException(
                $"The project's runtime is '{program.Runtime}'; haiac starts 'dotnet' programs only.",
                "Write runtime: dotnet in Pulumi.yaml, or run this project with the official command line.");
        }

        return program.Binary is { Length: > 0 } binary
            ? FromBinary(program, binary)
            : await FromSourceAsync(program, onBuildLine, ct).ConfigureAwait(false);
    }

    private static CommandLine FromBinary(ProgramSettings program, string binary)
    {
        // A bare name is looked up on PATH only, as the official host does.
        if (!binary.Contains('/') && !binary.EndsWith(".dll", StringComparison.Ordinal))
        {
            return CommandLine.Of(binary);
        }

        var file = Path.GetFullPath(binary, program.ProgramDirectory);
        if (!File.Exists(file))
        {
            throw new LaunchException(
                $"The program {file} is not there; runtime.options.binary in Pulumi.yaml names it.",
                "Build the program first, or correct the path; it is relative to the program's folder.");
        }

        return file.EndsWith(".dll", StringComparison.Ordinal) ? CommandLine.Of("dotnet", file) : CommandLine.Of(file);
    }

    private static async Task<CommandLine> FromSourceAsync(ProgramSettings program, Action<string> onBuildLine, CancellationToken ct)
    {
        if (!Directory.Exists(program.ProgramDirectory))
        {
            throw new LaunchException($"The program folder {program.ProgramDirectory} is not there.", "Correct main in Pulumi.yaml; it is relative to that file.");
        }

        var project = FindProject(program.ProgramDirectory);
        var lines = new List<string>();
        void Keep(string line)
        {
            lock (lines)
            {
                lines.Add(line);
            }
        }

        using var build = ChildProcess.Start(
            CommandLine.Of("dotnet", "build", project, "-nologo", "-v", "quiet", "-clp:NoSummary"),
            program.ProgramDirectory,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["MSBUILDDISABLENODEREUSE"] = "1" },
            Keep,
            Keep);
        var exitCode = await build.Ended.WaitAsync(ct).ConfigureAwait(false);
        if (exitCode != 0)
        {
            lines.Where(line => line.Length > 0).Distinct(StringComparer.Ordinal).ToList().ForEach(onBuildLine);
            throw new LaunchException($"'dotnet build {project}' failed with exit code {exitCode}.", "Look at its messages above, mend the program and run the command again.");
        }

        // The built assembly starts quicker than `dotnet run`; where it is not at its usual place, `dotnet run` finds it.
        return BuiltAssembly(project) is { } assembly
            ? CommandLine.Of("dotnet", assembly)
            : CommandLine.Of("dotnet", "run", "--no-build", "--project", project);
    }

    private static string FindProject(string directory)
    {
        var projects = Directory.EnumerateFiles(directory, "*.*proj")
            .Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) || file.EndsWith(".fsproj", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        return projects.Count switch
        {
            1 => projects[0],
            0 => throw new LaunchException($"There is no .csproj in {directory}.", "Set main in Pulumi.yaml to the program's folder."),
            _ => throw new LaunchException(
                $"There are several projects in {directory}: {string.Join(", ", projects.Select(Path.GetFileName))}.",
                "Set main in Pulumi.yaml to the folder of one of them."),
        };
    }

    private static string? BuiltAssembly(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        try
        {
            var named = XDocument.Load(project).Descendants("AssemblyName").FirstOrDefault()?.Value;
            name = named is { Length: > 0 } && !named.Contains("$(", StringComparison.Ordinal) ? named : name;
        }
        catch (XmlException)
        {
            return null;
        }

        var output = Path.Combine(Path.GetDirectoryName(project)!, "bin", "Debug");
        if (!Directory.Exists(output))
        {
            return null;
        }

        var built = Directory.EnumerateFiles(output, name + ".dll", SearchOption.AllDirectories)
            .Where(file => File.Exists(Path.ChangeExtension(file, ".runtimeconfig.json")))
            .ToList();
        return built.Count == 1 ? built[0] : null;
    }
}
