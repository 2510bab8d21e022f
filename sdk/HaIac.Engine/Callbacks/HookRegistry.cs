using System.Collections.Concurrent;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;

namespace HaIac.Engine.Callbacks;

/// <summary>The hooks that the program has declared, by name; a name stands for one hook.</summary>
/// <remarks>Source: pulumi-protocol.md 2.9.</remarks>
internal sealed class HookRegistry
{
    private readonly ConcurrentDictionary<string, RegisterResourceHookRequest> hooks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RegisterErrorHookRequest> errorHooks = new(StringComparer.Ordinal);

    /// <summary>Adds a hook around steps.</summary>
    /// <exception cref="GrpcException">The name is taken or empty, or the callback is incomplete.</exception>
    public void Add(RegisterResourceHookRequest hook)
    {
        Require(hook.Name, hook.Callback, "resource hook");
        if (!hooks.TryAdd(hook.Name, hook))
        {
            throw Taken(hook.Name, "resource hook");
        }
    }

    /// <summary>Adds a hook that is asked after failures.</summary>
    /// <exception cref="GrpcException">The name is taken or empty, or the callback is incomplete.</exception>
    public void Add(RegisterErrorHookRequest hook)
    {
        Require(hook.Name, hook.Callback, "error hook");
        if (!errorHooks.TryAdd(hook.Name, hook))
        {
            throw Taken(hook.Name, "error hook");
        }
    }

    /// <summary>The hook of a name; null if the program has none.</summary>
    public RegisterResourceHookRequest? Find(string name) => hooks.GetValueOrDefault(name);

    /// <summary>The error hook of a name; null if the program has none.</summary>
    public RegisterErrorHookRequest? FindError(string name) => errorHooks.GetValueOrDefault(name);

    private static void Require(string name, Callback? callback, string what)
    {
        if (name.Length == 0)
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, $"The {what} cannot be registered: it has no name.");
        }

        ProgramCallback.Require(callback, $"{what} \"{name}\"");
    }

    private static GrpcException Taken(string name, string what) => new(GrpcStatusCode.Unknown, EngineFinding.Text(
        "HAI1443", "Hook name used twice", $"The program declares two hooks named \"{name}\".", what,
        "The state keeps only the names of hooks, so a name must stand for one of them.", "Give one of them another name."));
}
