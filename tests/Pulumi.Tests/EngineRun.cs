using HaIac.Protocol.Messages;
using HaIac.Testing;

namespace Pulumi.Tests;

/// <summary>A program inside the test process, with a recorder as its engine: what it sends can be looked at field by field.</summary>
internal sealed class EngineRun
{
    private readonly Recorder _recorder;

    private EngineRun(Recorder recorder) => _recorder = recorder;

    public IReadOnlyList<RegisterResourceRequest> Registrations => [.. _recorder.Requests<RegisterResourceRequest>()];

    public IReadOnlyList<LogRequest> Logs => [.. _recorder.Requests<LogRequest>()];

    public IReadOnlyList<RecordedCall> Calls => [.. _recorder.Calls];

    /// <summary>Runs a program to its end; its failure is thrown.</summary>
    public static Task<EngineRun> RunAsync(Action program, EngineAnswers? answers = null, Func<DeploymentSettings, DeploymentSettings>? change = null)
        => RunAsync(
            () =>
            {
                program();
                return Task.CompletedTask;
            },
            answers,
            change);

    /// <inheritdoc cref="RunAsync(Action, EngineAnswers?, Func{DeploymentSettings, DeploymentSettings}?)" />
    public static async Task<EngineRun> RunAsync(
        Func<Task> program, EngineAnswers? answers = null, Func<DeploymentSettings, DeploymentSettings>? change = null)
    {
        answers ??= new EngineAnswers();
        await using var recorder = await Recorder.StartAsync(answers);
        var settings = new DeploymentSettings
        {
            Project = answers.Project,
            Stack = answers.Stack,
            IsDryRun = answers.IsDryRun,
            MonitorAddress = recorder.Address,
            EngineAddress = recorder.Address,
        };
        await Deployment.RunInlineAsync(
            change?.Invoke(settings) ?? settings,
            async () =>
            {
                await program();
                return 0;
            },
            CancellationToken.None);
        return new EngineRun(recorder);
    }

    public IEnumerable<TRequest> Requests<TRequest>()
        where TRequest : Google.Protobuf.IMessage
        => _recorder.Requests<TRequest>();

    public RegisterResourceRequest Registration(string name) => Registrations.Single(r => r.Name == name);
}
