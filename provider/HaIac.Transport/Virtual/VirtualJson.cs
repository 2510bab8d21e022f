using System.Text.Json.Serialization;

namespace HaIac.Transport.Virtual;

/// <summary>How the files of a node on paper are written: for people who read and change them.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, AllowTrailingCommas = true)]
[JsonSerializable(typeof(VirtualMachine))]
[JsonSerializable(typeof(SortedDictionary<string, VirtualFile>), TypeInfoPropertyName = "Files")]
internal sealed partial class VirtualJson : JsonSerializerContext;
