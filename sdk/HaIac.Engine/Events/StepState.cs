using System.Collections.Immutable;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Events;

/// <summary>A resource before or after a step, as events tell it.</summary>
/// <param name="Type">Type token.</param>
/// <param name="Urn">Identity in the engine.</param>
/// <param name="Custom">True if a provider manages it; false for components.</param>
/// <param name="Id">Identity at the provider; empty if not known or a component.</param>
/// <param name="Parent">URN of the parent; empty without one.</param>
/// <param name="Inputs">What the program wants.</param>
/// <param name="Outputs">What the provider answered.</param>
/// <param name="Provider">Provider reference; empty for components and providers.</param>
public sealed record StepState(
    string Type,
    string Urn,
    bool Custom,
    string Id,
    string Parent,
    WireObject Inputs,
    WireObject Outputs,
    string Provider = "")
{
    /// <summary>True for a replaced one that waits for its deletion.</summary>
    public bool Delete { get; init; }

    /// <summary>True if it must not be deleted.</summary>
    public bool Protect { get; init; }

    /// <summary>True if the next operation must replace it.</summary>
    public bool Taint { get; init; }

    /// <summary>True if it is only read, not managed.</summary>
    public bool External { get; init; }

    /// <summary>True if deleting it leaves the object in place.</summary>
    public bool RetainOnDelete { get; init; }

    /// <summary>Why the object is not healthy; empty if it is.</summary>
    public ImmutableArray<string> InitErrors { get; init; } = [];

    /// <summary>Property paths whose changes are not spelled out.</summary>
    public ImmutableArray<string> HideDiffs { get; init; } = [];
}
