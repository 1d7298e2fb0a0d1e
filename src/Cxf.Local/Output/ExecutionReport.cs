using Cxf.Local.Deployment;
using Cxf.Local.Runs;
using RecordedEvent = Cxf.StatesLanguage.History.HistoryEvent;

namespace Cxf.Local.Output;

/// <summary>An execution with its history.</summary>
/// <param name="Name">Its name: the run's ID.</param>
/// <param name="Status">Its status, as AWS writes it.</param>
/// <param name="Rows">Its steps.</param>
internal sealed record ExecutionReport(string Name, string Status, IReadOnlyList<HistoryRow> Rows)
{
    /// <summary>Its events, with all that they have. Default: none.</summary>
    public IReadOnlyList<RecordedEvent> History { get; init; } = [];

    /// <summary>All executions of a deployment.</summary>
    public static async Task<IReadOnlyList<ExecutionReport>> AllAsync(
        LocalDeployment deployment,
        CancellationToken cancellationToken
    )
    {
        var urls = await deployment.BaseUrlsAsync(cancellationToken);
        return
        [
            .. from execution in deployment.StepFunctions.ViewAll()
            let history = deployment.StepFunctions.HistoryOf(execution.ExecutionArn)
            select new ExecutionReport(
                execution.Name,
                execution.Status.ToString().ToUpperInvariant(),
                HistoryRows.From(
                    ExecutionEvents.Of(history),
                    (tenant, connection) => urls.GetValueOrDefault((tenant, connection))
                )
            )
            {
                History = [.. history],
            },
        ];
    }
}
