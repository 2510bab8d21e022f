using OwnClass;
using Pulumi;

return await Deployment.RunAsync<OwnClassStack>();
