using System.Globalization;
using System.Reflection;
using System.Text;

namespace Conformance.Tests;

/// <summary>Writes the public API of an assembly in the form of the official listing: one line a type or member, without nullability.</summary>
internal static class PublicApiText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool",
        [typeof(int)] = "int", [typeof(double)] = "double", [typeof(byte)] = "byte",
    };

    public static IEnumerable<string> Of(Assembly assembly)
        => assembly.GetExportedTypes().SelectMany(t => Members(t).Prepend(Name(t)));

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        foreach (var constructor in type.GetConstructors(Declared).Where(c => IsVisible(c) && !c.IsStatic))
        {
            yield return $"{Name(type)}.{type.Name.Split('`')[0]}({Parameters(constructor)}) -> void";
        }

        foreach (var method in type.GetMethods(Declared).Where(IsVisible))
        {
            if (Line(type, method) is { } line)
            {
                yield return line;
            }
        }

        foreach (var field in type.GetFields(Declared).Where(f => f.IsPublic && !type.IsEnum))
        {
            yield return $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Name(type)}.{field.Name} -> {Name(field.FieldType)}";
        }
    }

    private static string? Line(Type type, MethodInfo method)
    {
        var prefix = method.IsStatic ? "static " : method.GetBaseDefinition() != method ? "override " : "";
        var property = type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .FirstOrDefault(p => p.GetMethod == method || p.SetMethod == method);
        if (property is not null)
        {
            var isGetter = property.GetMethod == method;
            var name = property.GetIndexParameters() is { Length: > 0 } index ? $"this[{string.Join(", ", index.Select(p => Parameter(p)))}]" : property.Name;
            return $"{prefix}{Name(type)}.{name}.{(isGetter ? "get" : "set")} -> {(isGetter ? Name(method.ReturnType) : "void")}";
        }

        if (method.Name is "op_Implicit" or "op_Explicit")
        {
            var kind = method.Name[3..].ToLowerInvariant();
            return $"static {Name(type)}.{kind} operator {Name(method.ReturnType)}({Parameters(method)}) -> {Name(method.ReturnType)}";
        }

        if (method.IsSpecialName)
        {
            return null;
        }

        var generics = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(g => g.Name))}>" : "";
        var self = method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute)) ? "this " : "";
        return $"{prefix}{Name(type)}.{method.Name}{generics}({self}{Parameters(method)}) -> {ReturnName(method)}";
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => Parameter(p)));

    private static string Parameter(ParameterInfo parameter)
    {
        var text = new StringBuilder();
        text.Append(parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "");
        text.Append(parameter.IsOut ? "out " : "");
        var type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        text.Append(Name(type)).Append(' ').Append(parameter.Name);
        if (parameter.HasDefaultValue)
        {
            var value = parameter.DefaultValue is bool b ? (b ? "true" : "false") : Convert.ToString(parameter.DefaultValue, CultureInfo.InvariantCulture);
            text.Append(" = ").Append(string.IsNullOrEmpty(value) ? "null" : value);
        }

        return text.ToString();
    }

    /// <summary>Tuples are listed with the names of their elements.</summary>
    private static string ReturnName(MethodInfo method)
    {
        var names = method.ReturnParameter.GetCustomAttribute<System.Runtime.CompilerServices.TupleElementNamesAttribute>()?.TransformNames;
        var next = 0;
        return Name(method.ReturnType, () => names is null ? null : names[next++]);
    }

    private static string Name(Type type) => Name(type, () => null);

    private static string Name(Type type, Func<string?> elementName)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!, elementName) + "[]";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Name(inner, elementName) + "?";
        }

        if (type.IsGenericType && type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) != false && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal))
        {
            var elements = Flatten(type).ToArray();
            var names = elements.Select(_ => elementName()).ToArray();
            return "(" + string.Join(", ", elements.Zip(names, (e, n) => Name(e) + (n is null ? "" : " " + n))) + ")";
        }

        var arguments = type.GetGenericArguments();
        var outer = type.DeclaringType is { } declaring ? Name(declaring, elementName) : type.Namespace;
        var simple = type.Name.Split('`')[0];
        return arguments.Length == 0 ? $"{outer}.{simple}" : $"{outer}.{simple}<{string.Join(", ", arguments.Select(a => Name(a, elementName)))}>";
    }

    /// <summary>An eighth element is kept in a tuple of its own.</summary>
    private static IEnumerable<Type> Flatten(Type tuple)
        => tuple.GetGenericArguments().SelectMany((t, i) => i == 7 ? Flatten(t) : [t]);
}
