namespace Pulumi.TestProgram;

/// <summary>Programs that fail, each in another place.</summary>
internal static class FailingPrograms
{
    public static Task<int> OneApplyOfThousandsAsync()
        => Deployment.RunAsync(() =>
        {
            var root = new Thing("root", new ThingArgs { Size = 1 });
            var outputs = Enumerable.Range(0, 5000)
                .Select(i => root.Size.Apply(size => i == 2500 ? throw new InvalidOperationException("number 2500") : size + i));
            _ = new Thing("sum", new ThingArgs { Size = Output.All(outputs).Apply(all => all.Sum()) });
        });

    public static Task<int> BeforeRegistrationsAsync()
        => Deployment.RunAsync((Action)(() => throw new InvalidOperationException("before anything")));

    public static Task<int> AfterRegistrationsAsync()
        => Deployment.RunAsync(async () =>
        {
            var done = new TaskCompletionSource();
            new Thing("thing").Id.Apply(id =>
            {
                done.SetResult();
                return id;
            });
            await done.Task;
            throw new InvalidOperationException("after everything");
        });

    public static Task<int> WhileAnswersAreOpenAsync()
        => Deployment.RunAsync(async () =>
        {
            Many();
            await Task.Delay(100);
            throw new InvalidOperationException("in the middle");
        });

    public static Task<int> InAnInputAsync()
        => Deployment.RunAsync(() =>
        {
            _ = new Thing("bad", new ThingArgs { Label = Output.Create(Fail<string>("in an input")) });
            Many();
        });

    public static Task<int> InComponentOutputsAsync()
        => Deployment.RunAsync(() =>
        {
            var box = new Box("box");
            box.Finish(new Dictionary<string, object?> { ["bad"] = box.Urn.Apply(_ => Throw(new InvalidOperationException("in component outputs"))) });
        });

    public static Task<int> InStackOutputsAsync()
        => Deployment.RunAsync(() => new Dictionary<string, object?>
        {
            ["good"] = 1,
            ["bad"] = new Thing("thing").Id.Apply(_ => Throw(new InvalidOperationException("in stack outputs"))),
        });

    public static Task<int> InATransformationAsync()
        => Deployment.RunAsync(() =>
        {
            var options = new CustomResourceOptions { ResourceTransformations = { _ => throw new InvalidOperationException("in a transformation") } };
            _ = new Thing("thing", null, options);
        });

    public static Task<int> InATransformAsync()
        => Deployment.RunAsync(() =>
        {
            var options = new CustomResourceOptions { ResourceTransforms = { (_, _) => throw new InvalidOperationException("in a transform") } };
            _ = new Thing("thing", null, options);
        });

    public static Task<int> InAHookAsync()
        => Deployment.RunAsync(() =>
        {
            var hook = new ResourceHook("hook", (_, _) => throw new InvalidOperationException("in a hook"));
            _ = new Thing("thing", null, new CustomResourceOptions { Hooks = { BeforeCreate = { hook } } });
        });

    public static Task<int> OneReasonManyTimesAsync()
        => Deployment.RunAsync(() =>
        {
            var bad = new Thing("root").Label.Apply(_ => Throw(new InvalidOperationException("the one reason")));
            for (var i = 0; i < 100; i++)
            {
                _ = new Thing($"thing-{i}", new ThingArgs { Label = bad.Apply(b => b + i), Values = { { "also", bad } } });
            }
        });

    public static Task<int> TwoReasonsAsync()
        => Deployment.RunAsync(() =>
        {
            var root = new Thing("root");
            root.Label.Apply(_ => Throw(new InvalidOperationException("the first reason")));
            root.Label.Apply(_ => Throw(new FormatException("the second reason")));
        });

    public static Task<int> StaticConstructorAsync() => Deployment.RunAsync(() => { _ = new Thing(Names.First); });

    public static Task<int> AsyncVoidAsync()
        => Deployment.RunAsync(async () =>
        {
            _ = new Thing("thing");
            FailUnseen();
            await Task.Delay(Timeout.Infinite);
        });

    public static Task<int> OwnThreadAsync()
        => Deployment.RunAsync(async () =>
        {
            _ = new Thing("thing");
            new Thread(() => throw new InvalidOperationException("on a thread")).Start();
            await Task.Delay(Timeout.Infinite);
        });

    public static Task<int> WhileMainBlocksAsync()
        => Deployment.RunAsync(() =>
        {
            new Thing("thing").Id.Apply(_ => Throw(new InvalidOperationException("while main blocks")));
            new ManualResetEventSlim().Wait();
        });

    /// <summary>A lambda that only throws would fit two forms of Apply.</summary>
    private static string Throw(Exception exception) => throw exception;

    private static void Many()
    {
        for (var i = 0; i < 200; i++)
        {
            _ = new Thing($"thing-{i}");
        }
    }

    private static async Task<T> Fail<T>(string message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message);
    }

    private static async void FailUnseen() => await Fail<int>("in async void");

    private static class Names
    {
        public static string First { get; } = Make();

        private static string Make() => throw new InvalidOperationException("in a static constructor");
    }
}
