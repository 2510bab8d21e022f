using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>Looks into outputs. For tests and libraries; programs use <c>Apply</c>.</summary>
public static class OutputUtilities
{
    /// <summary>Makes an output whose value counts as unknown, as outputs of resources do in previews.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value that stays hidden.</param>
    /// <returns>An unknown output.</returns>
    public static Output<T> CreateUnknown<T>(T value)
        => new(new OutputData<T>(ImmutableHashSet<Resource>.Empty, value, false, false));

    /// <inheritdoc cref="CreateUnknown{T}(T)" />
    /// <param name="valueFactory">Yields the value that stays hidden; it is not called in previews.</param>
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return new(MakeAsync());

        async Task<OutputData<T>> MakeAsync()
            => Deployment.Current is { Settings.IsDryRun: true }
                ? OutputData<T>.Unknown(ImmutableHashSet<Resource>.Empty, false)
                : new(ImmutableHashSet<Resource>.Empty, await valueFactory().ConfigureAwait(false), false, false);
    }

    /// <summary>The same output, depending on one more resource.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="output">The output.</param>
    /// <param name="resource">The resource.</param>
    /// <returns>The output with the dependency.</returns>
    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(resource);
        return output.WithResources([resource]);
    }

    /// <summary>Says whether an output's value is known, once it is settled.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="output">The output.</param>
    /// <returns><c>false</c> for values that only an update will tell.</returns>
    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return (await output.DataTask.ConfigureAwait(false)).IsKnown;
    }

    /// <summary>The value of an output, once it is settled. Never waits longer than that, also for unknown values.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="output">The output.</param>
    /// <returns>The value; the default of the type when it is unknown.</returns>
    public static async Task<T> GetValueAsync<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return (await output.DataTask.ConfigureAwait(false)).Value;
    }

    /// <summary>The resources that an output depends on, once it is settled.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="output">The output.</param>
    /// <returns>The resources.</returns>
    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return (await output.DataTask.ConfigureAwait(false)).Resources;
    }
}
