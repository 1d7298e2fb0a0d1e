using Cxf.Local.Deployment;
using Cxf.Local.Publishing;
using Cxf.Local.Runs;

namespace Cxf.Local.Tests.Runs;

/// <summary>What is done with a run that is not as the person saw it any more.</summary>
public sealed class RunActionsTests
{
    private const string Contact = "5ca32fbd-8f92-46af-92a5-6b0f970f0efe";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_was_started_again_meanwhile_is_not_started_once_more()
    {
        await using var deployed = await DeployedRuns.StartAsync();
        using var services = ServicesOf(deployed);
        var seen = await FailedAsync(deployed, services);
        await RunActions.RedriveAsync(services, seen, Cancel);
        await EndAsync(deployed, seen);
        var calls = deployed.IdempotencyKeys.Count;

        var refusal = await Assert.ThrowsAsync<RunNotResumableException>(() => RunActions.RedriveAsync(services, seen, Cancel));

        Assert.StartsWith("It was started again meanwhile", refusal.Message);
        Assert.Equal(calls, deployed.IdempotencyKeys.Count);
    }

    [Fact]
    public async Task A_run_that_two_people_start_again_at_once_is_started_again_once()
    {
        await using var deployed = await DeployedRuns.StartAsync();
        using var services = ServicesOf(deployed);
        var seen = await FailedAsync(deployed, services);

        var asked = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => Record.ExceptionAsync(() => RunActions.RedriveAsync(services, seen, Cancel)).AsTask())
        );
        await EndAsync(deployed, seen);

        // Who comes later gets the same answer, or hears that it was done.
        Assert.Contains(null, asked);
        Assert.All(asked.OfType<Exception>(), problem => Assert.IsType<RunNotResumableException>(problem));
        Assert.Equal(1, (await FindAsync(services, seen.RunId)).Redrives);
    }

    [Fact]
    public async Task What_ended_meanwhile_is_said_in_words_and_nothing_is_done()
    {
        await using var deployed = await DeployedRuns.StartAsync();
        using var services = ServicesOf(deployed);
        var seen = await FailedAsync(deployed, services);
        Assert.Equal(
            $"{seen.RunId} had already ended: FAILED.",
            await RunActions.StopAsync(services, seen with { Status = "RUNNING" }, null, Cancel)
        );

        deployed.IsDown = false;
        await RunActions.RedriveAsync(services, seen, Cancel);
        await EndAsync(deployed, seen);

        var refusal = await Assert.ThrowsAsync<RunNotResumableException>(() => RunActions.RedriveAsync(services, seen, Cancel));
        Assert.Equal("It has succeeded, so there is nothing to do again.", refusal.Message);
    }

    private static DeploymentServices ServicesOf(DeployedRuns deployed) =>
        StageAddress.Local(deployed.Tables.Address, new Uri(deployed.Target[^1])).OpenServices();

    private static async Task<Run> FailedAsync(DeployedRuns deployed, DeploymentServices services) =>
        await FindAsync(services, await deployed.RunAsync(DeployedRuns.Standard, Contact));

    private static async Task<Run> FindAsync(DeploymentServices services, string runId)
    {
        var now = DateTimeOffset.UtcNow;
        var page = await new RunFinder(services, TimeProvider.System).FindAsync(
            new RunQuery
            {
                Contact = Contact,
                RunId = runId,
                Since = now.AddDays(-1),
                Until = now,
                Limit = 1,
            },
            Cancel
        );
        return Assert.Single(page.Runs);
    }

    private static Task EndAsync(DeployedRuns deployed, Run run) => deployed.Service.WhenEnded(run.ExecutionArn, Cancel);
}
