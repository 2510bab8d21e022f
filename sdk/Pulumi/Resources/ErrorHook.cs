namespace Pulumi;

/// <summary>A named function that the engine asks whether a failed operation is tried again, at most 100 times.</summary>
public class ErrorHook
{
    /// <summary>Makes a hook and announces it to the engine.</summary>
    /// <param name="name">A name that no other hook of the program has.</param>
    /// <param name="callback">The function.</param>
    public ErrorHook(string name, ErrorHookCallback callback)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Callback = callback ?? throw new ArgumentNullException(nameof(callback));
        Registered = Deployment.Required.Hooks.RegisterAsync(this);
        Deployment.Required.Runner.Watch(Registered);
    }

    /// <summary>Stands for a hook that the engine knows already.</summary>
    internal ErrorHook(string name)
    {
        Name = name;
        Callback = (_, _) => throw new InvalidOperationException($"The hook '{name}' can only be run by the engine.");
        Registered = Task.CompletedTask;
    }

    /// <summary>The name by which options and the engine know the hook; unique in the program.</summary>
    public string Name { get; }

    /// <summary>What runs when the engine calls the hook.</summary>
    public ErrorHookCallback Callback { get; }

    /// <summary>Done when the engine knows the hook; resources that use it wait for that.</summary>
    internal Task Registered { get; }
}
