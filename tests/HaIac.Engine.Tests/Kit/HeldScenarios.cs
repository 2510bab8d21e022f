namespace HaIac.Engine.Tests.Kit;

/// <summary>Recorded scenarios that our engine matches. Those that are missing here are listed with the reason in README.md.</summary>
internal static class HeldScenarios
{
    public static readonly string[] Names =
    [
        "01-create-same-update-destroy",
        "17-components",
        "29-create-fails",
    ];
}
