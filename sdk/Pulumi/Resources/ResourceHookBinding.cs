namespace Pulumi;

/// <summary>The hooks of one resource. Deletion hooks need the program, so they only run when a destroy runs it.</summary>
public class ResourceHookBinding
{
    /// <summary>Hooks that run before the resource is created.</summary>
    public List<ResourceHook> BeforeCreate { get; set; } = [];

    /// <summary>Hooks that run after the resource was created.</summary>
    public List<ResourceHook> AfterCreate { get; set; } = [];

    /// <summary>Hooks that run before the resource is updated.</summary>
    public List<ResourceHook> BeforeUpdate { get; set; } = [];

    /// <summary>Hooks that run after the resource was updated.</summary>
    public List<ResourceHook> AfterUpdate { get; set; } = [];

    /// <summary>Hooks that run before the resource is deleted.</summary>
    public List<ResourceHook> BeforeDelete { get; set; } = [];

    /// <summary>Hooks that run after the resource was deleted.</summary>
    public List<ResourceHook> AfterDelete { get; set; } = [];

    /// <summary>Hooks that are asked when an operation has failed.</summary>
    public List<ErrorHook> OnError { get; set; } = [];

    /// <summary>Whether no hook is bound at any point, so that nothing is asked of the engine.</summary>
    public bool IsEmpty => Lists.All(l => l.Count == 0) && OnError.Count == 0;

    internal IEnumerable<Task> Registrations => Lists.SelectMany(l => l).Select(h => h.Registered).Concat(OnError.Select(h => h.Registered));

    private IEnumerable<List<ResourceHook>> Lists => [BeforeCreate, AfterCreate, BeforeUpdate, AfterUpdate, BeforeDelete, AfterDelete];

    /// <summary>An independent copy with the same hooks.</summary>
    /// <returns>The copy.</returns>
    public ResourceHookBinding Clone() => Concat(new ResourceHookBinding());

    /// <summary>These hooks and then the other's.</summary>
    /// <param name="other">The other binding.</param>
    /// <returns>A new binding; neither operand changes.</returns>
    public ResourceHookBinding Concat(ResourceHookBinding other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new ResourceHookBinding
        {
            BeforeCreate = [.. BeforeCreate, .. other.BeforeCreate],
            AfterCreate = [.. AfterCreate, .. other.AfterCreate],
            BeforeUpdate = [.. BeforeUpdate, .. other.BeforeUpdate],
            AfterUpdate = [.. AfterUpdate, .. other.AfterUpdate],
            BeforeDelete = [.. BeforeDelete, .. other.BeforeDelete],
            AfterDelete = [.. AfterDelete, .. other.AfterDelete],
            OnError = [.. OnError, .. other.OnError],
        };
    }
}
