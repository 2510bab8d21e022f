using EndToEnd.Program;
using Pulumi;

return await Deployment.RunAsync(async () =>
{
    var config = new Config();
    var scenario = config.Require("scenario");
    if (scenario == "functions")
    {
        return await FunctionsScenario.CallAsync(config);
    }

    Scenarios.All[scenario](config);
    return new Dictionary<string, object?>();
});
