using Pulumi.Testing;

namespace Pulumi.Tests.Deployments;

/// <summary>Whatever waits for a deferred output is seen to do so, so that one nobody resolves fails the program instead of stopping it.</summary>
[CancelAfter(60_000)]
internal sealed class UnseenWaitTests
{
    [Test]
    public Task OutputsOfAComponent_AsOneOutput_AreSeen(CancellationToken cancellationToken)
        => NeverResolvedAsync(deferred => _ = new Exporting("c", deferred), cancellationToken);

    [Test]
    public Task NameOfAStackOutput_IsSeen(CancellationToken cancellationToken)
        => NeverResolvedAsync(deferred => _ = new StackReference("org/other/dev").GetOutput(deferred), cancellationToken);

    [Test]
    public Task MessageAboutAResource_IsSeen(CancellationToken cancellationToken)
        => NeverResolvedAsync(deferred => Log.Info("made", new Widget("w", new WidgetArgs { Label = deferred })), cancellationToken);

    [Test]
    public Task ProviderOfAnInvoke_IsSeen(CancellationToken cancellationToken)
        => NeverResolvedAsync(
            deferred => Deployment.Instance.Invoke<object>("test:index:f", InvokeArgs.Empty, new InvokeOptions { Provider = Provider(deferred) }),
            cancellationToken);

    [Test]
    public Task ProviderOfACall_IsSeen(CancellationToken cancellationToken)
        => NeverResolvedAsync(
            deferred => Deployment.Instance.Call<object>("test:index:f", CallArgs.Empty, null, new CallOptions { Provider = Provider(deferred) }),
            cancellationToken);

    private static ProviderResource Provider(Output<string> deferred) => new("test", "p", new WidgetArgs { Label = deferred });

    private static Task NeverResolvedAsync(Action<Output<string>> use, CancellationToken cancellationToken)
    {
        var run = Deployment.TestAsync(new EchoMocks(), new TestOptions { IsPreview = false }, () =>
        {
            Deployment.Current!.Runner.Stalls.Patience = TimeSpan.FromMilliseconds(400);
            use(new DeferredOutput<string>().Output);
        });

        Assert.That(
            () => run.WaitAsync(TimeSpan.FromSeconds(20), cancellationToken), Throws.Exception.With.Message.Contains("never resolved"));
        return Task.CompletedTask;
    }

    private sealed class Exporting : ComponentResource
    {
        public Exporting(string name, Output<string> value)
            : base("test:index:Exporting", name)
            => RegisterOutputs(value.Apply(v => (IDictionary<string, object?>)new Dictionary<string, object?> { ["v"] = v }));
    }
}
