using System.CommandLine;
using HaIac.Labs;
using HaIac.Labs.Consoles;

RootCommand root = new("A real Pacemaker cluster on this host.")
{
    LabCommands.Up(), LabCommands.Status(), LabCommands.Ssh(), LabCommands.Down(), LabCommands.Clean(),
};

try
{
    // Errors of the lab are for people to read; anything else is a bug and keeps its trace.
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (LabException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
