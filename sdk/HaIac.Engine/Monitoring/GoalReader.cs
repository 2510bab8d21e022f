using System.Collections.Immutable;
using HaIac.Engine.Callbacks;
using HaIac.Engine.Plugins;
using HaIac.Engine.Registering;
using HaIac.Engine.State;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Monitoring;

/// <summary>Turns registrations into goals: reads the message, inherits from the parent, finds the provider.</summary>
/// <remarks>Source: pulumi-protocol.md 2.2 and 6.2 steps 1 and 2.</remarks>
internal sealed class GoalReader(
    DeploymentRequest deployment,
    Registrar registrar,
    DefaultProviders defaults,
    PackageReferences packages,
    RemoteComponents components,
    Func<string, string?> formerUrn)
{
    private readonly AssetHashing hashing = new(deployment.ProgramDirectory);

    /// <summary>The URN that a registration is about.</summary>
    public string UrnOf(RegisterResourceRequest request) =>
        Urn.Create(deployment.Stack, deployment.Project, request.Parent, request.Type, request.Name).Text;

    /// <summary>The provider that a registration will have as far as the program says so; empty if the default one will serve.</summary>
    public string KnownProvider(RegisterResourceRequest request) =>
        request.Custom || request.Remote
            ? KnownProvider(PackageOf(request.Type), request.Provider, request.Providers, request.Parent.Length > 0 ? registrar.Goal(request.Parent) : null) ?? ""
            : request.Provider;

    /// <summary>The goal of a registration.</summary>
    /// <exception cref="GrpcException">The message is malformed.</exception>
    public async Task<ResourceGoal> ReadAsync(RegisterResourceRequest request)
    {
        var parent = request.Parent.Length > 0 ? registrar.Goal(request.Parent) : null;
        var urn = UrnOf(request);
        var inputs = Inputs(request.Object);
        if (request.Type.StartsWith(Urn.ProviderTypePrefix, StringComparison.Ordinal) && packages.Find(request.PackageRef, "").Parameter is { } parameter)
        {
            var version = packages.Find(request.PackageRef, "").Version;
            inputs = ProviderInputs.With(version.Length > 0 ? inputs.With("version", new WireText(version)) : inputs, parameter);
        }

        var provider = request.Custom && !request.Type.StartsWith(Urn.ProviderTypePrefix, StringComparison.Ordinal)
            ? await ProviderAsync(request.Type, request.Provider, request.Providers, parent, packages.Find(request.PackageRef, request.Version), urn).ConfigureAwait(false)
            : "";
        return new ResourceGoal
        {
            Urn = urn,
            Type = request.Type,
            Name = request.Name,
            Custom = request.Custom,
            Parent = request.Parent,
            Inputs = inputs,
            Provider = provider,
            Providers = ProvidersOf(request),
            Dependencies = Known(request.Dependencies),
            PropertyDependencies = PropertyDependencies(request, inputs),
            Protect = request.HasProtect ? request.Protect : parent?.Protect,
            RetainOnDelete = request.HasRetainOnDelete ? request.RetainOnDelete : parent?.RetainOnDelete,
            DeleteBeforeReplace = request.DeleteBeforeReplaceDefined || request.DeleteBeforeReplace ? request.DeleteBeforeReplace : null,
            DeletedWith = request.DeletedWith.Length > 0 ? request.DeletedWith : parent?.DeletedWith ?? "",
            ReplaceWith = Known(request.ReplaceWith),
            ReplacementTrigger = request.ReplacementTrigger is null ? null : WireReader.FromValue(request.ReplacementTrigger),
            IgnoreChanges = [.. request.IgnoreChanges],
            ReplaceOnChanges = [.. request.ReplaceOnChanges],
            HideDiffs = [.. request.HideDiffs],
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            Aliases = [.. AliasUrns.Of(request, urn, parent, formerUrn)],
            CustomTimeouts = Timeouts(request.CustomTimeouts),
            ImportId = request.ImportId,
            Hooks = HookOptions.FromMessage(request.Hooks),
            SourcePosition = SourcePositions.Text(request.SourcePosition, deployment.ProjectDirectory),
            StackTrace = SourcePositions.Json(request.StackTrace, deployment.ProjectDirectory),
        };
    }

    /// <summary>The goal of a read.</summary>
    /// <exception cref="GrpcException">The message is malformed.</exception>
    public async Task<ResourceGoal> ReadAsync(ReadResourceRequest request)
    {
        var parent = request.Parent.Length > 0 ? registrar.Goal(request.Parent) : null;
        var urn = Urn.Create(deployment.Stack, deployment.Project, request.Parent, request.Type, request.Name).Text;
        return new ResourceGoal
        {
            Urn = urn,
            Type = request.Type,
            Name = request.Name,
            Custom = true,
            Parent = request.Parent,
            Inputs = Inputs(request.Properties),
            Dependencies = Known(request.Dependencies),
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
            SourcePosition = SourcePositions.Text(request.SourcePosition, deployment.ProjectDirectory),
            StackTrace = SourcePositions.Json(request.StackTrace, deployment.ProjectDirectory),
            Provider = await ProviderAsync(
                request.Type, request.Provider, ImmutableDictionary<string, string>.Empty, parent, packages.Find(request.PackageRef, request.Version), urn).ConfigureAwait(false),
        };
    }

    /// <summary>The provider that makes a component.</summary>
    /// <exception cref="GrpcException">There is none.</exception>
    public Task<string> ProviderOfComponentAsync(RegisterResourceRequest request) => ProviderAsync(
        request.Type, request.Provider, request.Providers, request.Parent.Length > 0 ? registrar.Goal(request.Parent) : null,
        packages.Find(request.PackageRef, request.Version), UrnOf(request));

    /// <summary>What a component hands on: its parent component's providers by package, under its own.</summary>
    public ImmutableSortedDictionary<string, string> ProvidersOf(RegisterResourceRequest request)
    {
        var result = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (request.Parent.Length > 0 && registrar.Goal(request.Parent) is { Custom: false } parent)
        {
            result.AddRange(parent.Providers);
        }

        foreach (var (package, reference) in components.ProvidersOf(UrnOf(request)))
        {
            result[package] = reference;
        }

        if (!request.Custom && request.Provider.Length > 0)
        {
            result[PackageOfReference(request.Provider)] = request.Provider;
        }

        foreach (var (package, reference) in request.Providers)
        {
            result[package] = reference;
        }

        return result.ToImmutable();
    }

    /// <summary>The provider of a function call.</summary>
    /// <exception cref="GrpcException">There is none.</exception>
    public Task<string> ProviderOfFunctionAsync(string token, string reference, WantedPackage wanted) =>
        ProviderAsync(token, reference, ImmutableDictionary<string, string>.Empty, null, wanted, token);

    /// <summary>Properties as the engine keeps them, with hashes of files.</summary>
    /// <exception cref="GrpcException">A value is malformed, or a file cannot be read.</exception>
    public WireObject Inputs(Google.Protobuf.WellKnownTypes.Struct? fields)
    {
        try
        {
            return hashing.Apply(WireReader.FromStruct(fields));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new GrpcException(GrpcStatusCode.Unknown, $"unmarshal properties: {e.Message}", inner: e);
        }
    }

    /// <summary>Refuses a registration whose type names no package where one is needed.</summary>
    /// <exception cref="GrpcException">The type token is malformed.</exception>
    public static void CheckType(RegisterResourceRequest request)
    {
        if ((request.Custom || request.Remote) && request.Type.Split(':').Length < 3)
        {
            throw new GrpcException(
                GrpcStatusCode.InvalidArgument, $"Type '{request.Type}' is not a valid type token (must have format '*:*:*')");
        }
    }

    private static ImmutableArray<string> Known(IEnumerable<string> urns) => [.. urns.Where(urn => urn.Length > 0).Distinct(StringComparer.Ordinal)];

    private static ImmutableSortedDictionary<string, ImmutableArray<string>>? PropertyDependencies(RegisterResourceRequest request, WireObject inputs)
    {
        var told = request.PropertyDependencies.Count > 0
            ? request.PropertyDependencies.ToImmutableSortedDictionary(pair => pair.Key, pair => Known(pair.Value.Urns), StringComparer.Ordinal)
            : inputs.Keys.ToImmutableSortedDictionary(key => key, _ => Known(request.Dependencies), StringComparer.Ordinal);

        // Output values bring what they depend on with them.
        var carried = inputs
            .Select(pair => KeyValuePair.Create(pair.Key, OutputValues.Dependencies(pair.Value).ToList()))
            .Where(pair => pair.Value.Count > 0)
            .Select(pair => KeyValuePair.Create(pair.Key, Known(told.GetValueOrDefault(pair.Key, []).Concat(pair.Value))));
        told = told.SetItems(carried);
        return told.IsEmpty ? null : told;
    }

    private static State.CustomTimeouts? Timeouts(Protocol.Messages.CustomTimeouts? timeouts)
    {
        if (timeouts is null)
        {
            return null;
        }

        var read = new State.CustomTimeouts(Seconds(timeouts.Create), Seconds(timeouts.Update), Seconds(timeouts.Delete), Seconds(timeouts.Read));
        return read == new State.CustomTimeouts() ? null : read;

        static double? Seconds(string text) => text.Length == 0
            ? null
            : GoDuration.ParseSeconds(text) ?? throw new GrpcException(
                GrpcStatusCode.Unknown, $"unable to parse customTimeout Value {text}: a duration is a number with one of the units ns, us, ms, s, m, h");
    }

    private static string PackageOf(string token) => token.Split(':')[0];

    private static string PackageOfReference(string reference) =>
        ProviderReference.TryParse(reference, out var parsed) ? new Urn(parsed.Urn).Type[Urn.ProviderTypePrefix.Length..] : "";

    private static string? KnownProvider(string package, string reference, IDictionary<string, string> providers, ResourceGoal? parent) =>
        reference.Length > 0 ? reference
        : providers.TryGetValue(package, out var named) || (parent is { Custom: false } && parent.Providers.TryGetValue(package, out named)) ? named
        : parent is { Custom: true, Provider.Length: > 0 } && PackageOfReference(parent.Provider) == package ? parent.Provider
        : null;

    private async Task<string> ProviderAsync(
        string type, string reference, IDictionary<string, string> providers, ResourceGoal? parent, WantedPackage wanted, string subject)
    {
        var package = PackageOf(type);
        if (KnownProvider(package, reference, providers, parent) is { } known)
        {
            return known;
        }

        return defaults.IsDenied(package)
            ? throw new GrpcException(GrpcStatusCode.InvalidArgument, EngineFinding.Text(
                "HAI1434", "Default provider disabled", $"'{subject}' names no provider, and the default one of package '{package}' is disabled.", subject,
                "The configuration pulumi:disable-default-providers forbids it.", "Pass an explicit provider, or take the package out of that list."))
            : await defaults.GetAsync(package, wanted).ConfigureAwait(false);
    }
}
