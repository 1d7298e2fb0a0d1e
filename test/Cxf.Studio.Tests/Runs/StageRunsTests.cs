using System.Diagnostics;
using System.Net;
using Amazon.Runtime;
using Cxf.Local.Publishing;
using Cxf.Local.Tests.Runs;
using Cxf.Studio.Runs;
using Cxf.Testing;

namespace Cxf.Studio.Tests.Runs;

/// <summary>The studio finds and opens runs quickly, however many there are.</summary>
public sealed class StageRunsTests(StartedDeployment deployment)
{
    private const string Contact = "5ca32fbd-8f92-46af-92a5-6b0f970f0efe";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_failed_is_found_among_many_by_its_contact()
    {
        var count = LongRun.Count(500, 9_990);
        await using var runs = await ManyRuns.StartAsync();
        var wanted = await runs.RunAsync(Contact, fails: true);
        for (var number = 1; number < count; number++)
        {
            await runs.RunAsync(StartedDeployment.NewContact());
        }

        using var stage = new StageRuns(runs.Address, true, TimeProvider.System);

        // Who searches has the list before them.
        var (query, _) = new RunFilter().Read(DateTimeOffset.UtcNow);
        Assert.Equal(RunFilter.PageSize, (await stage.FindAsync(query!, Cancellation)).Runs.Count);
        (query, _) = new RunFilter { Contact = Contact }.Read(DateTimeOffset.UtcNow);
        var watch = Stopwatch.StartNew();
        var page = await stage.FindAsync(query!, Cancellation);
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds} ms among {count} runs");
        Assert.Equal(wanted, Assert.Single(page.Runs).RunId);
        Assert.Equal("ApiTimeout", page.Runs[0].AnsweredCode);
        // The budget of the page; a machine that is busy with other tests says nothing about it.
        Assert.True(!LongRun.IsAskedFor || watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.ElapsedMilliseconds} ms");

        // The list itself comes page by page, and its pages have every run once.
        var seen = new HashSet<string>();
        for (string? after = null; seen.Count == 0 || after is not null; )
        {
            (query, _) = new RunFilter { After = after }.Read(DateTimeOffset.UtcNow);
            page = await stage.FindAsync(query!, Cancellation);
            Assert.All(page.Runs, run => Assert.True(seen.Add(run.RunId)));
            after = page.After?.ToString();
        }

        Assert.Equal(count, seen.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, false, "The deployment refuses the request: No.")]
    [InlineData(HttpStatusCode.Forbidden, false, "The deployment refuses the request: No.")]
    [InlineData(HttpStatusCode.ServiceUnavailable, true, "The deployment does not answer: No.")]
    [InlineData(null, true, "The deployment does not answer: No.")]
    public async Task What_was_asked_may_have_been_done_unless_it_was_refused(
        HttpStatusCode? status,
        bool mayHaveActed,
        string words
    )
    {
        await using var runs = await ManyRuns.StartAsync();
        using var stage = new StageRuns(runs.Address, true, TimeProvider.System);
        Exception problem = status is { } code
            ? new AmazonServiceException("No.") { StatusCode = code }
            : new TimeoutException("No.");
        var said = await Assert.ThrowsAsync<StageUnavailableException>(() =>
            stage.AskAsync<int>(() => throw problem, Cancellation)
        );
        Assert.Equal((mayHaveActed, words), (said.MayHaveActed, said.Message));
    }

    [Fact]
    public async Task Services_that_answer_as_on_AWS_give_the_same_runs_and_steps()
    {
        var contact = StartedDeployment.NewContact();
        string[] runIds =
        [
            await deployment.RunAsync(StartedDeployment.Orders, contact, StartedDeployment.OrdersOf(1, 2, 3, 7)),
            await deployment.RunAsync(StartedDeployment.Lead, contact, StartedDeployment.LeadOf()),
        ];
        var address = await deployment.StartAsync();
        await using var cloud = await CloudLikeServices.StartAsync(address.Endpoints.StepFunctions!);
        using var direct = new StageRuns(address, true, TimeProvider.System);
        using var far = new StageRuns(StageAddress.Local(address.Endpoints.Tables!, cloud.Address), true, TimeProvider.System);
        var (query, _) = new RunFilter { Contact = contact }.Read(DateTimeOffset.UtcNow);
        Assert.Equal(runIds.Order(), (await far.FindAsync(query!, Cancellation)).Runs.Select(run => run.RunId).Order());
        foreach (var runId in runIds)
        {
            var (one, other) = (
                await direct.OpenAsync(runId, null, Cancellation),
                await far.OpenAsync(runId, null, Cancellation)
            );
            Assert.Equal(one!.Totals, other!.Totals);
            Assert.Equal(one.Steps.Select(step => step.Place), other.Steps.Select(step => step.Place));
            Assert.Equal(one.Steps.Select(step => step.Outcome), other.Steps.Select(step => step.Outcome));
        }
    }
}
