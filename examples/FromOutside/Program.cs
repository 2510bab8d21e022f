using FromOutside;
using Pulumi;

return await Deployment.RunAsync<FromOutsideStack>();
