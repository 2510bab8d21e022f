using HaIac.Cib;
using HaIac.Findings;
using Pulumi;

namespace HaIac;

/// <summary>
/// The operations of a daemon: HaIac's defaults, over them the class's own, over them the short names of the hash (<c>monitor-interval</c>), over them
/// its keys <c>op.NAME:ROLE.ATTRIBUTE</c>, over them the declared <see cref="OperationSet"/>.
/// </summary>
internal sealed class OperationComposer(ServiceContext service)
{
    private const string CheckLevel = "OCF_CHECK_LEVEL";

    private readonly List<OperationDraft> _drafts = [];

    private ParameterReader Parameters => service.Parameters;

    private bool Promotable => service.Mode == HaMode.Promotable;

    public InputList<OperationArgs> Compose(OperationSet? ofTheClass = null)
    {
        if (service.OperationDefaults != OperationDefaults.None)
        {
            AddDefaults();
        }

        Apply(ofTheClass ?? []);
        ApplyShortNames();
        foreach (var (key, value) in Parameters.TakeGroup("op."))
        {
            Apply(key, value);
        }

        Apply(Parameters.TakeOperations());
        return _drafts.Select(d => d.ToArgs()).ToArray();
    }

    private void AddDefaults()
    {
        // Each role has a monitor of its own, and two monitors of one resource may not share an interval.
        _drafts.Add(new OperationDraft("monitor", Promotable ? "Unpromoted" : null) { Interval = DaemonDefaults.MonitorInterval, Timeout = DaemonDefaults.MonitorTimeout });
        if (Promotable)
        {
            _drafts.Add(new OperationDraft("monitor", "Promoted") { Interval = DaemonDefaults.PromotedMonitorInterval, Timeout = DaemonDefaults.MonitorTimeout });
            _drafts.Add(new OperationDraft("promote") { Interval = "0s", Timeout = DaemonDefaults.StartTimeout });
            _drafts.Add(new OperationDraft("demote") { Interval = "0s", Timeout = DaemonDefaults.StopTimeout });
        }

        _drafts.Add(new OperationDraft("start") { Interval = "0s", Timeout = DaemonDefaults.StartTimeout });
        _drafts.Add(new OperationDraft("stop") { Interval = "0s", Timeout = DaemonDefaults.StopTimeout });
    }

    private void ApplyShortNames()
    {
        ApplyShortNames("monitor", "monitor", Promotable ? "Unpromoted" : null, repeated: true);
        if (Promotable)
        {
            ApplyShortNames("promoted-monitor", "monitor", "Promoted", repeated: true);
            ApplyShortNames("promote", "promote", null, repeated: false);
            ApplyShortNames("demote", "demote", null, repeated: false);
        }

        ApplyShortNames("start", "start", null, repeated: false);
        ApplyShortNames("stop", "stop", null, repeated: false);
    }

    private void ApplyShortNames(string prefix, string name, string? role, bool repeated)
    {
        var interval = repeated ? Parameters.Take($"{prefix}-interval", ParameterKind.Duration) : null;
        var timeout = Parameters.Take($"{prefix}-timeout", ParameterKind.Duration);
        var onFail = Parameters.Take($"{prefix}-on-fail");
        if (interval is null && timeout is null && onFail is null)
        {
            return;
        }

        var draft = Find(name, role, 0);
        draft.Interval = interval ?? draft.Interval;
        draft.Timeout = timeout ?? draft.Timeout;
        draft.OnFail = onFail ?? draft.OnFail;
    }

    /// <summary>One key behind <c>op.</c>: the name, perhaps a role, and behind the first dot the attribute.</summary>
    private void Apply(string key, Input<string> value)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || dot == key.Length - 1)
        {
            Parameters.Report(SdkFinding.IllFormedOperationKey(service.Name, $"op.{key}"));
            return;
        }

        var operation = key[..dot].Split(':', 2);
        var draft = Find(operation[0], operation.Length > 1 ? operation[1] : null, 0);
        var attribute = key[(dot + 1)..];
        switch (ParameterName.Plain(attribute))
        {
            case "interval": draft.Interval = value; break;
            case "timeout": draft.Timeout = value; break;
            case "onfail": draft.OnFail = value; break;
            case "checklevel" or "ocfchecklevel": draft.Extra[CheckLevel] = value; break;
            default: draft.Extra[attribute] = value; break;
        }
    }

    private void Apply(OperationSet operations)
    {
        var seen = new Dictionary<(string Name, string? Role), int>();
        foreach (var operation in operations)
        {
            if (operation.Name.Length == 0)
            {
                Parameters.Report(SdkFinding.OperationWithoutName(service.Name));
                continue;
            }

            var number = seen.GetValueOrDefault(operation.Key);
            seen[operation.Key] = number + 1;
            var draft = Find(operation.Name, operation.Role, number);
            draft.Interval = WireText.Of(operation.Interval) ?? draft.Interval;
            draft.Timeout = WireText.Of(operation.Timeout) ?? draft.Timeout;
            draft.OnFail = WireText.Of(operation.OnFail) ?? draft.OnFail;
            if (operation.CheckLevel is { } level)
            {
                draft.Extra[CheckLevel] = level.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            foreach (var (name, value) in operation.Extra)
            {
                draft.Extra[name] = value;
            }
        }
    }

    /// <summary>The nth operation of a name and role; a new one where there are fewer. Without a role it is the one that every instance has.</summary>
    private OperationDraft Find(string name, string? role, int number)
    {
        var today = OperationSettings.RoleName(role);
        var same = _drafts.Where(d => d.Name == name && d.Role == today).ToArray();
        if (same.Length == 0 && today is null)
        {
            same = [.. _drafts.Where(d => d.Name == name && d.Role == "Unpromoted")];
        }

        if (number < same.Length)
        {
            return same[number];
        }

        var added = new OperationDraft(name, today ?? same.FirstOrDefault()?.Role) { Interval = name == "monitor" ? DaemonDefaults.MonitorInterval : "0s" };
        _drafts.Add(added);
        return added;
    }
}
