using System.Collections.Immutable;
using HaIac.Cib;
using HaIac.Findings;
using Pulumi;

namespace HaIac;

/// <content>
/// What travels to the provider. Computed when it is read, after all transformations: what a wrapper changes is composed as if the program had said it.
/// The members are here and not in the base class, because Pulumi's published SDK looks for private inputs in the class itself only.
/// </content>
public sealed partial class ServiceArgs
{
    private string? _logicalName;
    private Composition? _composition;

    internal string EffectiveName => ServiceName ?? LogicalName;

    internal Composition Composition => _composition ??= Compose();

    private string LogicalName => _logicalName ?? throw new RunException(SdkFinding.ReplacedArguments().ToString());

    private bool InCluster => EffectiveMode != HaMode.Disabled;

    private bool SendsResource => CreatePrimitive != false;

    [Input("serviceName")]
    private Input<string> ServiceNameInput => EffectiveName;

    [Input("haMode")]
    private Input<string> HaModeInput => EffectiveMode.ToString();

    [Input("unit")]
    private Input<string>? UnitInput => EffectiveUnit == EffectiveName ? null : WireText.Of(EffectiveUnit);

    [Input("nodes")]
    private InputList<string>? NodesInput => NodesOrNull;

    [Input("running")]
    private Input<bool>? RunningInput => InCluster ? null : Running;

    [Input("enabled")]
    private Input<bool>? EnabledInput => InCluster ? null : Enabled;

    [Input("restartOn")]
    private InputMap<string>? RestartOnInput => RestartOnOrNull;

    [Input("onChange")]
    private Input<string>? OnChangeInput => WireText.Of(OnChange);

    [Input("primitive")]
    private Input<PrimitiveArgs>? PrimitiveInput => SendsResource && Composition.Primitive is { } primitive ? (Input<PrimitiveArgs>)primitive : null;

    [Input("group")]
    private Input<GroupArgs>? GroupInput => SendsResource && Composition.Group is { } group ? (Input<GroupArgs>)group : null;

    [Input("clone")]
    private Input<CloneArgs>? CloneInput => SendsResource && Composition.Cloned is { } clone ? (Input<CloneArgs>)clone : null;

    [Input("bundle")]
    private Input<BundleArgs>? BundleInput => SendsResource && Composition.Bundle is { } bundle ? (Input<BundleArgs>)bundle : null;

    [Input("orders")]
    private InputList<OrderConstraintArgs>? OrdersInput => ListOf(Composition.Orders);

    [Input("colocations")]
    private InputList<ColocationConstraintArgs>? ColocationsInput => ListOf(Composition.Colocations);

    [Input("locations")]
    private InputList<LocationConstraintArgs>? LocationsInput => ListOf(Composition.Locations);

    [Input("managesPrimitive")]
    private Input<bool>? ManagesPrimitiveInput => SendsResource ? null : (Input<bool>)false;

    [Input("scripts")]
    private InputList<ScriptArgs>? ScriptsInput => Composition.Scripts.IsEmpty ? null : (InputList<ScriptArgs>)Composition.Scripts.ToArray();

    [Input("handler")]
    private Input<HandlerArgs>? HandlerInput => Object(Handler);

    [Input("takeover")]
    private Input<TakeoverArgs>? TakeoverInput => Object(Takeover);

    [Input("optIn")]
    private Input<OptInArgs>? OptInInput => Object(OptIn);

    [Input("waits")]
    private Input<WaitArgs>? WaitsInput => Object(Waits);

    [Input("cleanup")]
    private Input<CleanupArgs>? CleanupInput => Object(Cleanup);

    [Input("restart")]
    private Input<RestartArgs>? RestartInput => Object(Restart);

    [Input("status")]
    private Input<StatusArgs>? StatusInput => Object(Status);

    [Input("prefix")]
    private Input<string>? PrefixInput => WireText.Of(Prefix);

    [Input("noop")]
    private Input<bool>? NoOpInput => NoOp is { } off ? (Input<bool>)off : null;

    /// <summary>The arguments of one service: a copy, with the name of its resource.</summary>
    internal static ServiceArgs For(string name, ServiceArgs? args)
    {
        var own = CopyOf(args);
        own.Followers = [.. own.Followers];
        own._logicalName = name;
        own._composition = null;
        return own;
    }

    private Composition Compose()
    {
        var composition = ServiceComposer.Compose(this);
        foreach (var warning in composition.Warnings)
        {
            Log.Warn(warning.ToString());
        }

        return composition;
    }

    private static Input<T>? Object<T>(T? value)
        where T : class =>
        value is null ? null : (Input<T>)value;

    // Where the primitive is declared elsewhere, its constraints are too.
    private InputList<T>? ListOf<T>(ImmutableArray<T> items) => !SendsResource || items.IsEmpty ? null : (InputList<T>)items.ToArray();
}
