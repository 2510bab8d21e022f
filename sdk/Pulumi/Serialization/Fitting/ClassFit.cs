using System.Reflection;
using HaIac.Protocol.Properties;

namespace Pulumi;

/// <summary>Classes marked <see cref="OutputTypeAttribute"/>: each parameter of the constructor takes the field of its name.</summary>
internal sealed class ClassFit : TypeFit
{
    private readonly ConstructorInfo _constructor;
    private readonly (string Name, TypeFit Fit)[] _parameters;

    public ClassFit(Type type, Func<Type, string, TypeFit> find)
    {
        _constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .FirstOrDefault(c => c.GetCustomAttribute<OutputConstructorAttribute>() is not null)
            ?? throw new InvalidOperationException(
                $"{type.FullName} has [OutputType], but no constructor of it is marked [OutputConstructor]. Mark the one that takes the fields.");
        _parameters = _constructor.GetParameters()
            .Select(p => (
                p.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? p.Name!,
                find(p.ParameterType, $"{type.FullName}({p.Name})")))
            .ToArray();
    }

    protected override bool TryFitPlain(WireValue value, FitState state, out object? result)
    {
        if (value is not WireMap map)
        {
            result = null;
            return state.Misfit("an object", value);
        }

        var arguments = new object?[_parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            state.Path.Push(null, _parameters[i].Name, 0);
            arguments[i] = _parameters[i].Fit.Fit(map.Fields.GetValueOrDefault(_parameters[i].Name, WireNull.Instance), state);
            state.Path.Pop();
        }

        result = _constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
        return true;
    }
}
