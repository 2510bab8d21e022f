namespace HaIac.Engine.Rendering;

/// <summary>What happens to a value, and how a line about it is signed.</summary>
internal enum ChangeSign
{
    /// <summary>Nothing; no sign.</summary>
    Same,

    /// <summary>It is new; plus.</summary>
    Added,

    /// <summary>It goes; minus.</summary>
    Deleted,

    /// <summary>It changes; tilde.</summary>
    Changed,
}
