namespace HaIac.Engine.Stepping;

/// <summary>Stands for a replacement as a whole; its parts do the work.</summary>
internal sealed class ReplaceMarkerStep : Step
{
    /// <inheritdoc/>
    public override bool ChangesState => false;

    /// <inheritdoc/>
    public override Task ApplyAsync(StepContext context, CancellationToken ct) => Task.CompletedTask;
}
