using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Pulumi.Experimental.Provider;

namespace Pulumi.Experimental;

/// <summary>Property values to objects of a program. Whatever does not fit is noted, and the rest goes on, so that all of it is told at once.</summary>
/// <param name="findings">Takes what does not fit.</param>
internal sealed class PropertyFitter(List<PropertyError> findings)
{
    public object? Fit(PropertyValue value, Type target, string path, ValueFacts facts)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (target == typeof(PropertyValue))
        {
            return value;
        }

        var plainNull = value is { IsNull: true, IsSecret: false, Dependencies.IsEmpty: true };
        if (FittedInput.Takes(target))
        {
            return plainNull ? null : FittedInput.Make(this, value, target, path);
        }

        facts.Add(value);
        if (value.IsComputed)
        {
            return facts.InInput ? null : Wrong(path, $"is known only after the update, and {TypeText.Of(target)} cannot wait for it");
        }

        if (Nullable.GetUnderlyingType(target) is { } inner)
        {
            return value.IsNull ? null : FitPlain(value, inner, path, facts);
        }

        return value.IsNull && !target.IsValueType ? null : FitPlain(value, target, path, facts);
    }

    public object? Wrong(string path, string reason)
    {
        findings.Add(new PropertyError(path, reason));
        return null;
    }

    /// <summary>The value of a type for which null stands for "nothing there".</summary>
    public static object? OrDefault(object? value, Type type) =>
        value ?? (type.IsValueType && Nullable.GetUnderlyingType(type) is null ? RuntimeHelpers.GetUninitializedObject(type) : null);

    private static object? Plain(PropertyValue value, ValueFacts facts)
    {
        facts.Add(value);
        return value.Match<object?>(
            () => null,
            flag => flag,
            number => number,
            text => text,
            items => items.Select(item => Plain(item, facts)).ToImmutableArray(),
            fields => fields.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)).ToImmutableDictionary(f => f.Key, f => Plain(f.Value, facts)),
            asset => asset,
            archive => archive,
            reference => Deployment.Current is null ? reference : Resolve(reference),
            () => null);
    }

    private static Resource Resolve(ResourceReference reference) =>
        ReferencedResources.Resolve((HaIac.Protocol.Properties.WireReference)PropertyMarshaller.ToWire(new PropertyValue(reference)));

    private object? FitPlain(PropertyValue value, Type target, string path, ValueFacts facts)
    {
        if (target == typeof(object))
        {
            var plain = Plain(value, facts);
            return facts is { IsUnknown: true, InInput: false } ? Wrong(path, "is in part known only after the update") : plain;
        }

        if (target == typeof(bool))
        {
            return value.TryGetBool(out var flag) ? flag : Mismatch(value, target, PropertyValueType.Bool, path);
        }

        if (target == typeof(string))
        {
            return value.TryGetString(out var text) ? text : Mismatch(value, target, PropertyValueType.String, path);
        }

        if (target.IsEnum || PlainNumber.IsNumber(target))
        {
            return FitNumber(value, target, path);
        }

        if (target == typeof(JsonElement))
        {
            facts.AddAll(value);
            return JsonText.ElementOf(PropertyMarshaller.ToWire(value), out _, out _);
        }

        if (typeof(AssetOrArchive).IsAssignableFrom(target))
        {
            object? file = value.TryGetAsset(out var asset) ? asset : value.TryGetArchive(out var archive) ? archive : null;
            var expected = typeof(Archive).IsAssignableFrom(target) ? PropertyValueType.Archive : PropertyValueType.Asset;
            return target.IsInstanceOfType(file) ? file : Mismatch(value, target, expected, path);
        }

        if (target == typeof(ResourceReference))
        {
            return value.TryGetResource(out var reference) ? reference : Mismatch(value, target, PropertyValueType.Resource, path);
        }

        if (typeof(Resource).IsAssignableFrom(target))
        {
            return FitResource(value, target, path);
        }

        if (target.IsGenericType && target.GetGenericTypeDefinition() == typeof(Union<,>))
        {
            return FitUnion(value, target, path, facts);
        }

        if (target.GetCustomAttribute<EnumTypeAttribute>() is not null)
        {
            return FitOpenEnum(value, target, path);
        }

        if (FittedCollection.ElementOf(target) is { } element)
        {
            return value.TryGetArray(out var items)
                ? FittedCollection.MakeList(target, element, items.Select((item, i) => OrDefault(Fit(item, element, $"{path}[{i}]", facts), element)))
                : Mismatch(value, target, PropertyValueType.Array, path);
        }

        if (FittedCollection.ValueOf(target) is { } member)
        {
            return value.TryGetMap(out var fields)
                ? FittedCollection.MakeMap(
                    target, member, fields.Select(f => KeyValuePair.Create(f.Key, OrDefault(Fit(f.Value, member, $"{path}.{f.Key}", facts), member))))
                : Mismatch(value, target, PropertyValueType.Map, path);
        }

        return FitObject(value, target, path, facts);
    }

    private object? FitNumber(PropertyValue value, Type target, string path)
    {
        if (!value.TryGetNumber(out var number))
        {
            return Mismatch(value, target, PropertyValueType.Number, path);
        }

        var held = PlainNumber.Fit(number, target.IsEnum ? Enum.GetUnderlyingType(target) : target);
        return held is null ? Wrong(path, $"is {PropertyText.Of(value)}, which a {TypeText.Of(target)} cannot hold")
            : target.IsEnum ? Enum.ToObject(target, held)
            : held;
    }

    private object? FitOpenEnum(PropertyValue value, Type target, string path)
    {
        object? underlying = value.TryGetString(out var text) ? text : value.TryGetNumber(out var number) ? number : null;
        if (underlying is null)
        {
            return Wrong(path, $"is of kind {value.Type}, but {TypeText.Of(target)} takes String or Number");
        }

        return OpenEnum.TryCreate(target, underlying)
            ?? Wrong(path, $"is of kind {value.Type}, which {TypeText.Of(target)} has no constructor for");
    }

    private object? FitResource(PropertyValue value, Type target, string path)
    {
        if (!value.TryGetResource(out var reference))
        {
            return Mismatch(value, target, PropertyValueType.Resource, path);
        }

        if (Deployment.Current is null)
        {
            return Wrong(path, $"is a reference, which becomes a {TypeText.Of(target)} only while a component is constructed");
        }

        var resource = Resolve(reference);
        return target.IsInstanceOfType(resource)
            ? resource
            : Wrong(path, $"refers to a {Urn.TypeOf(reference.URN)}, which is no {TypeText.Of(target)} that this program knows");
    }

    private object? FitUnion(PropertyValue value, Type target, string path, ValueFacts facts)
    {
        var types = target.GetGenericArguments();
        for (var i = 0; i < types.Length; i++)
        {
            var attempt = new List<PropertyError>();
            var inside = new ValueFacts(facts.InInput);
            var part = new PropertyFitter(attempt).Fit(value, types[i], path, inside);
            if (attempt.Count == 0)
            {
                facts.Add(inside);
                return target.GetMethod($"FromT{i}")!.Invoke(null, [OrDefault(part, types[i])]);
            }
        }

        return Wrong(path, $"is of kind {value.Type}, which is neither a {TypeText.Of(types[0])} nor a {TypeText.Of(types[1])}");
    }

    private object? FitObject(PropertyValue value, Type target, string path, ValueFacts facts)
    {
        if (target.GetCustomAttribute<DiscriminatedUnionDiscriminatorAttribute>() is { } union)
        {
            return FitCase(value, target, union.PropertyName, path, facts);
        }

        if (target.IsAbstract || target.IsPrimitive || ObjectShape.IsOfPlatform(target))
        {
            return Wrong(path, $"is declared as {TypeText.Of(target)}, which no property can become");
        }

        if (!value.TryGetMap(out var fields))
        {
            return Mismatch(value, target, PropertyValueType.Map, path);
        }

        var shape = ObjectShape.Of(target);
        if (shape.Constructor is null && !target.IsValueType)
        {
            return Wrong(path, $"is declared as {TypeText.Of(target)}, which has no constructor that takes what its properties show");
        }

        // What does not fit is noted; a constructor must not see it, and a half-made object helps nobody.
        var before = findings.Count;
        var parameters = shape.Constructor?.GetParameters() ?? [];
        var arguments = shape.Arguments
            .Select((member, i) => member.TryFind(fields, out var field) || !parameters[i].HasDefaultValue
                ? Member(member, fields, path, facts)
                : OrDefault(parameters[i].DefaultValue, member.Type))
            .ToArray();
        var taken = shape.Arguments.Select(a => a.Info).ToHashSet();
        var rest = shape.Members.Where(m => m.CanSet && !taken.Contains(m.Info))
            .Select(m => (Member: m, Given: m.TryFind(fields, out var field) && !field.IsNull, Value: Member(m, fields, path, facts)))
            .ToArray();
        if (findings.Count > before)
        {
            return null;
        }

        var result = shape.Constructor is null
            ? RuntimeHelpers.GetUninitializedObject(target)
            : shape.Constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
        foreach (var (member, _, content) in rest.Where(r => r.Given))
        {
            member.Set(result, content);
        }

        return result;
    }

    private object? FitCase(PropertyValue value, Type target, string field, string path, ValueFacts facts)
    {
        var tag = value.TryGetMap(out var fields) && fields.TryGetValue(field, out var found) && found.TryGetString(out var text) ? text : null;
        var cases = target.GetCustomAttributes<DiscriminatedUnionCaseAttribute>().ToArray();
        return Array.Find(cases, c => c.Tag == tag) is { } fit
            ? Fit(value, fit.Type, path, facts)
            : Wrong(path, $"needs a \"{field}\" that is one of {string.Join(", ", cases.Select(c => c.Tag))}");
    }

    private object? Member(ObjectMember member, ImmutableDictionary<string, PropertyValue> fields, string path, ValueFacts facts)
    {
        var place = path == "$" ? member.Name : $"{path}.{member.Name}";
        var found = member.TryFind(fields, out var field);
        return !found || field is { IsNull: true, IsSecret: false }
            ? member.IsRequired ? OrDefault(Wrong(place, $"is missing, but {TypeText.Of(member.Info.DeclaringType!)} requires it"), member.Type) : OrDefault(null, member.Type)
            : OrDefault(Fit(field!, member.Type, place, facts), member.Type);
    }

    private object? Mismatch(PropertyValue value, Type target, PropertyValueType expected, string path) =>
        Wrong(path, $"is of kind {value.Type}, but {TypeText.Of(target)} takes {expected}");
}
