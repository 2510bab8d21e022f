using System.Reflection;

namespace Pulumi.Experimental;

/// <summary>One named value of an object.</summary>
/// <param name="Name">Name among the properties.</param>
/// <param name="IsNamed">Whether an attribute gave the name; then no other spelling is accepted.</param>
/// <param name="Type">Declared type.</param>
/// <param name="IsRequired">Whether an object without it makes no sense.</param>
/// <param name="Info">The property or field.</param>
internal sealed record ObjectMember(string Name, bool IsNamed, Type Type, bool IsRequired, MemberInfo Info)
{
    public bool CanSet => Info is FieldInfo { IsInitOnly: false } or PropertyInfo { CanWrite: true };

    public object? Get(object owner) => Info is PropertyInfo property ? property.GetValue(owner) : ((FieldInfo)Info).GetValue(owner);

    public void Set(object owner, object? value)
    {
        if (Info is PropertyInfo property)
        {
            property.SetValue(owner, value, BindingFlags.DoNotWrapExceptions, null, null, null);
        }
        else
        {
            ((FieldInfo)Info).SetValue(owner, value);
        }
    }

    public bool TryFind(IReadOnlyDictionary<string, PropertyValue> fields, out PropertyValue value) =>
        fields.TryGetValue(Name, out value!) || (!IsNamed && fields.TryGetValue(ObjectShape.CamelCase(Name), out value!));
}
