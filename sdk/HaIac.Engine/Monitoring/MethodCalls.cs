using HaIac.Engine.Callbacks;
using HaIac.Engine.Plugins;
using HaIac.Engine.Registering;
using HaIac.Engine.State;
using HaIac.Engine.Stepping;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Monitoring;

/// <summary>The call <c>Call</c> of the ResourceMonitor service: methods of resources.</summary>
/// <remarks>Source: pulumi-protocol.md 2.7.</remarks>
internal sealed class MethodCalls(
    Registrar registrar, ProviderRegistry providers, GoalReader goals, PackageReferences packages, Func<RunFacts> facts, Stop stop)
{
    private const string Receiver = "__self__";

    /// <summary>Adds the method.</summary>
    public GrpcServiceTable AddTo(GrpcServiceTable routes) => routes.Add(ResourceMonitorMethods.Call, CallAsync);

    private async Task<CallResponse> CallAsync(ResourceCallRequest request, CancellationToken ct)
    {
        if (stop.IsRequested)
        {
            throw new GrpcException(GrpcStatusCode.Unavailable, "resource monitor shut down");
        }

        var arguments = OutputValues.Of(goals.Inputs(request.Args), _ => []);
        var dependencies = new Dictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal);
        foreach (var name in request.ArgDependencies.Keys.Union(arguments.Keys))
        {
            var told = request.ArgDependencies.TryGetValue(name, out var urns) ? urns.Urns : [];
            dependencies[name] = [.. told.Concat(arguments.TryGetValue(name, out var value) ? OutputValues.Dependencies(value) : []).Distinct(StringComparer.Ordinal)];
        }

        var reference = await goals.ProviderOfFunctionAsync(
            request.Tok,
            request.Provider.Length > 0 ? request.Provider : ProviderOfReceiver(request.Tok, arguments),
            packages.Find(request.PackageRef, request.Version)).ConfigureAwait(false);
        try
        {
            var provider = await providers.GetAsync(reference, ct).ConfigureAwait(false);
            var answer = await provider.CallAsync(request.Tok, arguments, dependencies, facts(), ct).ConfigureAwait(false);
            return Answer(answer, AnsweredProperties.Read(answer.Return, provider.Package, "a result", request.Tok));
        }
        catch (Exception e) when (e is ProviderCallException or PluginException)
        {
            throw new GrpcException(GrpcStatusCode.Unknown, $"call of {request.Tok} returned an error: {e.Message}", inner: e);
        }
    }

    // Programs do not read output values in answers; what these depend on is told apart.
    private static CallResponse Answer(CallResponse answer, WireObject values)
    {
        foreach (var (name, value) in values)
        {
            var told = answer.ReturnDependencies.TryGetValue(name, out var urns) ? urns.Urns : [];
            var all = told.Concat(OutputValues.Dependencies(value)).Distinct(StringComparer.Ordinal).ToList();
            if (all.Count > 0)
            {
                answer.ReturnDependencies[name] = new PropertyDependencies { Urns = { all } };
            }
        }

        answer.Return = WireWriter.ToStruct(WireFacts.WithoutOutputs(values), WireMarshalOptions.Everything);
        return answer;
    }

    // The SDK names a provider only if the program did; the receiver may still have one of its own for this package.
    private string ProviderOfReceiver(string token, WireObject arguments)
    {
        var package = token.Split(':')[0];
        if (!arguments.TryGetValue(Receiver, out var value) || WireFacts.Plain(value) is not WireReference { Urn: var urn } || registrar.Goal(urn) is not { } goal)
        {
            return "";
        }

        return goal.Providers.TryGetValue(package, out var named) ? named
            : ProviderReference.TryParse(goal.Provider, out var own) && new Urn(own.Urn).Type == Urn.ProviderTypePrefix + package ? goal.Provider
            : "";
    }
}
