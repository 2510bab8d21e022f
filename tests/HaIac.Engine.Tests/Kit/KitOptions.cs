using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace HaIac.Engine.Tests.Kit;

/// <summary>Writes the options of a scenario's resource into its registration.</summary>
internal sealed class KitOptions(KitValues values, IReadOnlyDictionary<string, KitNode> made, KitNode root, Func<JToken, Callback> transform)
{
    public async Task ApplyAsync(RegisterResourceRequest request, KitNode node, JObject options)
    {
        foreach (var (key, option) in options)
        {
            switch (key)
            {
                case "parent":
                case "dependsOn":
                    break;
                case "protect":
                    request.Protect = (bool)option!;
                    break;
                case "retainOnDelete":
                    request.RetainOnDelete = (bool)option!;
                    break;
                case "deleteBeforeReplace":
                    (request.DeleteBeforeReplace, request.DeleteBeforeReplaceDefined) = ((bool)option!, true);
                    break;
                case "ignoreChanges":
                    request.IgnoreChanges.AddRange(KitValues.Names(option));
                    break;
                case "replaceOnChanges":
                    request.ReplaceOnChanges.AddRange(KitValues.Names(option));
                    break;
                case "additionalSecretOutputs":
                    request.AdditionalSecretOutputs.AddRange(KitValues.Names(option));
                    break;
                case "import":
                    request.ImportId = (string)option!;
                    break;
                case "version":
                    request.Version = (string)option!;
                    break;
                case "deletedWith":
                    request.DeletedWith = (await made[(string)option!].State).Urn;
                    break;
                case "replaceWith":
                    request.ReplaceWith.AddRange(await KitValues.UrnsAsync(KitValues.Names(option).Select(name => made[name])));
                    break;
                case "replacementTrigger":
                    request.ReplacementTrigger = WireWriter.ToValue((await values.ValueAsync(option)).Value ?? WireNull.Instance, WireMarshalOptions.Everything);
                    break;
                case "customTimeouts":
                    request.CustomTimeouts = new CustomTimeouts
                    {
                        Create = (string?)option!["create"] ?? "",
                        Update = (string?)option["update"] ?? "",
                        Delete = (string?)option["delete"] ?? "",
                    };
                    break;
                case "transforms":
                    request.Transforms.AddRange(option!.Select(transform));
                    break;
                case "hooks":
                    request.Hooks = ResourceHooksBinding.Parser.ParseJson(option!.ToString(Formatting.None));
                    break;
                case "provider":
                    await ProviderAsync(request, node, made[(string)option!]);
                    break;
                case "providers":
                    foreach (var name in KitValues.Names(option))
                    {
                        request.Providers[made[name].Type.Split(':')[2]] = await KitValues.ReferenceAsync(made[name]);
                    }

                    break;
                case "aliases":
                    foreach (var alias in option!)
                    {
                        request.Aliases.Add(await AliasAsync(alias));
                    }

                    break;
                default:
                    throw new KitUnsupportedException("option " + key);
            }
        }
    }

    private static async Task ProviderAsync(RegisterResourceRequest request, KitNode node, KitNode provider)
    {
        if (node.Custom)
        {
            request.Provider = await KitValues.ReferenceAsync(provider);
        }
        else
        {
            request.Providers[provider.Type.Split(':')[2]] = await KitValues.ReferenceAsync(provider);
        }
    }

    private async Task<Alias> AliasAsync(JToken alias)
    {
        if (alias.Type == JTokenType.String)
        {
            return new Alias { Urn = (string)alias! };
        }

        var spec = new Alias.Types.Spec
        {
            Name = (string?)alias["name"] ?? "",
            Type = (string?)alias["type"] ?? "",
            Stack = (string?)alias["stack"] ?? "",
            Project = (string?)alias["project"] ?? "",
        };
        if ((bool?)alias["noParent"] == true)
        {
            spec.ParentUrn = (await root.State).Urn;
        }
        else if ((string?)alias["parent"] is { } parent)
        {
            spec.ParentUrn = made.TryGetValue(parent, out var node) ? (await node.State).Urn : parent;
        }

        return new Alias { Spec = spec };
    }
}
