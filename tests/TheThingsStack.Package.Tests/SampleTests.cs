using TheThingsStack.Package.Tests.Infrastructure;

namespace TheThingsStack.Package.Tests;

/// <summary>The samples as a user has them: from the packages.</summary>
public sealed class SampleTests(Feed feed) : PackageTest(feed)
{
    [Fact]
    public void WorkerSample_WithDependencyInjectionAndAppSettings_FollowsEvents()
    {
        var sample = Feed.Sample("Worker");

        sample.Build().Clean();

        Assert.Contains("uplinks seen, that is enough", sample.Run("--once").Clean().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void EmulatorTestsSample_FromThePackages_TestsCodeInItsOwnProcess()
    {
        var test = Feed.Sample("EmulatorTests").Test().Clean();

        Assert.Contains("Passed!  - Failed:     0, Passed:     2, Skipped:     0", test.Output, StringComparison.Ordinal);
    }
}
