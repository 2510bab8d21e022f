using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Structs marked <see cref="EnumTypeAttribute"/>: text or numbers with names.</summary>
internal static class OpenEnum
{
    public static object? Underlying(object value)
    {
        var type = value.GetType();
        var conversion = type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .FirstOrDefault(m => m.Name == "op_Explicit" && (m.ReturnType == typeof(string) || m.ReturnType == typeof(double)));
        return conversion is null
            ? throw new NotSupportedException($"[EnumType] {type.FullName} needs an explicit conversion to string or double.")
            : conversion.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [value], null);
    }

    public static object Create(Type type, object underlying)
    {
        var constructor = type.GetConstructor(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, [underlying.GetType()]);
        return constructor is null
            ? throw new ConversionException($"[EnumType] {type.FullName} has no constructor that takes a {underlying.GetType().Name}")
            : constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [underlying], null);
    }
}
