namespace Pulumi.TestProgram;

/// <summary>Programs that wait for themselves.</summary>
internal static class CirclePrograms
{
    public static Task<int> OwnOutputAsInputAsync()
        => Deployment.RunAsync(() =>
        {
            var later = new DeferredOutput<string>();
            var self = new Thing("self", new ThingArgs { Label = later.Output });
            later.Resolve(self.Label);
        });

    public static Task<int> OwnComponentAsync()
        => Deployment.RunAsync(() =>
        {
            var box = new Box("box");
            _ = new Thing("inside", null, new CustomResourceOptions { Parent = box, DependsOn = { box } });
        });

    public static Task<int> EachOtherAsync()
        => Deployment.RunAsync(() =>
        {
            var left = new Box("left");
            var right = new Box("right");
            _ = new Thing("l", null, new CustomResourceOptions { Parent = left, DependsOn = { right } });
            _ = new Thing("r", null, new CustomResourceOptions { Parent = right, DependsOn = { left } });
        });

    public static Task<int> OutputsOnlyAsync()
        => Deployment.RunAsync(() =>
        {
            var first = new DeferredOutput<string>();
            var second = new DeferredOutput<string>();
            first.Resolve(second.Output.Apply(s => s + "1"));
            second.Resolve(Output.Format($"{first.Output}2"));
        });
}
