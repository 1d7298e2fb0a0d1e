using System.Globalization;
using Amazon.Runtime;
using Cxf.Flows.Compiling;
using Cxf.Local.Deployment;

namespace Cxf.Local.Runs;

/// <summary>
/// Finds runs in the three places that have them: records of EXPRESS runs that claim, the log group of EXPRESS machines, and Step
/// Functions for STANDARD runs.
/// </summary>
internal sealed class RunFinder(DeploymentServices services, TimeProvider timeProvider)
{
    /// <summary>A page of runs, newest first.</summary>
    public async Task<RunPage> FindAsync(RunQuery query, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        var flows = await DeployedFlows.FindAsync(services, query, cancellationToken);
        var notes = new List<string>();
        var recorded = query.Contact is { } contact
            ? await RecordedRuns.FindAsync(services, contact, flows, now, cancellationToken)
            : [];
        var log = query is { Contact: { } caller, RunId: null }
            ? await ContactLog.ReadAsync(services, caller, query, cancellationToken)
            : null;
        notes.AddRange(log?.WithoutRun ?? []);
        var standard = await StandardAsync([.. flows.Where(flow => !flow.IsExpress)], query, log, notes, cancellationToken);
        var logged = await LoggedAsync(flows, query, now, notes, cancellationToken);
        var runs = await WithVersionsAsync(Merge([.. recorded, .. logged, .. standard]), cancellationToken);
        var wanted = runs.Where(query.Takes)
            .OrderByDescending(run => run.StartedAt)
            .ThenBy(run => run.RunId, StringComparer.Ordinal)
            .Take(query.Limit + 1)
            .ToList();
        var page = await Task.WhenAll(wanted.Take(query.Limit).Select(run => WithErrorAsync(run, flows, cancellationToken)));
        return new RunPage(page, wanted.Count > query.Limit ? RunPosition.Of(page[^1]) : null, notes) { Flows = flows };
    }

    /// <summary>The events of a run, in their order.</summary>
    public Task<IReadOnlyList<HistoryEvent>> HistoryAsync(Run run, CancellationToken cancellationToken) =>
        run.IsExpress
            ? LoggedRuns.HistoryAsync(services, run, cancellationToken)
            : StandardRuns.HistoryAsync(services, run, cancellationToken);

    private async Task<IReadOnlyList<Run>> StandardAsync(
        IReadOnlyList<DeployedFlow> flows,
        RunQuery query,
        ContactLog? log,
        List<string> notes,
        CancellationToken cancellationToken
    )
    {
        var runs = new List<Run>();
        foreach (var flow in flows)
        {
            var page = await StandardRuns.FindAsync(services, flow, query, log, cancellationToken);
            runs.AddRange(page.Runs);
            if (page.CutAt is { } oldest)
            {
                notes.Add(
                    $"{flow.Tenant}/{flow.Live.Flow} has more runs than were looked at: {page.Pages} pages, back to "
                        + $"{Older(oldest)}. For older ones: cxf runs --until {Older(oldest)}."
                );
            }
            else if (page.Pages > 1 && query.Contact is not null)
            {
                notes.Add(
                    $"{page.Pages} pages of runs of {flow.Tenant}/{flow.Live.Flow} were read to find those of the contact."
                );
            }
        }

        return runs;
    }

    private static string Older(DateTimeOffset than) =>
        than.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<Run>> LoggedAsync(
        IReadOnlyList<DeployedFlow> flows,
        RunQuery query,
        DateTimeOffset now,
        List<string> notes,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var (runs, isCut) = await LoggedRuns.FindAsync(services, flows, query, now, cancellationToken);
            if (isCut)
            {
                notes.Add("The log has more events than were looked at. Choose a shorter time with --since, or a flow.");
            }

            return runs;
        }
        catch (AmazonServiceException problem) when (problem.ErrorCode == "ResourceNotFoundException")
        {
            notes.Add($"There is no log group {services.LogGroup}, so EXPRESS runs without a record are not found.");
            return [];
        }
    }

    // A record knows the answer, a log knows when the run ended. A repeated start that found the run claimed is no run of its
    // own.
    private static IEnumerable<Run> Merge(IEnumerable<Run> runs) =>
        runs.Where(run => run.Error != RunRecord.ClaimedAlready)
            .GroupBy(run => run.ExecutionArn)
            .Select(same => same.Aggregate((one, other) => one.With(other)));

    private async Task<IReadOnlyList<Run>> WithVersionsAsync(IEnumerable<Run> runs, CancellationToken cancellationToken)
    {
        var all = runs.ToList();
        var versions = new Dictionary<string, int>();
        foreach (
            var (tenant, flow) in all.Where(run => run.MachineVersionArn is not null)
                .Select(run => (run.Tenant, run.Flow))
                .Distinct()
        )
        {
            foreach (var version in await services.Store.ListVersionsAsync(tenant, flow, cancellationToken))
            {
                if (version.MachineVersionArn is { } arn)
                {
                    versions[arn] = version.Version;
                }
            }
        }

        return
        [
            .. all.Select(run =>
                run.MachineVersionArn is { } arn && versions.TryGetValue(arn, out var version)
                    ? run with
                    {
                        Version = version,
                    }
                    : run
            ),
        ];
    }

    private async Task<Run> WithErrorAsync(Run run, IReadOnlyList<DeployedFlow> flows, CancellationToken cancellationToken) =>
        run is { IsExpress: false, Error: null, Status: not ("SUCCEEDED" or "RUNNING") }
        && await StandardRuns.DescribeAsync(
            services,
            flows.First(flow => flow.Tenant == run.Tenant && flow.Live.Flow == run.Flow),
            run.RunId,
            cancellationToken
        )
            is { } described
            ? run with
            {
                Error = described.Error,
                Cause = described.Cause,
            }
            : run;
}

/// <summary>A page of runs.</summary>
/// <param name="Runs">The runs, newest first.</param>
/// <param name="After">Where the next page begins; null on the last.</param>
/// <param name="Notes">What was not looked at.</param>
internal sealed record RunPage(IReadOnlyList<Run> Runs, RunPosition? After, IReadOnlyList<string> Notes)
{
    /// <summary>The flows that were looked at.</summary>
    public IReadOnlyList<DeployedFlow> Flows { get; init; } = [];

    /// <summary>The names of the payload's fields that these flows declare sensitive.</summary>
    public IEnumerable<string> Sensitive => Flows.SelectMany(flow => flow.Live.InputContract.Read().SensitiveNames()).Distinct();
}
