namespace HaIac.Engine.State;

/// <summary>Where one stack's state is kept while an operation runs.</summary>
public interface IStackStore
{
    /// <summary>Saves what is deployed now. Several calls at the same time share one write: each returns when a write has ended well that holds its deployment or a later one.</summary>
    /// <param name="deployment">What is deployed now. Keep the instances of unchanged resources: their JSON is not made again.</param>
    /// <param name="ct">Stops waiting; the write itself runs to its end.</param>
    /// <exception cref="StateException">The file could not be written; the old one is intact.</exception>
    Task SaveAsync(Deployment deployment, CancellationToken ct = default);
}
