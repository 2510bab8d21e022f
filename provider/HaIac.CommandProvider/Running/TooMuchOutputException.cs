namespace HaIac.CommandProvider.Running;

/// <summary>A command printed more than is kept.</summary>
internal sealed class TooMuchOutputException : Exception;
