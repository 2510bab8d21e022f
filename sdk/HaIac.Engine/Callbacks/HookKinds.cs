namespace HaIac.Engine.Callbacks;

/// <summary>When a hook runs, in the words of the state file.</summary>
internal static class HookKinds
{
    /// <summary>Before an object is created.</summary>
    public const string BeforeCreate = "BeforeCreate";

    /// <summary>After an object was created.</summary>
    public const string AfterCreate = "AfterCreate";

    /// <summary>Before an object is changed.</summary>
    public const string BeforeUpdate = "BeforeUpdate";

    /// <summary>After an object was changed.</summary>
    public const string AfterUpdate = "AfterUpdate";

    /// <summary>Before an object is deleted.</summary>
    public const string BeforeDelete = "BeforeDelete";

    /// <summary>After an object was deleted.</summary>
    public const string AfterDelete = "AfterDelete";

    /// <summary>After a call of the provider failed.</summary>
    public const string OnError = "OnError";

    /// <summary>All of them.</summary>
    public static readonly string[] All = [BeforeCreate, AfterCreate, BeforeUpdate, AfterUpdate, BeforeDelete, AfterDelete, OnError];
}
