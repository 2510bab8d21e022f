namespace HaIac.Engine.Tests.Kit;

/// <summary>A feature of the scenarios that this program does not have.</summary>
internal sealed class KitUnsupportedException(string feature) : Exception(feature);
