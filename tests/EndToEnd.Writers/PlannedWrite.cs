using HaIac.Cib.Planning;

namespace EndToEnd.Writers;

/// <summary>One write: edits that go in together, and what the configuration holds once they are there.</summary>
internal sealed record PlannedWrite
{
    public required string What { get; init; }

    public required IReadOnlyList<CibEdit> Edits { get; init; }

    /// <summary>XPath to an attribute with the value that it has afterwards; null: it is not there any more.</summary>
    public IReadOnlyDictionary<string, string?> Values { get; init; } = new Dictionary<string, string?>();

    /// <summary>Ids that come with the write.</summary>
    public IReadOnlyList<string> Comes { get; init; } = [];

    /// <summary>Ids that go with the write.</summary>
    public IReadOnlyList<string> Goes { get; init; } = [];

    /// <summary>False if it is wrong on purpose.</summary>
    public bool Possible { get; init; } = true;
}
