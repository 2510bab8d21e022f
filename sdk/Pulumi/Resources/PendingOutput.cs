using System.Reflection;

namespace Pulumi;

/// <summary>Makes pending outputs for properties whose type is known at run time only.</summary>
internal static class PendingOutput
{
    /// <summary>Refuses properties that cannot be filled, before any output of the resource exists.</summary>
    public static void ThrowIfUnusable(PropertyInfo property)
    {
        if (!property.PropertyType.IsGenericType || property.PropertyType.GetGenericTypeDefinition() != typeof(Output<>))
        {
            throw new InvalidOperationException(
                $"[Output] {property.DeclaringType!.FullName}.{property.Name} is of type {property.PropertyType.Name}; it must be an Output<T>.");
        }

        if (property.SetMethod is null)
        {
            throw new InvalidOperationException(
                $"[Output] {property.DeclaringType!.FullName}.{property.Name} has no setter; a private one is enough.");
        }
    }

    public static IPendingOutput Attach(Resource resource, PropertyInfo property)
    {
        var pending = (IPendingOutput)Activator.CreateInstance(
            typeof(PendingOutput<>).MakeGenericType(property.PropertyType.GetGenericArguments()), resource)!;
        property.SetValue(resource, pending.UntypedOutput);
        return pending;
    }
}
