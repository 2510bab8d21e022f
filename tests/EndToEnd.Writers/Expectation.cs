namespace EndToEnd.Writers;

/// <summary>What a writer's successful writes left in the configuration, and what must not be there.</summary>
/// <param name="Writer">Its name.</param>
/// <param name="Values">XPath from the element <c>configuration</c> to exactly one attribute, with its value.</param>
/// <param name="Gone">Ids that nothing has: of objects that were removed, and of writes that did not succeed.</param>
public sealed record Expectation(string Writer, IReadOnlyDictionary<string, string> Values, IReadOnlyCollection<string> Gone);
