using System.Text;
using System.Text.Json;
using HaIac.Engine.Secrets;
using HaIac.Engine.State;

namespace HaIac.Engine.Tests.Kit;

/// <summary>A resource as the state file has it, with secrets in plain text.</summary>
internal static class PlainJson
{
    public static string Of(StateResource resource)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            ResourceJson.Write(writer, resource, PlainSecrets.Instance);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
