using HaIac.Engine.Projects;
using HaIac.Engine.Secrets;
using HaIac.Engine.State;

namespace HaIac.Cli.Contexts;

/// <summary>The project of the current folder with its backend and selection.</summary>
internal sealed class ProjectContext
{
    private ProjectContext(CliHost host, Project project)
    {
        Host = host;
        Project = project;
        Backend = new(BackendUrl.Resolve(host.Environment(BackendUrl.Variable), project.BackendUrl, project.Directory, host.Home));
        Selection = new(project, Backend.Url, host.PulumiHome);
        Opener = new(Backend, host.Clock, "haiac-" + Commands.VersionCommand.Text);
        Passphrase = new(host.Environment, () => host.IsTerminal ? Printing.Prompt.Secret(host, "Enter the passphrase of the stack: ") : null);
    }

    /// <summary>The world.</summary>
    public CliHost Host { get; }

    /// <summary>The project.</summary>
    public Project Project { get; }

    /// <summary>Where its states are.</summary>
    public FileBackend Backend { get; }

    /// <summary>Which stack the user works with.</summary>
    public StackSelection Selection { get; }

    /// <summary>Opens stacks.</summary>
    public StackOpener Opener { get; }

    /// <summary>Finds the passphrase.</summary>
    public PassphraseSource Passphrase { get; }

    /// <summary>The project of the current folder.</summary>
    /// <param name="host">The world.</param>
    /// <exception cref="StateException">There is none.</exception>
    public static ProjectContext Load(CliHost host) => new(host, ProjectLoader.Load(host.Directory));

    /// <summary>The stack to work with: named, by variable, or selected.</summary>
    /// <param name="named">What the user wrote; null if nothing.</param>
    /// <exception cref="StateException">None is named or selected, or there is no such stack.</exception>
    public StackName Stack(string? named)
    {
        var text = named ?? (Host.Environment("PULUMI_STACK") is { Length: > 0 } set ? set : null);
        var name = text is null ? Selection.Get() : StackName.Parse(text, Project.Name);
        if (name is null)
        {
            throw new StateException(
                "HAI1242", "No stack", "No stack is selected and none was named.", Project.Path, "Every command works on one stack of the project.", "Select one: haiac stack select NAME; make one: haiac stack init NAME; or name it with --stack.");
        }

        return Backend.Exists(name) ? name : throw Backend.NotFound(name);
    }

    /// <summary>The configuration file of a stack.</summary>
    /// <param name="stack">The stack.</param>
    public StackFile FileOf(StackName stack) => StackFile.Load(Project.StackFilePath(stack.Stack));

    /// <summary>The key of a stack, by its file or else by its state.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="file">Its file.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<PassphraseSecrets> SecretsAsync(StackName stack, StackFile file, CancellationToken ct)
    {
        var state = file.Salt is null ? (await Opener.ReadMaskedAsync(stack, ct)).Latest.SecretsProvider : null;
        return PassphraseSecrets.Open(Passphrase.Get, state, file.Salt, file.Path);
    }
}
