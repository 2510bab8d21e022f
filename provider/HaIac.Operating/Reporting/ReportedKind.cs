namespace HaIac.Operating.Reporting;

/// <summary>What an outermost resource is, in the words that operators know.</summary>
internal enum ReportedKind
{
    /// <summary>One resource.</summary>
    Primitive,

    /// <summary>An ordered set that stays together.</summary>
    Group,

    /// <summary>Many equal instances.</summary>
    Clone,

    /// <summary>Many instances of which some are promoted.</summary>
    Promotable,

    /// <summary>Containerised instances.</summary>
    Bundle,
}
