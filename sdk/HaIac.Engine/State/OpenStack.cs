using HaIac.Engine.Secrets;

namespace HaIac.Engine.State;

/// <summary>A stack whose state was read and whose secrets can be read and written.</summary>
/// <param name="Name">The stack.</param>
/// <param name="Checkpoint">The state as it was read.</param>
/// <param name="Secrets">Encrypts and decrypts the stack's secrets.</param>
/// <param name="Store">Saves new states.</param>
public sealed record OpenStack(StackName Name, Checkpoint Checkpoint, ISecretCodec Secrets, StackStore Store);
