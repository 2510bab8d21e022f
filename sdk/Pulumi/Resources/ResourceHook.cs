namespace Pulumi;

/// <summary>A named function that the engine runs before or after operations on the resources it is bound to.</summary>
public class ResourceHook
{
    /// <summary>Makes a hook and announces it to the engine.</summary>
    /// <param name="name">A name that no other hook of the program has.</param>
    /// <param name="callback">The function.</param>
    /// <param name="options">When it runs and what its failure means; default: not in previews, and a failure counts.</param>
    public ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions? options = null)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Callback = callback ?? throw new ArgumentNullException(nameof(callback));
        Options = options ?? new ResourceHookOptions();
        Registered = Deployment.Required.Hooks.RegisterAsync(this);
        Deployment.Required.Runner.Watch(Registered);
    }

    /// <summary>Stands for a hook that the engine knows already.</summary>
    internal ResourceHook(string name)
    {
        Name = name;
        Callback = (_, _) => throw new InvalidOperationException($"The hook '{name}' can only be run by the engine.");
        Options = new ResourceHookOptions();
        Registered = Task.CompletedTask;
    }

    /// <summary>The name by which options and the engine know the hook; unique in the program.</summary>
    public string Name { get; }

    /// <summary>What runs when the engine calls the hook.</summary>
    public ResourceHookCallback Callback { get; }

    /// <summary>When it runs and what its failure means.</summary>
    public ResourceHookOptions Options { get; }

    /// <summary>Done when the engine knows the hook; resources that use it wait for that.</summary>
    internal Task Registered { get; }
}
