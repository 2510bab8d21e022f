namespace HaIac.Cib.Comparing;

/// <summary>How the parts of one kind are compared and written.</summary>
internal enum PartMerging
{
    /// <summary>Each by itself, attribute by attribute, set by set and part by part.</summary>
    Each,

    /// <summary>Each by itself; its attributes one by one, all inside as one value (the expressions of a rule).</summary>
    Tree,

    /// <summary>All of them in one holder are one value (the members of a resource set, whose order counts).</summary>
    Together,
}
