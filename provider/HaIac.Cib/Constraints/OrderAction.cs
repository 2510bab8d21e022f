namespace HaIac.Cib.Constraints;

/// <summary>The actions that an order can name.</summary>
public enum OrderAction
{
    /// <summary>The resource starts.</summary>
    Start,

    /// <summary>The resource stops.</summary>
    Stop,

    /// <summary>An instance is promoted.</summary>
    Promote,

    /// <summary>An instance is demoted.</summary>
    Demote,
}
