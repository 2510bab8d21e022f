namespace Pulumi.Command;

/// <summary>What every resource and function of the package has in common: its version, and the options that come with it.</summary>
internal static class Package
{
    /// <summary>The version of the published package that names, types and defaults here are those of. Engines look for a plugin of it.</summary>
    public const string Version = "1.1.0";

    /// <summary>Options of a resource: those of the package first, then those of the program, then the id of a resource that is read.</summary>
    /// <param name="own">What the package says about the resource.</param>
    /// <param name="given">What the program says; null: nothing.</param>
    /// <param name="id">The id of an existing resource; null: it is to be created.</param>
    public static CustomResourceOptions Options(CustomResourceOptions own, CustomResourceOptions? given, Input<string>? id)
    {
        own.Version = Version;
        var options = CustomResourceOptions.Merge(own, given);
        options.Id = id ?? options.Id;
        return options;
    }

    /// <summary>Options of a function call.</summary>
    /// <param name="given">What the program says; null: nothing.</param>
    public static InvokeOptions Options(InvokeOptions? given)
    {
        var options = given ?? new InvokeOptions();
        options.Version ??= Version;
        return options;
    }

    /// <summary>Options of a function call that waits for resources.</summary>
    /// <param name="given">What the program says.</param>
    public static InvokeOutputOptions Options(InvokeOutputOptions given)
    {
        given.Version ??= Version;
        return given;
    }

    /// <summary>The value as a secret, unknown values included; null stays null.</summary>
    /// <param name="value">The value.</param>
    public static Input<T>? Secret<T>(Input<T>? value)
    {
        if (value is null)
        {
            return null;
        }

        Input<int> mark = Output.CreateSecret(0);
        return Output.Tuple(value, mark).Apply(pair => pair.Item1);
    }
}
