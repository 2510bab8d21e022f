using System.Collections.Immutable;
using HaIac.Cib.Values;
using HaIac.Operating.Lifecycle;
using HaIac.Operating.Reporting;
using HaIac.Operating.Services;
using HaIac.Operating.TakingOver;
using HaIac.Provider.Applying;
using HaIac.Provider.Composing;
using Pulumi.Experimental;

namespace HaIac.Provider.Functions;

/// <summary>Functions about one service that the cluster runs.</summary>
internal static class ServiceFunctions
{
    /// <summary>How a service is.</summary>
    public static async Task<ImmutableDictionary<string, PropertyValue>> StatusAsync(ClusterSession session, Inputs inputs, bool preview, Action<string> progress, CancellationToken ct)
    {
        var node = Node(inputs);
        var report = await Operator(session, progress).StatusAsync(Profile(inputs), node, node is null ? null : StatusScope.Local, ct).ConfigureAwait(false);
        return Status(report);
    }

    /// <summary>An operation; a preview looks at the service, so that a wrong name is found, and changes nothing.</summary>
    public static Func<ClusterSession, Inputs, bool, Action<string>, CancellationToken, Task<ImmutableDictionary<string, PropertyValue>>> Operation(
        Func<IServiceOperator, ServiceProfile, NodeName?, Inputs, CancellationToken, Task<OperationReport>> run) => async (session, inputs, preview, progress, ct) =>
    {
        var operation = Operator(session, progress);
        var profile = Profile(inputs);
        if (preview)
        {
            var now = await operation.StatusAsync(profile with { Takeover = profile.Takeover with { OnRefresh = false }, Cleanup = profile.Cleanup with { OnStatus = CleanupWhen.Never } }, cancellationToken: ct).ConfigureAwait(false);
            return Outcome(changed: false, preview: true, ["nothing is changed in a preview"], [], [], now);
        }

        var report = await run(operation, profile, Node(inputs), inputs, ct).ConfigureAwait(false);
        session.Forget();
        return Outcome(report.Changed, preview: false, report.Steps.Select(step => step.Text), report.Erased, report.Warnings.Select(warning => warning.ToString()), report.After);
    };

    private static ServiceOperator Operator(ClusterSession session, Action<string> progress) =>
        new(new OperatorParts(session.Transport, session.Committer, session.Watcher, session.Settings.Clock, new NativeTakeover(session.Transport.Nodes)), progress);

    private static ServiceProfile Profile(Inputs inputs)
    {
        var name = inputs.Needed("service");
        return new(name) { ServiceName = inputs.Text("serviceName") ?? name, Prefix = inputs.Text("prefix") ?? "" };
    }

    private static NodeName? Node(Inputs inputs) => inputs.Text("node") is { } node ? NodeName.Parse(node) : null;

    private static ImmutableDictionary<string, PropertyValue> Outcome(
        bool changed, bool preview, IEnumerable<string> steps, IEnumerable<string> erased, IEnumerable<string> warnings, ServiceReport? after) => Answer.Of(
        ("changed", new(changed)),
        ("preview", new(preview)),
        ("steps", Answer.Texts(steps)),
        ("erased", Answer.Texts(erased)),
        ("warnings", Answer.Texts(warnings)),
        ("state", new(after?.State.InWords() ?? NodeState.Unknown.InWords())));

    private static ImmutableDictionary<string, PropertyValue> Status(ServiceReport report) => Answer.Of(
        ("state", new(report.State.InWords())),
        ("running", new(report.IsRunning)),
        ("kind", new(KindWords.Text(report.Kind))),
        ("id", new(report.Id.Value)),
        ("outerId", new(report.Outer.Value)),
        ("managed", new(report.Managed.IsTrue)),
        ("nodes", Answer.Map(report.Nodes.Select(node => KeyValuePair.Create(node.Node.Value, node.State.InWords())))),
        ("runningOn", Answer.Texts(report.RunningOn.Select(node => node.Value))),
        ("failures", Answer.Texts(report.Nodes.SelectMany(node => node.Failures).Select(failure => Operating.Awaiting.FailureText.Short(failure)))));
}
