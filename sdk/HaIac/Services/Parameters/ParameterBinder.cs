using System.Globalization;
using System.Reflection;
using HaIac.Findings;
using Pulumi;

namespace HaIac;

/// <summary>Fills the properties of a class that are marked <see cref="ParameterAttribute"/> from the user's parameters.</summary>
internal static class ParameterBinder
{
    /// <summary>Fills all of them; what does not fit is reported and left at its default.</summary>
    public static void Bind(PacemakerClass target, ParameterReader parameters, string service)
    {
        foreach (var property in target.GetType().GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<ParameterAttribute>() is not { } parameter)
            {
                continue;
            }

            var name = parameter.Name ?? ParameterName.Kebab(property.Name);
            if (!property.CanWrite)
            {
                parameters.Report(SdkFinding.UnusableParameter(service, target.Name, name, property.Name, "it has no init or set accessor"));
            }
            else if (parameters.TakeValue(name) is { } value)
            {
                Set(target, property, name, value, parameters, service);
            }
            else if (parameter.Required && property.GetValue(target) is null)
            {
                parameters.Report(SdkFinding.MissingParameter(service, target.Name, name));
            }
        }
    }

    private static void Set(PacemakerClass target, PropertyInfo property, string name, ParameterValue value, ParameterReader parameters, string service)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(Input<string>))
        {
            property.SetValue(target, value.ToInput());
        }
        else if (value.Literal is not { } literal)
        {
            parameters.Report(SdkFinding.ParameterKnownTooLate(service, target.Name, name, property.Name));
        }
        else if (!IsUsable(type))
        {
            parameters.Report(SdkFinding.UnusableParameter(service, target.Name, name, property.Name, $"its type is {property.PropertyType.Name}"));
        }
        else if (Read(type, literal) is { } read)
        {
            property.SetValue(target, read);
        }
        else
        {
            parameters.ReportIllTyped(name, literal, Expected(type));
        }
    }

    private static bool IsUsable(Type type) =>
        type.IsEnum || type == typeof(string) || type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(bool)
        || type == typeof(TimeSpan) || type == typeof(Score);

    private static object? Read(Type type, string text)
    {
        var culture = CultureInfo.InvariantCulture;
        return type switch
        {
            { IsEnum: true } => Enum.GetNames(type).FirstOrDefault(n => ParameterName.Plain(n) == ParameterName.Plain(text)) is { } word ? Enum.Parse(type, word) : null,
            _ when type == typeof(string) => text,
            _ when type == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var whole) ? whole : null,
            _ when type == typeof(long) => long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var whole) ? whole : null,
            _ when type == typeof(double) => double.TryParse(text, NumberStyles.Float, culture, out var number) ? number : null,
            _ when type == typeof(bool) => ParameterText.Truth(text),
            _ when type == typeof(TimeSpan) => PacemakerDuration.Read(text),
            _ => Score.TryParse(text, out var score) ? score : null,
        };
    }

    private static string Expected(Type type) => type switch
    {
        { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(type).Select(ParameterName.Kebab))}",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(double) => "a number",
        _ when type == typeof(TimeSpan) => PacemakerDuration.Expected,
        _ when type == typeof(Score) => "a whole number or INFINITY",
        _ => "a whole number",
    };
}
