using System.CommandLine;
using HaIac.Cli.Contexts;
using HaIac.Cli.Printing;
using HaIac.Engine.State;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac stack rm</c>: forgets a stack that has no resources left.</summary>
internal static class StackRemoveCommand
{
    /// <summary>The command.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Create(GlobalOptions global, CliHost host)
    {
        var name = new Argument<string?>("name") { Description = "Name of the stack.", Arity = ArgumentArity.ZeroOrOne };
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask." };
        var force = new Option<bool>("--force", "-f") { Description = "Forget its resources too; they stay where they are." };
        var preserve = new Option<bool>("--preserve-config") { Description = "Keep Pulumi.NAME.yaml." };
        var command = new Command("rm", "Remove a stack.") { name, yes, force, preserve };
        command.Aliases.Add("remove");
        command.Aliases.Add("delete");
        command.SetAction(async (parsed, ct) =>
        {
            var context = ProjectContext.Load(global.HostOf(parsed, host));
            var stack = context.Stack(parsed.GetValue(name) ?? parsed.GetValue(global.Stack));
            await RefuseIfFullAsync(context, stack, parsed.GetValue(force), ct);
            if (!parsed.GetValue(yes) && !context.Host.IsSet("PULUMI_SKIP_CONFIRMATIONS") && !Confirmed(context.Host, stack))
                return 1;
            Remove(context, stack, parsed.GetValue(preserve));
            context.Host.Out.WriteLine($"Stack '{stack}' has been removed!");
            return 0;
        });
        return command;
    }

    /// <summary>Removes a stack with its configuration and selection.</summary>
    /// <param name="context">The project.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="preserve">Keeps the configuration.</param>
    public static void Remove(ProjectContext context, StackName stack, bool preserve)
    {
        using (StackLock.Acquire(context.Backend, stack, context.Host.Clock))
            context.Backend.Remove(stack);
        if (!preserve)
            File.Delete(context.Project.StackFilePath(stack.Stack));
        if (context.Selection.Get() == stack)
            context.Selection.Set(null);
    }

    private static async Task RefuseIfFullAsync(ProjectContext context, StackName stack, bool force, CancellationToken ct)
    {
        if (force)
            return;
        var resources = (await context.Opener.ReadMaskedAsync(stack, ct)).Latest.Resources.Count(resource => !resource.IsStack);
        if (resources > 0)
        {
            throw new StateException(
                "HAI1136", "Stack still has resources", $"Stack \"{stack}\" has {resources} resource(s); it was not removed.", context.Backend.StatePath(stack), "Removing it would leave them without an owner.", "Run haiac destroy first, or give --force to forget them.");
        }
    }

    private static bool Confirmed(CliHost host, StackName stack)
    {
        if (!host.IsTerminal)
            throw CliHost.NobodyToAsk($"Removing stack \"{stack}\" must be confirmed.", "Give --yes.", 1);
        if (Prompt.Choose(host, $"Remove stack '{stack}' with its history and configuration?", ["yes", "no"], "no") == "yes")
            return true;
        host.Error.WriteLine("error: confirmation declined");
        return false;
    }
}
