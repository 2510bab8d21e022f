using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The root of all resources of a program. Derive from it, declare resources in the constructor, and mark outputs.</summary>
public class Stack : ComponentResource
{
    internal const string Token = "pulumi:pulumi:Stack";

    /// <summary>Declares the stack; all resources without a parent become its children.</summary>
    /// <param name="options">Transformations for all resources; <c>null</c> for none.</param>
    public Stack(StackOptions? options = null)
        : base(Token, $"{Deployment.Required.ProjectName}-{Deployment.Required.StackName}", ResourceArgs.Empty, ToResourceOptions(options))
    {
        Deployment.Required.Stack = this;
    }

    /// <summary>Exports the properties that a stack class marks as outputs.</summary>
    /// <exception cref="RunException">A property has no value or is no output.</exception>
    internal void RegisterPropertyOutputs()
    {
        var outputs = OutputProperties.Of(GetType())
            .Where(p => p.Property.GetMethod is { IsPublic: true } && p.Property.DeclaringType != typeof(Resource))
            .Select(p => (p.Name, Value: p.Property.GetValue(this)))
            .ToImmutableArray();

        var missing = outputs.Where(o => o.Value is null).Select(o => o.Name).ToImmutableArray();
        if (missing.Length > 0)
        {
            throw new RunException(
                $"Output(s) '{string.Join(", ", missing)}' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.");
        }

        var wrong = outputs.Where(o => o.Value is not IOutput).Select(o => o.Name).ToImmutableArray();
        if (wrong.Length > 0)
        {
            throw RunException.OutputsHaveIncorrectType(wrong);
        }

        Export(outputs.ToDictionary(o => o.Name, o => o.Value));
    }

    internal void Export(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);

    private static ComponentResourceOptions ToResourceOptions(StackOptions? options)
        => options is null
            ? new ComponentResourceOptions()
            : new ComponentResourceOptions
            {
                ResourceTransformations = options.ResourceTransformations,
                ResourceTransforms = options.ResourceTransforms,
            };
}
