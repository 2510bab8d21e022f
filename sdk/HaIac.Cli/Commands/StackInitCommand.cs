using System.CommandLine;
using HaIac.Cli.Contexts;
using HaIac.Engine.Secrets;
using HaIac.Engine.State;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac stack init</c>: makes a stack, its key and its file, and selects it.</summary>
internal static class StackInitCommand
{
    /// <summary>The command.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Create(GlobalOptions global, CliHost host)
    {
        var name = new Argument<string?>("name") { Description = "Name of the stack.", Arity = ArgumentArity.ZeroOrOne };
        var noSelect = new Option<bool>("--no-select") { Description = "Do not select it." };
        var command = new Command("init", "Make a stack.") { name, noSelect };
        command.Aliases.Add("new");
        command.Aliases.Add("create");
        command.Aliases.Add("setup");
        command.SetAction(parsed =>
        {
            var context = ProjectContext.Load(global.HostOf(parsed, host));
            var text = parsed.GetValue(name) ?? parsed.GetValue(global.Stack);
            if (text is null)
                throw new StateException("HAI1243", "Name missing", "The stack has no name.", null, null, "Write haiac stack init NAME.");
            Make(context, StackName.Parse(text, context.Project.Name), !parsed.GetValue(noSelect));
        });
        return command;
    }

    /// <summary>Makes a stack.</summary>
    /// <param name="context">The project.</param>
    /// <param name="name">The stack.</param>
    /// <param name="select">Selects it.</param>
    public static void Make(ProjectContext context, StackName name, bool select)
    {
        if (context.Backend.Exists(name))
        {
            throw new StateException(
                "HAI1135", "Stack exists already", $"Stack \"{name}\" cannot be created.", context.Backend.StatePath(name), "It is there already.", $"Choose another name, or select it: haiac stack select {name}");
        }

        // A stack file that is there already decides the key, so that its secrets stay readable.
        var file = context.FileOf(name);
        using var secrets = PassphraseSecrets.Open(context.Passphrase.Get, null, file.Salt, file.Path);
        context.Opener.Create(name, secrets);
        if (file.Salt is null)
            file.WithSalt(secrets.SaltText).Save();
        if (select)
            context.Selection.Set(name);
        context.Host.Error.WriteLine($"Created stack '{name}'");
    }
}
