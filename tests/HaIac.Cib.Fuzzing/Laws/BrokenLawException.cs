namespace HaIac.Cib.Fuzzing.Laws;

/// <summary>An input for which something that must always hold did not.</summary>
public sealed class BrokenLawException(string law, string detail, Exception? cause = null) : Exception($"{law}: {detail}", cause)
{
    /// <summary>Which law.</summary>
    public string Law { get; } = law;
}
