using Pulumi;
using Quickstart;

return await Deployment.RunAsync<QuickstartStack>();
