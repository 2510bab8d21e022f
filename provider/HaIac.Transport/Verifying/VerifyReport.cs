using HaIac.Cib.Values;

namespace HaIac.Transport.Verifying;

/// <summary>What Pacemaker says about a configuration (<c>crm_verify</c>).</summary>
/// <remarks>
/// The cluster itself refuses only what its schema refuses. It takes a configuration with other errors and acts on it as well as it can:
/// a new cluster without a fencing device is such a case.
/// </remarks>
public sealed record VerifyReport
{
    /// <summary>What the schema refuses, in Pacemaker's words, each once.</summary>
    public ValueList<string> SchemaErrors { get; init; } = [];

    /// <summary>What else Pacemaker calls an error, in its words, each once.</summary>
    public ValueList<string> Errors { get; init; } = [];

    /// <summary>What Pacemaker warns of, in its words, each once.</summary>
    public ValueList<string> Warnings { get; init; } = [];

    /// <summary>False if Pacemaker's tools are not there, so that nobody was asked.</summary>
    public bool Checked { get; init; } = true;

    /// <summary>True if the cluster would take the configuration.</summary>
    public bool ConformsToSchema => SchemaErrors.Count == 0;

    /// <summary>True if Pacemaker finds no error of any kind; there may still be warnings.</summary>
    public bool Accepted => ConformsToSchema && Errors.Count == 0;
}
