using HaIac.CommandProvider.Serving;
using HaIac.Transport.Running;
using Provider = Pulumi.Experimental.Provider.Provider;

// The version of the published plugin that this one stands in for: the engine warns of plugins that are older than a program asks for.
const string Version = "1.1.0";

// The composition root of the plugin: the engine starts it with its own address, and it prints its port.
await Provider.Serve(
    args, Version, engine => new CommandPlugin(engine, new ProgramRunner(), Directory.GetCurrentDirectory(), TimeProvider.System), CancellationToken.None).ConfigureAwait(false);
return 0;
