namespace HaIac.Engine.Registering;

/// <summary>A registration is refused and the operation stops; the message was reported already or is reported once.</summary>
/// <param name="message">Text for the user; empty if everything was reported.</param>
/// <param name="inner">The cause.</param>
internal sealed class RegistrationException(string message, Exception? inner = null) : Exception(message, inner);
