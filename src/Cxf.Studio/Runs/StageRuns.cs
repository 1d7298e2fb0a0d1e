using System.Net.Sockets;
using Amazon.Runtime;
using Cxf.Documents;
using Cxf.Functions.Runs;
using Cxf.Local.Deployment;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Local.Publishing;
using Cxf.Local.Replays;
using Cxf.Local.Runs;
using Cxf.Local.Statistics;

namespace Cxf.Studio.Runs;

/// <summary>The runs of a deployment: a stage on AWS, or what <c>cxf start</c> serves on this machine.</summary>
/// <param name="address">Where it is.</param>
/// <param name="isNamed">Whether the person named it when the studio was started.</param>
/// <param name="time">The clock.</param>
internal sealed class StageRuns(StageAddress address, bool isNamed, TimeProvider time) : IDisposable
{
    private const int LongestLookBackDays = 7;

    private readonly Lazy<DeploymentServices> _services = new(address.OpenServices);

    /// <summary>The part of addresses that names it.</summary>
    public string Id => address.Stage.Value;

    /// <summary>Where it is.</summary>
    public StageAddress Address => address;

    /// <summary>Its services.</summary>
    public DeploymentServices Services => _services.Value;

    private RunFinder Finder => new(Services, time);

    /// <summary>Runs that a query asks for, newest first.</summary>
    public Task<RunPage> FindAsync(RunQuery query, CancellationToken cancellationToken) =>
        AskAsync(() => Finder.FindAsync(query, cancellationToken), cancellationToken);

    /// <summary>How flows and connections do.</summary>
    public Task<DeploymentStatistics> StatisticsAsync(StatisticsQuery query, CancellationToken cancellationToken) =>
        AskAsync(() => DeploymentStatistics.ReadAsync(Services, Finder, query, cancellationToken), cancellationToken);

    /// <summary>Opens a run with its history; null if there is no such run.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="startedAt">When it started, which makes it quick to find; null if that is not known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<OpenedRun?> OpenAsync(string runId, DateTimeOffset? startedAt, CancellationToken cancellationToken) =>
        AskAsync(
            async () =>
            {
                var now = time.GetUtcNow();
                var query = new RunQuery
                {
                    Contact = RunName.ContactOf(runId),
                    RunId = runId,
                    Since = startedAt?.AddMinutes(-1) ?? now.AddDays(-LongestLookBackDays),
                    Until = startedAt?.AddMinutes(1) ?? now,
                    Limit = 1,
                };
                var page = RunName.ContactOf(runId) is null ? null : await Finder.FindAsync(query, cancellationToken);
                return page?.Runs is [var run] ? await OpenAsync(run, page, cancellationToken) : null;
            },
            cancellationToken
        );

    /// <summary>Does something with the deployment; if it does not answer, says what to do.</summary>
    /// <exception cref="StageUnavailableException">It does not answer.</exception>
    public async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        await CheckListensAsync(address.Endpoints.Tables, cancellationToken);
        await CheckListensAsync(address.Endpoints.StepFunctions, cancellationToken);
        try
        {
            return await ask();
        }
        catch (AmazonServiceException exception) when ((int)exception.StatusCode is >= 400 and < 500)
        {
            throw new StageUnavailableException($"The deployment refuses the request: {exception.Message}", exception);
        }
        catch (Exception exception) when (NoAnswer.Is(exception))
        {
            throw new StageUnavailableException($"The deployment does not answer: {exception.Message}", exception)
            {
                MayHaveActed = true,
            };
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_services.IsValueCreated)
        {
            _services.Value.Dispose();
        }
    }

    // The client of AWS tries for seconds before it says so.
    private async Task CheckListensAsync(Uri? endpoint, CancellationToken cancellationToken)
    {
        if (endpoint is not { IsLoopback: true })
        {
            return;
        }

        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(endpoint.Host, endpoint.Port, cancellationToken);
        }
        catch (SocketException exception)
        {
            throw new StageUnavailableException(
                isNamed ? $"Nothing answers at {endpoint}." : "No local deployment is running.",
                exception
            );
        }
    }

    private async Task<OpenedRun> OpenAsync(Run run, RunPage page, CancellationToken cancellationToken)
    {
        var history = RunHistory.Of(await Finder.HistoryAsync(run, cancellationToken), run.Output);
        return new OpenedRun(run, history, page.Sensitive, time.GetUtcNow())
        {
            Document = await DocumentOfAsync(run, cancellationToken),
            LiveVersion = page
                .Flows.FirstOrDefault(flow => flow.Tenant == run.Tenant && flow.Live.Flow == run.Flow)
                ?.Live.Version,
        };
    }

    private async Task<FlowDocument?> DocumentOfAsync(Run run, CancellationToken cancellationToken)
    {
        if (
            run.Version is not { } version
            || await Services.Store.FindVersionAsync(run.Tenant, run.Flow, version, cancellationToken) is not { } stored
            || JsonSource.Parse(stored.Document) is not { SyntaxProblem: null } source
        )
        {
            return null;
        }

        var name = $"{run.Tenant}/{run.Flow} version {version}";
        var read = await ReplayedFlow.OfAsync(name, stored.Document, run.Tenant, run.Flow, Services, cancellationToken);
        return new FlowDocument(new FlowFile(name, run.Tenant, null), stored.Document, source, read.Reading, read.Target);
    }
}

/// <summary>That a deployment does not answer.</summary>
internal sealed class StageUnavailableException(string message, Exception inner) : Exception(message, inner)
{
    /// <summary>Whether the request may have come to it, so that only its answer is missing.</summary>
    public bool MayHaveActed { get; init; }
}
