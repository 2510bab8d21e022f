namespace HaIac.Engine.Tests.Kit;

/// <summary>What a program knows of its stack.</summary>
internal sealed record KitStack(string Project, string Name, IReadOnlyDictionary<string, DeploymentConfigValue> Config);
