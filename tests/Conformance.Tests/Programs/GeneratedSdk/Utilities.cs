namespace Pulumi.Depot
{
    static class Utilities
    {
        public static string Version => "2.4.0";

        public static string? GetEnv(params string[] names)
        {
            foreach (var name in names)
            {
                if (global::System.Environment.GetEnvironmentVariable(name) is { } value)
                {
                    return value;
                }
            }

            return null;
        }

        public static bool? GetEnvBoolean(params string[] names) => GetEnv(names) switch { "1" or "true" => true, "0" or "false" => false, _ => null };

        public static global::Pulumi.InvokeOptions WithDefaults(this global::Pulumi.InvokeOptions? options)
        {
            var result = options ?? new global::Pulumi.InvokeOptions { };
            result.Version = options?.Version ?? Version;
            return result;
        }

        public static global::Pulumi.InvokeOutputOptions WithDefaults(this global::Pulumi.InvokeOutputOptions? options)
        {
            var result = options ?? new global::Pulumi.InvokeOutputOptions { };
            result.Version = options?.Version ?? Version;
            return result;
        }

        public static global::Pulumi.RegisterPackageRequest PackageParameterization()
            => new global::Pulumi.RegisterPackageRequest(
                name: "warehouse",
                version: "0.9.0",
                downloadUrl: null,
                parameterization: new global::Pulumi.RegisterPackageRequest.PackageParameterization(
                    name: "depot",
                    version: Version,
                    value: global::System.Convert.FromBase64String("ZGVwb3Q=")));
    }

    internal sealed class DepotResourceTypeAttribute : global::Pulumi.ResourceTypeAttribute
    {
        public DepotResourceTypeAttribute(string type)
            : base(type, Utilities.Version)
        {
        }
    }
}
