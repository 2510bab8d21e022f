using EndToEnd.Program;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var config = new Config();
    Scenarios.All[config.Require("scenario")](config);
    return new Dictionary<string, object?>();
});
