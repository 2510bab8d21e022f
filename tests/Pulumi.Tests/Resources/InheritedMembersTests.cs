using Pulumi.Testing;

namespace Pulumi.Tests.Resources;

/// <summary>Inputs and outputs may be marked on a base class and overridden without a mark.</summary>
internal sealed class InheritedMembersTests
{
    [Test]
    public async Task Inputs_MarkedOnBaseClass_AreSentOnce()
    {
        var mocks = new EchoMocks();
        await Deployment.TestAsync(mocks, new TestOptions(), () =>
        {
            _ = new CustomResource("test:index:Server", "s", new ServerArgs { Region = "north", Zone = "a", Ports = 2 });
        });

        Assert.That(mocks.Resources.Single().Inputs, Is.EquivalentTo(new Dictionary<string, object> { ["region"] = "north", ["zone"] = "a", ["ports"] = 2.0 }));
    }

    [Test]
    public void Inputs_SameNameTwice_AreRefused()
        => Assert.That(
            async () => await Deployment.TestAsync(new EchoMocks(), new TestOptions(), () => { _ = new CustomResource("t:i:X", "x", new TwiceArgs()); }),
            Throws.TypeOf<RunException>().With.Message.Contains("'region' 2 times"));

    [Test]
    public async Task Outputs_MarkedOnBaseClass_AreFilled()
    {
        Server server = null!;
        await Deployment.TestAsync(new EchoMocks(), new TestOptions { IsPreview = false }, () => { server = new Server("s", new ServerArgs { Region = "north" }); });

        Assert.That(await Utilities.OutputUtilities.GetValueAsync(server.Region), Is.EqualTo("north"));
    }

    [Test]
    public async Task Input_WithAGetterThatCounts_IsReadOnce()
    {
        var args = new CountingArgs();

        await Deployment.TestAsync(new EchoMocks(), new TestOptions(), () => { _ = new CustomResource("t:i:X", "x", args); });

        Assert.That(args.Reads, Is.EqualTo(1));
    }

    private sealed class CountingArgs : ResourceArgs
    {
        public int Reads { get; private set; }

        [Input("absent")]
        public Input<string>? Absent
        {
            get
            {
                Reads++;
                return null;
            }
        }
    }

    private abstract class PlaceArgs : ResourceArgs
    {
        [Input("region", required: true)]
        public abstract Input<string> Region { get; set; }

        [Input("zone")]
        public virtual Input<string>? Zone { get; set; }
    }

    private sealed class ServerArgs : PlaceArgs
    {
        public override Input<string> Region { get; set; } = null!;

        public override Input<string>? Zone { get; set; }

        [Input("ports")]
        public int Ports { get; set; }
    }

    private sealed class TwiceArgs : ResourceArgs
    {
        [Input("region")]
        public Input<string>? Region { get; set; }

        [Input("region")]
        public Input<string>? Other { get; set; }
    }

    private abstract class Place(string type, string name, ResourceArgs args) : CustomResource(type, name, args)
    {
        [Output("region")]
        public abstract Output<string> Region { get; protected set; }
    }

    private sealed class Server(string name, ServerArgs args) : Place("test:index:Server", name, args)
    {
        public override Output<string> Region { get; protected set; } = null!;
    }
}
