using HaIac.Transport.Nodes;

namespace HaIac.Transport.Tests.Nodes;

/// <summary>The units of the lab's nodes, each with a fault or a virtue of its own.</summary>
internal static class LabUnits
{
    /// <summary>How many plain ones there are: haiac-1, haiac-2 and so on.</summary>
    public const int Many = 30;

    /// <summary>What is on every node when the tests begin.</summary>
    public static IEnumerable<NodeFile> All() =>
    [
        .. Enumerable.Range(1, Many).Select(i => Unit($"haiac-{i}", "ExecStart=/bin/sleep infinity")),
        Unit("haiac-reload", "ExecStart=/bin/sleep infinity\nExecReload=/bin/sh -c 'echo reloaded >>/run/haiac-reloaded'"),
        Unit("haiac-fail", "ExecStart=/bin/sh -c 'echo cannot open the database; exit 3'"),
        Unit("haiac-fail-notify", "Type=notify\nExecStart=/bin/sh -c 'echo cannot open the database; exit 3'"),
        Unit("haiac-no-program", "Type=exec\nExecStart=/usr/bin/haiac-nowhere"),
        Unit("haiac-slow", "ExecStartPre=/bin/sleep 6\nExecStart=/bin/sleep infinity"),
        new NodeFile("/etc/systemd/system/haiac-static.service", "[Service]\nExecStart=/bin/sleep infinity\n"),
    ];

    /// <summary>A unit that can be enabled and masked.</summary>
    public static NodeFile Unit(string name, string service) =>
        new($"/usr/local/lib/systemd/system/{name}.service", $"[Service]\n{service}\n[Install]\nWantedBy=multi-user.target\n");

    /// <summary>An init script.</summary>
    public const string Script =
        """
        #!/bin/sh
        ### BEGIN INIT INFO
        # Provides: haiac-script
        # Required-Start:
        # Required-Stop:
        # Default-Start: 2 3 4 5
        # Default-Stop: 0 1 6
        # Short-Description: a daemon of a test
        ### END INIT INFO
        case $1 in
            start) : >/run/haiac-script ;;
            stop) rm -f /run/haiac-script ;;
            status) [ -e /run/haiac-script ] || exit 3 ;;
        esac

        """;
}
