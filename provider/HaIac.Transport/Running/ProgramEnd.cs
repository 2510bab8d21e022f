namespace HaIac.Transport.Running;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit status; 128 and the signal's number if a signal ended it.</param>
/// <param name="LeftProcesses">True if something that it started in the background still held its output open and was no longer listened to.</param>
public sealed record ProgramEnd(int ExitCode, bool LeftProcesses);
