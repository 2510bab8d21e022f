using System.CommandLine;
using HaIac.Cli.Contexts;
using HaIac.Engine.State;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac stack select</c>.</summary>
internal static class StackSelectCommand
{
    /// <summary>The command.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Create(GlobalOptions global, CliHost host)
    {
        var name = new Argument<string?>("name") { Description = "Name of the stack.", Arity = ArgumentArity.ZeroOrOne };
        var create = new Option<bool>("--create", "-c") { Description = "Make it if there is none." };
        var command = new Command("select", "Select the stack that later commands work with.") { name, create };
        command.SetAction(parsed =>
        {
            var context = ProjectContext.Load(global.HostOf(parsed, host));
            var text = parsed.GetValue(name) ?? parsed.GetValue(global.Stack) ?? Ask(context);
            var stack = StackName.Parse(text, context.Project.Name);
            if (context.Backend.Exists(stack))
                context.Selection.Set(stack);
            else if (parsed.GetValue(create))
                StackInitCommand.Make(context, stack, true);
            else
                throw context.Backend.NotFound(stack);
        });
        return command;
    }

    private static string Ask(ProjectContext context)
    {
        var stacks = context.Backend.List(context.Project.Name).Select(stack => stack.Stack).ToList();
        if (!context.Host.IsTerminal || stacks.Count == 0)
            throw new StateException("HAI1243", "Name missing", "The stack has no name.", null, null, "Write haiac stack select NAME.");
        return Printing.Prompt.Choose(context.Host, "Which stack?", stacks, context.Selection.Get()?.Stack ?? stacks[0]);
    }
}
