using System.Reflection;
using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>Classes marked <see cref="OutputTypeAttribute"/>: each parameter of the constructor takes the field of its name.</summary>
internal sealed class ClassFit : TypeFit
{
    private readonly ConstructorInfo _constructor;
    private readonly (string Name, TypeFit Fit)[] _parameters;

    public ClassFit(Type type, Func<Type, string, TypeFit> find)
    {
        var its = OutputClass.Of(type);
        _constructor = its.Constructor;
        _parameters = its.Parameters
            .Select(p => (p.Name, find(p.Parameter.ParameterType, $"{type.FullName}({p.Parameter.Name})")))
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
