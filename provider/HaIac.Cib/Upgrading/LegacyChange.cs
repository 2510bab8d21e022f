namespace HaIac.Cib.Upgrading;

/// <summary>One old word that was replaced.</summary>
/// <param name="Id">The id of the element, or of the next one around it that has one.</param>
/// <param name="What">What it is: the tag (<c>master</c>), an attribute (<c>rsc-role</c>) or a pair (<c>meta_attributes.master-max</c>).</param>
/// <param name="Old">The old text.</param>
/// <param name="New">The new text.</param>
public sealed record LegacyChange(string Id, string What, string Old, string New);
