namespace HaIac.Engine.BuiltIn;

/// <summary>Reads other stacks of the same backend, for programs that refer to them.</summary>
public interface IOtherStacks
{
    /// <summary>What is deployed in another stack.</summary>
    /// <param name="name">Its name as the program gives it: <c>dev</c>, <c>organization/dev</c> or <c>organization/project/dev</c>.</param>
    /// <param name="ct">Stops reading.</param>
    /// <returns>The deployment, its secrets readable; null if there is no such stack.</returns>
    /// <exception cref="State.StateException">The name is none, or the stack cannot be read.</exception>
    Task<State.Deployment?> ReadAsync(string name, CancellationToken ct = default);
}
