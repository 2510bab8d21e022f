using System.Globalization;

namespace Pulumi;

/// <summary>Time limits of a resource's operations; <c>null</c> leaves the limit to the provider.</summary>
public sealed class CustomTimeouts
{
    /// <summary>How long the creation may take; default: as the provider says.</summary>
    public TimeSpan? Create { get; set; }

    /// <summary>How long an update may take; default: as the provider says.</summary>
    public TimeSpan? Update { get; set; }

    /// <summary>How long the deletion may take; default: as the provider says.</summary>
    public TimeSpan? Delete { get; set; }

    internal static CustomTimeouts FromMessage(HaIac.Protocol.Messages.CustomTimeouts message)
        => new()
        {
            Create = Parse(message.Create),
            Update = Parse(message.Update),
            Delete = Parse(message.Delete),
        };

    internal CustomTimeouts Copy() => new() { Create = Create, Update = Update, Delete = Delete };

    internal HaIac.Protocol.Messages.CustomTimeouts ToMessage()
        => new() { Create = Format(Create), Update = Format(Update), Delete = Format(Delete) };

    private static string Format(TimeSpan? time)
        => time is { } t ? (t.Ticks * 100).ToString(CultureInfo.InvariantCulture) + "ns" : "";

    private static TimeSpan? Parse(string text) => text.Length == 0 ? null : GoDuration.Parse(text);
}
