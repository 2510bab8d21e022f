using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Structs marked <see cref="EnumTypeAttribute"/>: text or numbers with names.</summary>
internal static class OpenEnum
{
    public static object? Underlying(object value)
    {
        var type = value.GetType();
        return Conversion(type) is { } conversion
            ? conversion.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [value], null)
            : throw new InvalidOperationException($"[EnumType] {type.FullName} needs an explicit conversion to string or double.");
    }

    /// <summary>The named value, or null if the struct is not made of values of that type.</summary>
    public static object? TryCreate(Type type, object underlying)
        => Constructor(type, underlying.GetType())?.Invoke(BindingFlags.DoNotWrapExceptions, null, [underlying], null);

    /// <summary>Refuses structs that cannot be made of what the engine returns, or not be sent again.</summary>
    public static void ThrowIfUnusable(Type type)
    {
        if (Conversion(type) is not { } conversion || Constructor(type, conversion.ReturnType) is null)
        {
            throw new InvalidOperationException(
                $"[EnumType] {type.FullName} needs a constructor that takes a string or a double, and an explicit conversion back to the same type.");
        }
    }

    private static MethodInfo? Conversion(Type type)
        => type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .FirstOrDefault(m => m.Name == "op_Explicit" && (m.ReturnType == typeof(string) || m.ReturnType == typeof(double)));

    private static ConstructorInfo? Constructor(Type type, Type underlying)
        => type.GetConstructor(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, [underlying]);
}
