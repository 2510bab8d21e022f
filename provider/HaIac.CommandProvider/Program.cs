using HaIac.CommandProvider.Packaging;
using HaIac.CommandProvider.Serving;
using HaIac.Transport.Running;
using Provider = Pulumi.Experimental.Provider.Provider;

// The composition root of the plugin: the engine starts it with its own address, and it prints its port.
await Provider.Serve(
    args, PackageTypes.Version, engine => new CommandPlugin(engine, new ProgramRunner(), Directory.GetCurrentDirectory(), TimeProvider.System), CancellationToken.None).ConfigureAwait(false);
return 0;
