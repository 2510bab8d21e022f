using System.Globalization;
using System.Reflection;

namespace Pulumi.Experimental.Provider;

/// <summary>Enums of a program in a schema: those of C# are integers, structs marked with <see cref="EnumTypeAttribute"/> texts or numbers.</summary>
internal static class EnumTypes
{
    public static ComplexTypeSpec? Of(Type type)
    {
        if (type.IsEnum)
        {
            return ComplexTypeSpec.CreateEnum(
                BuiltinTypeSpec.Integer,
                Enum.GetNames(type).Select(name => new EnumValueSpec(name, Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture))));
        }

        if (type.GetCustomAttribute<EnumTypeAttribute>() is null)
        {
            return null;
        }

        var values = type.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(p => p.PropertyType == type)
            .Select(p => new EnumValueSpec(p.Name, OpenEnum.Underlying(p.GetValue(null)!)!))
            .ToArray();
        return ComplexTypeSpec.CreateEnum(values.Any(v => v.Value is double) ? BuiltinTypeSpec.Number : BuiltinTypeSpec.String, values);
    }
}
