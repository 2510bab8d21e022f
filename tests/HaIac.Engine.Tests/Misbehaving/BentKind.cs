namespace HaIac.Engine.Tests.Misbehaving;

/// <summary>A way in which a method fails, and what the user must read of it.</summary>
/// <param name="Name">For the name of the test.</param>
/// <param name="How">What the method does.</param>
/// <param name="Text">Part of the message; <c>{0}</c> is the method.</param>
internal sealed record BentKind(string Name, Func<object, CancellationToken, Task<object?>?> How, string Text);
