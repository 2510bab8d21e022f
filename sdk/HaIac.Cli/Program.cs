using HaIac.Cli;

using var signals = new ConsoleSignals();
return await CommandLineApp.RunAsync(args, CliHost.FromProcess(signals));
