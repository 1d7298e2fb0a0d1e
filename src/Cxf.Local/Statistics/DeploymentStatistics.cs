using Cxf.ApiCalls;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Runs;
using Cxf.Local.Deployment;
using Cxf.Local.Runs;

namespace Cxf.Local.Statistics;

/// <summary>Which calls count.</summary>
internal sealed record StatisticsQuery
{
    /// <summary>The first moment.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The last moment.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The tenant; null for all.</summary>
    public TenantId? Tenant { get; init; }

    /// <summary>The flow; null for all.</summary>
    public FlowId? Flow { get; init; }

    /// <summary>Whether a call counts.</summary>
    public bool Takes(CallLine line) =>
        line.At >= Since
        && line.At <= Until
        && (Tenant is not { } tenant || line.Tenant == tenant.Value)
        && (Flow is not { } flow || line.Flow is null || line.Flow == flow.Value);
}

/// <summary>How the flows and connections of a deployment do, in a span of time.</summary>
/// <param name="Runs">The runs of each version of each flow: two versions beside each other judge a canary.</param>
/// <param name="Answers">The answers to callers, for each flow.</param>
/// <param name="Connections">The calls to third parties, for each connection.</param>
/// <param name="Notes">What was not looked at.</param>
internal sealed record DeploymentStatistics(
    IReadOnlyList<StatisticsRow> Runs,
    IReadOnlyList<StatisticsRow> Answers,
    IReadOnlyList<StatisticsRow> Connections,
    IReadOnlyList<string> Notes
)
{
    private const int MostRuns = 1_000;

    /// <summary>The statistics of a deployment, from its runs and its functions' logs.</summary>
    public static async Task<DeploymentStatistics> ReadAsync(
        DeploymentServices services,
        RunFinder finder,
        StatisticsQuery query,
        CancellationToken cancellationToken
    )
    {
        var notes = new List<string>();
        var lines = new List<CallLine>();
        foreach (var function in (string[])["ExecuteFlow", "GetFlowResult", "CallApi"])
        {
            lines.AddRange(await CallLines.ReadAsync(services, function, query, notes, cancellationToken));
        }

        var page = await finder.FindAsync(
            new RunQuery
            {
                Tenant = query.Tenant,
                Flow = query.Flow,
                Since = query.Since,
                Until = query.Until,
                Limit = MostRuns,
            },
            cancellationToken
        );
        if (page.After is not null)
        {
            notes.Add($"Only the newest {MostRuns:N0} runs count. Choose a shorter time with --since and --until, or a flow.");
        }

        return FromLines(lines, query) with
        {
            Runs = RunsOf(page.Runs, lines),
            Notes = [.. notes, .. page.Notes],
        };
    }

    /// <summary>The statistics of log lines, without runs.</summary>
    public static DeploymentStatistics FromLines(IEnumerable<CallLine> lines, StatisticsQuery query)
    {
        var counted = lines.Where(query.Takes).ToList();
        return new DeploymentStatistics(
            [],
            Rows(
                counted.Where(line => line is { Function: "ExecuteFlow" or "GetFlowResult", Flow: not null }),
                line => ($"{line.Tenant}/{line.Flow}", line.Function)
            ),
            Rows(counted.Where(line => line.Connection is not null), line => ($"{line.Tenant}/{line.Connection}", null)),
            []
        );
    }

    private static IReadOnlyList<StatisticsRow> Rows(
        IEnumerable<CallLine> lines,
        Func<CallLine, (string Name, string? Function)> by
    ) =>
        [
            .. lines
                .GroupBy(by)
                .OrderBy(group => group.Key)
                .Select(group => new StatisticsRow(group.Key.Name, group.Count())
                {
                    Function = group.Key.Function,
                    Failed = group.Count(line => line.Outcome is "FAILED" or "TIMED_OUT"),
                    Throttled = group.Count(line => line.Error == ErrorCodes.ApiThrottled),
                    Durations = Distribution.Of(group.Select(line => line.Duration.TotalMilliseconds)),
                    Succeeded = [.. group.Where(line => line.Outcome == "SUCCEEDED").Select(line => line.Duration)],
                    LimitUsed = Distribution.Of(group.Select(line => line.LimitUsed).OfType<double>()),
                    Errors = Counted(group.Select(line => line.Error)),
                }),
        ];

    private static IReadOnlyList<StatisticsRow> RunsOf(IEnumerable<Run> runs, IEnumerable<CallLine> lines)
    {
        var answers = lines
            .Where(line => line is { Function: "ExecuteFlow", LimitUsed: not null })
            .ToLookup(line => (line.Contact, line.Tenant, line.Flow));
        return
        [
            .. runs.GroupBy(run => (Name: $"{run.Tenant}/{run.Flow}", run.Version))
                .OrderBy(group => group.Key.Name, StringComparer.Ordinal)
                .ThenByDescending(group => group.Key.Version)
                .Select(group => new StatisticsRow(group.Key.Name, group.Count())
                {
                    Version = group.Key.Version,
                    Failed = group.Count(run => run.Status is "FAILED" or "TIMED_OUT" or "ABORTED"),
                    Durations = Distribution.Of(
                        group
                            .Where(run => run.EndedAt is not null)
                            .Select(run => (run.EndedAt!.Value - run.StartedAt).TotalMilliseconds)
                    ),
                    LimitUsed = Distribution.Of(group.Select(run => LimitUsed(run, answers)).OfType<double>()),
                    Errors = Counted(group.Select(run => run.Error)),
                }),
        ];
    }

    // The first answer for the run's contact after its start.
    private static double? LimitUsed(Run run, ILookup<(string?, string?, string?), CallLine> answers) =>
        answers[(RunName.ContactOf(run.RunId), run.Tenant.Value, run.Flow.Value)]
            .Where(line => line.At >= run.StartedAt)
            .MinBy(line => line.At)
            ?.LimitUsed;

    // The most frequent first.
    private static IReadOnlyList<(string Code, int Count)> Counted(IEnumerable<string?> errors) =>
        [
            .. errors
                .OfType<string>()
                .GroupBy(error => error)
                .Select(group => (group.Key, Count: group.Count()))
                .OrderByDescending(error => error.Count)
                .ThenBy(error => error.Key, StringComparer.Ordinal),
        ];
}

