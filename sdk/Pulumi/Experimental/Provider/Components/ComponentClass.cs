using System.Reflection;

namespace Pulumi.Experimental.Provider;

/// <summary>A class of components: its constructor takes a name, an args object and options.</summary>
/// <param name="Type">The class.</param>
/// <param name="Constructor">That constructor.</param>
/// <param name="ArgsType">The class of the args.</param>
internal sealed record ComponentClass(Type Type, ConstructorInfo Constructor, Type ArgsType)
{
    public static ComponentClass Of(Type type)
    {
        if (!typeof(ComponentResource).IsAssignableFrom(type))
        {
            throw new ArgumentException($"{type.FullName} is no component: it must derive from ComponentResource.");
        }

        foreach (var constructor in type.GetConstructors())
        {
            if (constructor.GetParameters() is [var name, var args, var options] &&
                name.ParameterType == typeof(string) &&
                typeof(ResourceArgs).IsAssignableFrom(args.ParameterType) &&
                typeof(ComponentResourceOptions).IsAssignableFrom(options.ParameterType))
            {
                return new ComponentClass(type, constructor, args.ParameterType);
            }
        }

        throw new ArgumentException(
            $"Component {type.FullName} needs a public constructor with three parameters: string name, a class that derives from ResourceArgs, " +
            "and ComponentResourceOptions.");
    }

    public static IEnumerable<Type> In(Assembly assembly) =>
        assembly.GetTypes().Where(t => typeof(ComponentResource).IsAssignableFrom(t) && !t.IsAbstract && !typeof(Stack).IsAssignableFrom(t));
}
