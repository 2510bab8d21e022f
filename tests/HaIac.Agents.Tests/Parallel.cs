// The tests mostly wait for daemons; each has a folder, ports and processes of its own.
[assembly: Parallelizable(ParallelScope.All)]
[assembly: LevelOfParallelism(4)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
