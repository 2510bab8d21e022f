namespace HaIac.Operating.Reporting;

/// <summary>What is remarkable about a resource as a whole, in words.</summary>
internal static class ResourceWords
{
    /// <summary>The words, parted by commas; empty if there is nothing to remark.</summary>
    public static string Of(ResourceReport resource)
    {
        (bool Holds, string Word)[] words =
        [
            (resource.Disabled, "disabled by operator (target-role)"), (resource.Unmanaged, "unmanaged"), (resource.Maintenance, "maintenance"),
            (resource.Failed, "FAILED"), (resource.Blocked, "BLOCKED"), (resource.Orphaned, "orphan"),
        ];
        return string.Join(", ", words.Where(word => word.Holds).Select(word => word.Word).Concat(resource.Pending));
    }
}
