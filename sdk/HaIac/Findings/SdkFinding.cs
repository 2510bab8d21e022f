using System.Collections.Immutable;

namespace HaIac.Findings;

/// <summary>A mistake in a program that is known before any cluster is asked: what, where, why, mend.</summary>
/// <param name="Code">Stable code, HAI1001 to HAI1999.</param>
/// <param name="Summary">Fixed line per code, without names of the user's, so that it can be searched.</param>
/// <param name="What">The fact.</param>
/// <param name="Where">The resource and property.</param>
/// <param name="Why">The rule that it breaks.</param>
/// <param name="Mend">What to do.</param>
public sealed partial record SdkFinding(string Code, string Summary, string What, string Where, string Why, string Mend)
{
    /// <summary>A parameter that the class does not take.</summary>
    /// <param name="service">Name of the service.</param>
    /// <param name="pacemakerClass">Name of the class.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="accepted">What the class takes.</param>
    /// <param name="nearest">The accepted name that was probably meant; null if none is near.</param>
    public static SdkFinding UnknownParameter(string service, string pacemakerClass, string name, ImmutableArray<string> accepted, string? nearest = null) => new(
        "HAI1101",
        "Unknown parameter",
        $"\"{name}\" is no parameter of class {pacemakerClass}.",
        $"haiac:services:Service \"{service}\", property ResourceHash",
        "A class takes only the parameters that it declares, so that a misspelt one is not lost.",
        (nearest is null ? "" : $"Did you mean \"{nearest}\"? ") + (accepted.IsEmpty ? "The class takes no parameters." : $"It takes: {string.Join(", ", accepted)}."));

    /// <summary>A parameter whose value is not of its kind.</summary>
    /// <param name="service">Name of the service.</param>
    /// <param name="pacemakerClass">Name of the class.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="value">The value as the user wrote it.</param>
    /// <param name="expected">What is expected.</param>
    public static SdkFinding IllTypedParameter(string service, string pacemakerClass, string name, string value, string expected) => new(
        "HAI1102",
        "Parameter of the wrong kind",
        $"\"{name}\" is \"{value}\".",
        $"haiac:services:Service \"{service}\", property ResourceHash",
        $"Class {pacemakerClass} wants {expected} there.",
        $"Set \"{name}\" to {expected}.");

    /// <summary>A mode that needs promotion, with an agent that has none.</summary>
    /// <param name="service">Name of the service.</param>
    /// <param name="agent">Name of the agent.</param>
    public static SdkFinding CannotPromote(string service, string agent) => new(
        "HAI1103",
        "Agent cannot be promoted",
        $"The service asks for HaMode.Promotable, but {agent} has no promote action.",
        $"haiac:services:Service \"{service}\", property PacemakerClass",
        "Pacemaker reaches the Promoted role only through the agent's promote action.",
        "Choose an agent with a promote action by PacemakerClass.Agent(...), or HaMode.ActiveActive.");

    /// <summary>An input that a resource cannot do without.</summary>
    /// <param name="type">Type of the resource.</param>
    /// <param name="resource">Name of the resource.</param>
    /// <param name="property">The input.</param>
    /// <param name="why">Why it is needed.</param>
    public static SdkFinding MissingInput(string type, string resource, string property, string why) => new(
        "HAI1104",
        "Missing input",
        $"{property} is not set.",
        $"{type} \"{resource}\", property {property}",
        why,
        $"Set {property} where the resource is declared.");

    /// <summary>Arguments of a service that a transformation exchanged for others.</summary>
    public static SdkFinding ReplacedArguments() => new(
        "HAI1105",
        "Arguments of a service replaced",
        "A transformation returned other arguments than those that it was given, and they have no ServiceName.",
        "haiac:services:Service, a resource transformation",
        "The name of a service comes with the arguments that its constructor prepares.",
        "Change the arguments in place, cast to ServiceArgs, or set ServiceName in the new ones.");

    /// <summary>The text of several findings, all at once.</summary>
    /// <param name="findings">The findings.</param>
    public static string Join(IEnumerable<SdkFinding> findings) => string.Join("\n", findings);

    /// <inheritdoc />
    public override string ToString() =>
        $"{Code}: {Summary}\n  what   {What}\n  where  {Where}\n  why    {Why}\n  mend   {Mend}";
}
