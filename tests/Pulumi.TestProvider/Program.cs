using Pulumi.Experimental.Provider;

if (args.Contains("--components"))
{
    await ComponentProviderHost.Serve(args, packageName: "shop");
    return;
}

// Prints before, while and after it serves: none of it may reach standard output.
await Provider.Serve(
    args,
    "1.2.3",
    engine =>
    {
        Console.WriteLine("made");
        return new EchoProvider(engine);
    },
    CancellationToken.None);
Console.Error.WriteLine("ended");
