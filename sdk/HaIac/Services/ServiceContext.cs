namespace HaIac;

/// <summary>What a <see cref="PacemakerClass"/> is told about the service that it composes.</summary>
/// <param name="Name">Name of the service.</param>
/// <param name="UnitName">Name of its native unit, without <c>.service</c>.</param>
/// <param name="Mode">The mode; never <see cref="HaMode.Disabled"/> or <see cref="HaMode.Recommended"/>.</param>
/// <param name="Parameters">The user's parameters; what the class does not take is reported as unknown.</param>
public sealed record ServiceContext(string Name, string UnitName, HaMode Mode, ParameterReader Parameters)
{
    /// <summary>Id of its primitive: the name behind the prefix.</summary>
    public string PrimitiveId { get; init; } = Name;
}
