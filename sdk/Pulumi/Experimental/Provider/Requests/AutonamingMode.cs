namespace Pulumi.Experimental.Provider;

/// <summary>How binding a proposed name is. Not in the official SDK.</summary>
public enum AutonamingMode
{
    /// <summary>The provider may change the name to fit its rules, such as a length or a set of characters.</summary>
    Propose = 0,

    /// <summary>The name is taken as it is; if it breaks the provider's rules, the check fails.</summary>
    Enforce = 1,

    /// <summary>No name is made up; if the user gives none, the check fails.</summary>
    Disable = 2,
}
