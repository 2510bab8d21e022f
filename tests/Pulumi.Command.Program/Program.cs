using CommandProgram;
using Pulumi;

// One program for the tests of package command; the scenario says which part of it runs.
return await Deployment.RunAsync(() => Scenarios.All[new Config().Require("scenario")]());
