namespace EndToEnd.Writers;

/// <summary>One write of one writer.</summary>
/// <param name="Writer">Its name.</param>
/// <param name="Number">Which of its writes, from 1.</param>
/// <param name="What">What it wanted.</param>
/// <param name="Possible">False if the write is wrong on purpose, so that it has to be refused.</param>
/// <param name="Outcome">What the committer answered.</param>
/// <param name="Attempts">How many patches were sent for it.</param>
/// <param name="Callers">How many callers shared the patch.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Message">The findings of a write that did not succeed.</param>
public sealed record WriteRecord(
    string Writer, int Number, string What, bool Possible, WriteOutcome Outcome, int Attempts, int Callers, double Seconds, string? Message);
