namespace HaIac.Engine.Stepping;

/// <summary>Nothing is done to the object; the entry takes over what the program says about it.</summary>
internal sealed class SameStep : Step
{
    private bool changed = true;

    /// <inheritdoc/>
    public override bool ChangesState => changed;

    /// <inheritdoc/>
    public override Task ApplyAsync(StepContext context, CancellationToken ct)
    {
        var old = Old!.State;
        var wanted = New!.State with
        {
            Id = old.Id,
            Outputs = old.Outputs,
            Created = old.Created,
            Modified = old.Modified,
            RefreshBeforeUpdate = old.RefreshBeforeUpdate,
            UnknownFields = old.UnknownFields,
        };
        if (wanted.IsProvider)
        {
            context.Providers.Use(wanted.Urn, wanted.Id, wanted.Inputs, ct);
        }

        // The same instance keeps its written form, so an unchanged resource costs nothing at the next save.
        changed = !StateComparison.Same(old, wanted);
        New.State = changed ? wanted : old;
        context.State.Put(New, Old);
        return Task.CompletedTask;
    }
}
