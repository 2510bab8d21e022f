using System.Collections.Immutable;
using HaIac.Operating.Services;
using HaIac.Provider.Composing;
using Pulumi.Experimental;

namespace HaIac.Provider.Switching;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>A service as its program declares it, or as it was declared last.</summary>
/// <param name="Inputs">Its inputs, all known; for the last declaration its outputs.</param>
/// <param name="Profile">What operating it needs of them.</param>
internal sealed record DeclaredService(Fields Inputs, ServiceProfile Profile)
{
    /// <summary>Whether it is switched off: nothing is looked at and nothing is changed (rule N5).</summary>
    public bool IsOff { get; } = Off(Inputs);

    /// <summary>Whether the cluster runs it.</summary>
    public bool Clustered { get; } = new Inputs(Inputs).Text("haMode") != "Disabled";

    /// <summary>The nodes that could run it: a location that forbids a node forbids it here too.</summary>
    public IReadOnlyList<string> Forbidden { get; } =
        [.. new Inputs(Inputs).List("locations").Where(location => location.Text("score") is "-INFINITY" or "-1000000").Select(location => location.Text("node")).OfType<string>()];

    /// <summary>Reads a service.</summary>
    /// <param name="name">The name of the resource.</param>
    /// <param name="inputs">Its inputs or outputs, all known.</param>
    public static DeclaredService Of(string name, Fields inputs) => new(inputs, ServiceProfileReader.Read(name, new Inputs(inputs).Plain()));

    /// <summary>Whether inputs switch their service off.</summary>
    public static bool Off(Fields inputs) => new Inputs(inputs).Flag("noop") == true;

    /// <summary>Whether something changed that the running daemon reads: the values that it is restarted on, or a script of its own.</summary>
    public bool ReadsAnew(DeclaredService before) =>
        Profile.Changes.OnChange != ChangeAction.None
        && (!Profile.Changes.RestartOn.Equals(before.Profile.Changes.RestartOn)
            || Profile.Scripts.Any(script => before.Profile.Scripts.Any(old => old.Path == script.Path && old.Content != script.Content)));
}
