using HaIac.Protocol.Messages;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace HaIac.Engine.Monitoring;

/// <summary>Where in a program a resource is declared, as the state keeps it.</summary>
/// <remarks>Source: pulumi-protocol.md 7.3.</remarks>
internal static class SourcePositions
{
    /// <summary>Text of a position, relative to the project; empty if there is none.</summary>
    public static string Text(SourcePosition? position, string projectDirectory)
    {
        if (position is null || !Uri.TryCreate(position.Uri, UriKind.Absolute, out var uri))
        {
            return "";
        }

        var path = uri.Scheme == "project" ? uri.AbsolutePath.TrimStart('/')
            : uri.IsFile ? Path.GetRelativePath(projectDirectory, uri.LocalPath).Replace('\\', '/')
            : null;
        if (path is null)
        {
            return "";
        }

        var place = position.Line > 0 ? "#" + position.Line + (position.Column > 0 ? "," + position.Column : "") : "";
        return "project:///" + path + place;
    }

    /// <summary>JSON of a stack trace; null if there is none.</summary>
    public static string? Json(StackTrace? trace, string projectDirectory) =>
        trace is null || trace.Frames.Count == 0
            ? null
            : new JArray(trace.Frames.Select(frame => Text(frame.Pc, projectDirectory) is { Length: > 0 } text
                ? new JObject(new JProperty("sourcePosition", text))
                : new JObject())).ToString(Formatting.None);
}
