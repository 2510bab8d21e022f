namespace HaIac.Transport.Virtual;

/// <summary>What a node on paper remembers of a file beside its content.</summary>
/// <param name="Mode">Permission bits as octal text.</param>
/// <param name="Owner">Owner and group.</param>
internal sealed record VirtualFile(string Mode, string Owner);
