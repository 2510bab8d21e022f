namespace HaIac;

/// <summary>The cluster runs the service through the agent of a template, with the template's values below its own.</summary>
internal sealed class TemplateClass(PrimitiveTemplate template) : PacemakerClass
{
    public override string Name => $"{template.Name} ({template.Agent})";

    public override bool Supports(HaMode mode) => Agent(template.Agent).Supports(mode);

    public override Composition Compose(ServiceContext service)
    {
        service.Parameters.AddBelow(template);
        return Agent(template.Agent).Compose(service);
    }
}
