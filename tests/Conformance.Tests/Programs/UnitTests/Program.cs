using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Moq;
using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

await SiteTests.StackClass();
await SiteTests.StackClassWithServices();
await SiteTests.MockOfALibrary();
await SiteTests.LambdaWithOutputs();
await SiteTests.AsynchronousLambda();
await SiteTests.FailureOfTheProgram();
await SiteTests.EmptyMocksInAPreview();
Console.WriteLine("all passed");

static class SiteTests
{
    public static async Task StackClass()
    {
        var mocks = new SiteMocks();
        var resources = await Deployment.TestAsync<SiteStack>(mocks, new TestOptions { IsPreview = false });

        Assert.That(resources.OfType<Bucket>().Count(), Is.EqualTo(1), "one bucket is expected");
        var bucket = resources.OfType<Bucket>().Single();
        Assert.That(await bucket.Tags.GetValueAsync(), Does.ContainKey("environment"));
        Assert.That(await bucket.Address.GetValueAsync(), Is.EqualTo("https://site.example"));
        var stack = resources.OfType<SiteStack>().Single();
        Assert.That(await stack.Address.GetValueAsync(), Is.EqualTo("https://site.example/index.html"));
        Assert.That(stack.Notes, Has.Count.EqualTo(1));
        Assert.That(mocks.Asked, Is.EqualTo(new[] { "site", "index" }));
        Assert.That(mocks.Outputs, Does.Contain("address"));
    }

    public static async Task StackClassWithServices()
    {
        var services = new Mock<IServiceProvider>(MockBehavior.Strict);
        services.Setup(s => s.GetService(typeof(TitledStack))).Returns(() => new TitledStack("from services"));

        var resources = await Deployment.TestWithServiceProviderAsync<TitledStack>(new SiteMocks(), services.Object);

        Assert.That(await resources.OfType<TitledStack>().Single().Title.GetValueAsync(), Is.EqualTo("from services"));
    }

    public static async Task MockOfALibrary()
    {
        var mocks = new Mock<IMocks>();
        mocks.Setup(m => m.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .ReturnsAsync((MockResourceArgs args) => (args.Name + "-id", (object)args.Inputs));
        mocks.Setup(m => m.CallAsync(It.Is<MockCallArgs>(a => a.Token == "site:index:region")))
            .ReturnsAsync((MockCallArgs args) => new Dictionary<string, object> { ["name"] = $"{args.Args["prefix"]}-1" });

        var (resources, outputs) = await Deployment.TestAsync(mocks.Object, new TestOptions { ProjectName = "site", StackName = "test", IsPreview = false }, () =>
        {
            var bucket = new Bucket("site", new() { Tags = { ["environment"] = Deployment.Instance.StackName } });
            var region = Deployment.Instance.Invoke<Region>("site:index:region", new RegionArgs { Prefix = bucket.Id });
            return new Dictionary<string, object?> { ["region"] = region.Apply(r => r.Name), ["project"] = Deployment.Instance.ProjectName };
        });

        Assert.That(resources, Has.Length.EqualTo(1));
        Assert.That(await ((Output<string>)outputs["region"]!).GetValueAsync(), Is.EqualTo("site-id-1"));
        Assert.That(outputs["project"], Is.EqualTo("site"));
        mocks.Verify(m => m.NewResourceAsync(It.Is<MockResourceArgs>(a => a.Type == "site:index:Bucket" && a.Inputs.ContainsKey("tags"))), Times.Once);
    }

    public static async Task LambdaWithOutputs()
    {
        var (resources, outputs) = await Deployment.TestAsync(testMocks: new SiteMocks(), testOptions: new TestOptions(), createResources: () =>
        {
            var bucket = new Bucket("site");
            return new Dictionary<string, object?> { ["address"] = bucket.Address, ["unset"] = bucket.Region, ["secret"] = Output.CreateSecret("s") };
        });

        Assert.That(resources.Single().GetResourceName(), Is.EqualTo("site"));
        Assert.That(await OutputUtilities.GetIsKnownAsync((Output<string>)outputs["address"]!), Is.True);
        Assert.That(await OutputUtilities.GetIsKnownAsync((Output<string>)outputs["unset"]!), Is.False);
        Assert.That(await Output.IsSecretAsync((Output<string>)outputs["secret"]!), Is.True);
        var dependencies = await OutputUtilities.GetDependenciesAsync((Output<string>)outputs["address"]!);
        Assert.That(dependencies, Is.EquivalentTo(resources));
    }

    public static async Task AsynchronousLambda()
    {
        var resources = await Deployment.TestAsync(new SiteMocks(), new TestOptions { IsPreview = false }, async () =>
        {
            await Task.Yield();
            _ = new Bucket("late");
        });

        Assert.That(resources, Has.Length.EqualTo(1));
        Assert.That(await resources[0].Urn.GetValueAsync(), Does.EndWith("site:index:Bucket::late"));
    }

    public static async Task FailureOfTheProgram()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(new SiteMocks(), new TestOptions(), () =>
        {
            Output.Create(1).Apply(number => number > 0 ? throw new InvalidOperationException("no such shelf") : number);
        }));
        Assert.That(error!.Message, Does.StartWith("Running program '").And.Contain("System.InvalidOperationException: no such shelf"));
        Environment.ExitCode = 0; // A failed test run leaves the code of the failure behind.
    }

    public static async Task EmptyMocksInAPreview()
    {
        var resources = await Deployment.TestAsync(new EmptyMocks(), new TestOptions(), () => { _ = new Bucket("b", new BucketArgs { Tags = { { "k", "v" } } }); });

        Assert.That((await resources.OfType<Bucket>().Single().Tags.GetValueAsync())!["k"], Is.EqualTo("v"));
    }
}

static class OutputExtensionsOfTests
{
    /// <summary>The helper of many samples: it waits for ever when nothing is applied, so only values that are known may be asked.</summary>
    public static Task<T> GetValueAsync<T>(this Output<T> output)
    {
        var source = new TaskCompletionSource<T>();
        output.Apply(value =>
        {
            source.SetResult(value);
            return value;
        });
        return source.Task;
    }
}
