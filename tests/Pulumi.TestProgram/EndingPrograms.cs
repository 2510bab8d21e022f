namespace Pulumi.TestProgram;

/// <summary>Programs that end, or do not end, in unusual ways. They print "ready" when there is nothing left but to wait.</summary>
internal static class EndingPrograms
{
    public static Task<int> CaughtConstructorAsync()
        => Deployment.RunAsync(() =>
        {
            var provider = new ProviderResource("test", "provider", ResourceArgs.Empty, new CustomResourceOptions());
            try
            {
                _ = new Box("both", new ComponentResourceOptions { Provider = provider, Providers = { provider } });
            }
            catch (ArgumentException)
            {
                Console.WriteLine("caught");
            }
        });

    public static Task<int> ExitEarlyAsync() => ExitAsync(0);

    public static Task<int> ExitEarlyWithCodeAsync() => ExitAsync(7);

    public static Task<int> WaitsForAnswersAsync()
        => Deployment.RunAsync(() =>
        {
            _ = new Thing("thing");
        });

    public static Task<int> WaitsForItselfAsync()
        => Deployment.RunAsync(async () =>
        {
            _ = new Thing("thing");
            Ready();
            await new TaskCompletionSource().Task;
        });

    public static Task<int> BlocksItsThreadAsync()
        => Deployment.RunAsync(() =>
        {
            _ = new Thing("thing");
            Ready();
            new ManualResetEventSlim().Wait();
        });

    public static Task<int> ServesCallbacksAsync()
        => Deployment.RunAsync(async () =>
        {
            _ = new Thing("thing", null, new CustomResourceOptions { ResourceTransforms = { (_, _) => Task.FromResult<ResourceTransformResult?>(null) } });
            Ready();
            await new TaskCompletionSource().Task;
        });

    public static async Task<int> RunsTwiceAsync()
    {
        var first = await Deployment.RunAsync(() => { _ = new Thing("first"); });
        var second = await Deployment.RunAsync(() => { _ = new Thing("second"); });
        return first + second;
    }

    private static Task<int> ExitAsync(int code)
        => Deployment.RunAsync(() =>
        {
            _ = new Thing("thing");
            Environment.Exit(code);
        });

    private static void Ready()
    {
        Console.WriteLine("ready");
        Console.Out.Flush();
    }
}
