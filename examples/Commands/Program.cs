using Commands;
using Pulumi;

return await Deployment.RunAsync<CommandsStack>();
