namespace HaIac.Cib.Documents;

/// <summary>One attribute of an element.</summary>
/// <param name="Name">Its name, with the prefix if it has one.</param>
/// <param name="Value">Its value, unescaped.</param>
public readonly record struct CibAttribute(string Name, string Value);
