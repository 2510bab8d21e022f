using HaIac;
using Pulumi;

namespace FromOutside;

/// <summary>Somebody else's daemons, run by Pacemaker because of one line here.</summary>
public sealed class FromOutsideStack : Stack
{
    /// <summary>Declares the component as its author documents it.</summary>
    public FromOutsideStack()
        : base(new StackOptions { ResourceTransformations = { PacemakerWrapper.For("billing-*", new() { HaMode = HaMode.ActivePassive }) } }) =>
        _ = new Billing("billing");
}
