using System.CommandLine;
using HaIac.Cli.Contexts;
using HaIac.Engine.Projects;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac config rm</c>: removes one value; none there is no fault.</summary>
internal static class ConfigRemoveCommand
{
    /// <summary>The command.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Create(GlobalOptions global, CliHost host)
    {
        var key = new Argument<string>("key") { Description = "NAME, or NAMESPACE:NAME." };
        var command = new Command("rm", "Remove one value.") { key };
        command.Aliases.Add("remove");
        command.SetAction(parsed =>
        {
            var context = ProjectContext.Load(global.HostOf(parsed, host));
            var file = context.FileOf(context.Stack(parsed.GetValue(global.Stack)));
            var full = ConfigKey.Full(parsed.GetValue(key)!, context.Project.Name);
            if (file.Config.ContainsKey(full))
                file.Without(full).Save();
        });
        return command;
    }
}
