namespace HaIac.Cib.Planning.Steps;

/// <summary>What a step does to its object.</summary>
public enum PlanAction
{
    /// <summary>The object goes.</summary>
    Delete,

    /// <summary>Values of the object change where it stands.</summary>
    Modify,

    /// <summary>The object comes.</summary>
    Create,

    /// <summary>The object goes to another place, into or out of another resource included; values may change as well.</summary>
    Move,
}
