using System.Collections.Immutable;

namespace Pulumi;

/// <summary>All that the constructor of a resource hands over to its registration.</summary>
internal sealed record Registration(
    Resource Resource,
    ImmutableArray<InputMember> Inputs,
    ResourceOptions Options,
    ResourceOutputs Outputs,
    RegisterPackageRequest? Package);
