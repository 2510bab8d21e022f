using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>Fits the plain values that the engine returned into the types that a program declares.</summary>
internal static class PropertyConverter
{
    /// <summary>Converts a returned property. A value that does not fit is reported and replaced by the default.</summary>
    /// <param name="wire">The value as it came.</param>
    /// <param name="target">The declared type.</param>
    /// <param name="context">Where it belongs, for the message: class and property.</param>
    /// <param name="warn">Takes the message about a value that does not fit.</param>
    public static DecodedValue Convert(WireValue wire, Type target, string context, Action<string> warn)
    {
        var decoded = PropertyDecoder.Decode(wire);
        if (!decoded.IsKnown)
        {
            return decoded;
        }

        try
        {
            // JSON is made of the value as it came, so that even what has no .NET form here survives.
            var value = target == typeof(JsonElement) ? JsonText.ElementOf(wire) : Fit(decoded.Value, target, context);
            return decoded with { Value = value };
        }
        catch (ConversionException e)
        {
            warn(e.Message);
            return decoded with { Value = null };
        }
    }

    private static object? Fit(object? value, Type target, string context)
    {
        if (value is null)
        {
            return target.IsValueType ? Activator.CreateInstance(target) : null;
        }

        if (Nullable.GetUnderlyingType(target) is { } inner)
        {
            return Fit(value, inner, context);
        }

        if (target == typeof(object) || target == typeof(bool) || target == typeof(double) || target == typeof(string)
            || typeof(AssetOrArchive).IsAssignableFrom(target) || typeof(Resource).IsAssignableFrom(target))
        {
            return Expect(value, target, context);
        }

        if (target == typeof(int))
        {
            return (int)(double)Expect(value, typeof(double), context);
        }

        if (target.IsEnum)
        {
            return Enum.ToObject(target, (int)(double)Expect(value, typeof(double), context));
        }

        if (target == typeof(JsonElement))
        {
            return JsonSerializer.SerializeToElement(value);
        }

        return target.IsGenericType ? FitGeneric(value, target, context) : FitClass(value, target, context);
    }

    private static object Expect(object value, Type type, string context)
        => type.IsInstanceOfType(value)
            ? value
            : throw new ConversionException($"Expected {type.FullName} but got {value.GetType().FullName} deserializing {context}");

    private static object? FitGeneric(object value, Type target, string context)
    {
        var definition = target.GetGenericTypeDefinition();
        var arguments = target.GetGenericArguments();
        if (definition == typeof(ImmutableArray<>))
        {
            var items = (ImmutableArray<object?>)Expect(value, typeof(ImmutableArray<object?>), context);
            var typed = Array.CreateInstance(arguments[0], items.Length);
            for (var i = 0; i < items.Length; i++)
            {
                typed.SetValue(Fit(items[i], arguments[0], $"{context}[{i}]"), i);
            }

            return Invoke(nameof(ToImmutableArray), arguments[0], typed);
        }

        if (definition == typeof(ImmutableDictionary<,>) && arguments[0] == typeof(string))
        {
            var fields = (ImmutableDictionary<string, object?>)Expect(value, typeof(ImmutableDictionary<string, object?>), context);
            var typed = fields.Select(f => (f.Key, Fit(f.Value, arguments[1], $"{context}.{f.Key}"))).ToArray();
            return Invoke(nameof(ToImmutableDictionary), arguments[1], typed);
        }

        if (definition == typeof(Union<,>))
        {
            return FitUnion(value, target, arguments, context);
        }

        if (definition == typeof(Output<>))
        {
            return Invoke(nameof(ToOutput), arguments[0], Fit(value, arguments[0], context));
        }

        throw Unsupported(target, context);
    }

    private static object FitUnion(object value, Type target, Type[] arguments, string context)
    {
        foreach (var (type, factory) in new[] { (arguments[0], "FromT0"), (arguments[1], "FromT1") })
        {
            try
            {
                var part = Fit(value, type, context);
                return target.GetMethod(factory)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [part], null)!;
            }
            catch (ConversionException)
            {
                // The other type may fit.
            }
        }

        throw new ConversionException(
            $"Expected {arguments[0].FullName} or {arguments[1].FullName} but got {value.GetType().FullName} deserializing {context}");
    }

    private static object? FitClass(object value, Type target, string context)
    {
        if (target.GetCustomAttribute<EnumTypeAttribute>() is not null)
        {
            return value is string or double
                ? OpenEnum.Create(target, value)
                : throw new ConversionException($"Expected {target.FullName} but got {value.GetType().FullName} deserializing {context}");
        }

        if (target.GetCustomAttribute<OutputTypeAttribute>() is null)
        {
            throw Unsupported(target, context);
        }

        var constructor = target.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .FirstOrDefault(c => c.GetCustomAttribute<OutputConstructorAttribute>() is not null)
            ?? throw new InvalidOperationException($"[OutputType] {target.FullName} has no constructor marked [OutputConstructor].");
        var fields = (ImmutableDictionary<string, object?>)Expect(value, typeof(ImmutableDictionary<string, object?>), context);
        var arguments = constructor.GetParameters()
            .Select(p =>
            {
                var name = p.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? p.Name!;
                return Fit(fields.GetValueOrDefault(name), p.ParameterType, $"{context}.{name}");
            })
            .ToArray();
        return constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    private static InvalidOperationException Unsupported(Type target, string context)
        => new(
            $"{context} is declared as {target.FullName}, which no output can be. Supported are bool, int, double, string, object, JsonElement, " +
            "enums, assets, archives, resources, Union<,>, ImmutableArray<>, ImmutableDictionary<string,>, and classes marked [OutputType].");

    private static object Invoke(string method, Type type, object? argument)
        => typeof(PropertyConverter).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [argument], null)!;

    private static ImmutableArray<T> ToImmutableArray<T>(T[] items) => [.. items];

    private static ImmutableDictionary<string, T> ToImmutableDictionary<T>((string Key, object? Value)[] fields)
        => fields.ToImmutableDictionary(f => f.Key, f => (T)f.Value!);

    private static Output<T> ToOutput<T>(T value) => Output.Create(value);
}
