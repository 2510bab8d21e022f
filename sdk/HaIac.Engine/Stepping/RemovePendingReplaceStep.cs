namespace HaIac.Engine.Stepping;

/// <summary>Takes out an entry whose object is gone already and that nobody declares any more.</summary>
internal sealed class RemovePendingReplaceStep : Step
{
    /// <inheritdoc/>
    public override Task ApplyAsync(StepContext context, CancellationToken ct)
    {
        context.State.Remove(Old!);
        return Task.CompletedTask;
    }
}
