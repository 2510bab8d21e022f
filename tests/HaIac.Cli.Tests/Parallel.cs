// Each test has a folder, a home and an environment of its own; deriving keys is slow on purpose, so they run side by side.
[assembly: Parallelizable(ParallelScope.All)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
