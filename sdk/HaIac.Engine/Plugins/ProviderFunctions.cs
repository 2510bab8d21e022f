using Google.Protobuf.WellKnownTypes;
using HaIac.Engine.State;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Plugins;

/// <summary>The calls of a provider that are not about one resource of the state: functions, methods, components.</summary>
/// <remarks>Source: pulumi-protocol.md 4.2. A provider that cannot be configured in a preview is not called; nothing is known then.</remarks>
internal sealed class ProviderFunctions(PluginConnection connection, ProviderConfiguration configuration)
{
    /// <inheritdoc cref="IProvider.InvokeAsync"/>
    public async Task<InvokeResponse> InvokeAsync(string token, WireObject arguments, bool preview, CancellationToken ct)
    {
        await configuration.Configured.ConfigureAwait(false);
        if (configuration.IsUnconfigured)
        {
            return new InvokeResponse { Return = new Struct() };
        }

        var request = new InvokeRequest { Tok = token, Args = WireWriter.ToStruct(arguments, connection.Accepts), Preview = preview };
        var answer = await CallAsync(ResourceProviderMethods.Invoke, request, token, "calling the function", "functions", ct).ConfigureAwait(false);
        answer.Return ??= new Struct();
        return answer;
    }

    /// <inheritdoc cref="IProvider.CallAsync"/>
    public async Task<CallResponse> CallAsync(
        string token, WireObject arguments, IReadOnlyDictionary<string, IReadOnlyCollection<string>> dependencies, RunFacts run, CancellationToken ct)
    {
        await configuration.Configured.ConfigureAwait(false);
        if (configuration.IsUnconfigured)
        {
            return new CallResponse { Return = new Struct() };
        }

        var request = new CallRequest
        {
            Tok = token,
            Args = WireWriter.ToStruct(arguments, connection.Accepts),
            Project = run.Project,
            Stack = run.Stack,
            Config = { run.Config },
            ConfigSecretKeys = { run.SecretKeys },
            DryRun = run.IsPreview,
            Parallel = run.Parallel,
            MonitorEndpoint = run.MonitorAddress,
            Organization = StackName.Organization,
            AcceptsOutputValues = true,
        };
        foreach (var (name, urns) in dependencies)
        {
            request.ArgDependencies[name] = new PropertyDependencies { Urns = { urns } };
        }

        var answer = await CallAsync(ResourceProviderMethods.Call, request, token, "calling the method", "methods", ct).ConfigureAwait(false);
        answer.Return ??= new Struct();
        return answer;
    }

    /// <inheritdoc cref="IProvider.ConstructAsync"/>
    public async Task<ConstructResponse> ConstructAsync(ConstructRequest request, WireObject inputs, RunFacts run, CancellationToken ct)
    {
        await configuration.Configured.ConfigureAwait(false);
        request.Inputs = WireWriter.ToStruct(inputs, connection.Accepts);
        request.Project = run.Project;
        request.Stack = run.Stack;
        request.Config.Add(run.Config);
        request.ConfigSecretKeys.AddRange(run.SecretKeys);
        request.DryRun = run.IsPreview;
        request.Parallel = run.Parallel;
        request.MonitorEndpoint = run.MonitorAddress;
        request.Organization = StackName.Organization;
        request.AcceptsOutputValues = true;
        var answer = await CallAsync(
            ResourceProviderMethods.Construct, request, $"{request.Type} \"{request.Name}\"", "constructing the component", "components", ct).ConfigureAwait(false);
        answer.State ??= new Struct();
        return answer;
    }

    private async Task<TResponse> CallAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, TRequest request, string subject, string doing, string what, CancellationToken ct)
        where TRequest : Google.Protobuf.IMessage<TRequest>
        where TResponse : Google.Protobuf.IMessage<TResponse>
    {
        try
        {
            return await connection.CallAsync(method, request, subject, doing, ct).ConfigureAwait(false);
        }
        catch (ProviderCallException e) when (e.IsUnimplemented)
        {
            throw new ProviderCallException(
                EngineFinding.Text(
                    "HAI1416", "Plugin does not know the call", $"The plugin of package '{connection.Package}' serves no {what}: {e.Message}", subject,
                    "A plugin serves only what it was written for.", "Check the token and the version of the plugin."),
                outcomeUnknown: false,
                e);
        }
    }
}
