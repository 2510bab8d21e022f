using HaIac.Cib;
using Pulumi;

namespace HaIac;

/// <summary>An operation while it is put together from the class's defaults and the user's wishes.</summary>
internal sealed class OperationDraft(string name, string? role = null)
{
    public string Name { get; } = name;

    public string? Role { get; } = role;

    public Input<string>? Interval { get; set; }

    public Input<string>? Timeout { get; set; }

    public Input<string>? OnFail { get; set; }

    public SortedDictionary<string, Input<string>> Extra { get; } = new(StringComparer.Ordinal);

    public OperationArgs ToArgs()
    {
        var args = new OperationArgs { Name = Name, Interval = Interval, Timeout = Timeout, OnFail = OnFail, Role = WireText.Of(Role) };
        foreach (var (name, value) in Extra)
        {
            args.Extra.Add(name, value);
        }

        return args;
    }
}
