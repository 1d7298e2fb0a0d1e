using Cxf.Studio.Runs;
using Cxf.Studio.Tests.Pages;
using Cxf.Testing;

namespace Cxf.Studio.Tests.Runs;

/// <summary>
/// The studio stays small, however many runs a person opens.
/// The memory is that of the process, so nothing else runs at the same time.
/// </summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests(Browser browser, StartedDeployment deployment)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Memory_stays_flat_over_many_opened_runs()
    {
        var count = LongRun.Count(60, 1_000);
        await using var runs = await ManyRuns.StartAsync();
        var runId = await runs.RunAsync(StartedDeployment.NewContact(), fails: true);
        using var stage = new StageRuns(runs.Address, true, TimeProvider.System);
        await OpenAsync(stage, runId, count / 2);
        var half = GC.GetTotalMemory(forceFullCollection: true);
        await OpenAsync(stage, runId, count);
        var all = GC.GetTotalMemory(forceFullCollection: true);
        TestContext.Current.TestOutputHelper?.WriteLine($"{half:N0} bytes, then {all:N0}");
        Assert.True(all < half * 1.2, $"{half:N0} bytes after {count / 2} runs, {all:N0} after {count} more");
    }

    [Fact]
    public async Task Memory_stays_flat_over_many_opened_pages()
    {
        var count = LongRun.Count(20, 1_000);
        var runId = await deployment.RunAsync(StartedDeployment.Lead, StartedDeployment.NewContact(), StartedDeployment.LeadOf());
        await using var studio = await StartedPage.OpenAsync(browser, deployment, "runs");
        await OpenOftenAsync(count / 2);
        var half = GC.GetTotalMemory(forceFullCollection: true);
        await OpenOftenAsync(count);
        var all = GC.GetTotalMemory(forceFullCollection: true);
        TestContext.Current.TestOutputHelper?.WriteLine($"{half:N0} bytes, then {all:N0}");
        Assert.True(all < half * 1.3, $"{half:N0} bytes after {count / 2} pages, {all:N0} after {count} more");
        Assert.Empty(studio.Troubles);

        async Task OpenOftenAsync(int often)
        {
            for (var time = 0; time < often; time++)
            {
                await studio.FollowAsync($"a[href*='{runId}']");
                await studio.Page.WaitForSelectorAsync(".timeline tbody tr");
                await studio.FollowAsync("nav a[href='runs']");
            }
        }
    }

    private static async Task OpenAsync(StageRuns stage, string runId, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var opened = await stage.OpenAsync(runId, null, Cancellation);
            var picture = await opened!.DrawAsync(Cancellation);
            Assert.NotEmpty(picture.Drawing.Pieces);
            Assert.NotEmpty(new RunView(opened.Steps, null).Steps);
        }
    }
}