/// <summary>The calls of one kind.</summary>
/// <param name="Name">The flow or the connection, with its tenant.</param>
/// <param name="Calls">How many calls there were.</param>
internal sealed record StatisticsRow(string Name, int Calls)
{
    /// <summary>The version of a flow whose runs are counted; null if it is not known, and for answers and connections.</summary>
    public int? Version { get; init; }

    /// <summary>The function that answered; null for runs and connections.</summary>
    public string? Function { get; init; }

    /// <summary>How many of them failed.</summary>
    public int Failed { get; init; }

    /// <summary>How many of them ended as ApiThrottled.</summary>
    public int Throttled { get; init; }

    /// <summary>How long they took, in milliseconds; null where none has ended.</summary>
    public Distribution? Durations { get; init; }

    /// <summary>How long those of them took that succeeded. Empty for runs.</summary>
    public IReadOnlyList<TimeSpan> Succeeded { get; init; } = [];

    /// <summary>
    /// How many calls that succeeded a shorter time limit would have ended: <c>if the timeout were 2 s</c>.
    /// </summary>
    public int EndedBy(TimeSpan timeout) => Succeeded.Count(duration => duration > timeout);

    /// <summary>The percentage of the caller's time limit that they took; null where no caller waited.</summary>
    public Distribution? LimitUsed { get; init; }

    /// <summary>The error codes, the most frequent first.</summary>
    public IReadOnlyList<(string Code, int Count)> Errors { get; init; } = [];
}

/// <summary>
/// The percentiles of a set of values: 95 % of the values are at most <paramref name="P95"/>, which is one of them.
/// </summary>
internal sealed record Distribution(double P50, double P95, double P99, double Max)
{
    /// <summary>The distribution of values; null for none.</summary>
    public static Distribution? Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : new Distribution(Rank(0.5), Rank(0.95), Rank(0.99), sorted[^1]);

        double Rank(double share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}
