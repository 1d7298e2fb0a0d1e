using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Local.Deployment;
using Cxf.Local.Examination;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Publishing;
using Cxf.Local.Statistics;
using Cxf.Studio.Documents;
using Cxf.Studio.Runs;
using FlowDraft = Cxf.Studio.Documents.FlowDraft;

namespace Cxf.Studio.Publishing;

/// <summary>Publishes one flow of the folder to the deployment, on the same code as <c>cxf publish</c> and the like.</summary>
/// <param name="place">The deployment.</param>
/// <param name="file">The flow.</param>
/// <param name="time">The clock.</param>
internal sealed class PublishDesk(PublishPlace place, FlowFile file, TimeProvider time)
{
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(1);

    private readonly FlowId _flow = FlowId.Parse(FlowFolder.NameOf(file));

    /// <summary>Reads what there is to see before publishing.</summary>
    /// <exception cref="StageUnavailableException">The deployment does not answer.</exception>
    public Task<PublishView> ReadAsync(CancellationToken cancellationToken) =>
        OnAsync(
            async (target, publication) =>
            {
                var document = await FlowDocument.ReadAsync(file, cancellationToken);
                var used = PublishView.UsedConnections(document);
                var now = time.GetUtcNow();
                var statistics = await place.StatisticsAsync(
                    new StatisticsQuery
                    {
                        Since = now - LookBack,
                        Until = now,
                        Tenant = file.Tenant,
                    },
                    cancellationToken
                );
                var names = used.Select(connection => $"{file.Tenant}/{connection}").ToHashSet();
                return new PublishView(document, await publication.ReadAsync(cancellationToken))
                {
                    Tests = document.Reading.Flow is { } flow ? document.Test(flow, cancellationToken) : null,
                    Cost = document.Reading.Flow is { } read ? document.CostOf(read) : null,
                    Findings = await FindingsAsync(target, used, cancellationToken),
                    Connections = statistics is null
                        ? null
                        : new CallHealth([.. statistics.Connections.Where(row => names.Contains(row.Name))]),
                    Runs = [.. statistics?.Runs.Where(row => row.Name == $"{file.Tenant}/{_flow}") ?? []],
                    HasUnsavedChanges = (await FlowDraft.FindAsync(file.Path, cancellationToken)).Count > 0,
                };
            },
            cancellationToken
        );

    /// <summary>Makes the file live; null if somebody else was faster. What is red is refused.</summary>
    public async Task<PublishedFlow?> PublishAsync(PublishView view, CancellationToken cancellationToken) =>
        view.Red.Count > 0
            ? throw new InvalidOperationException("A flow that is red is not published.")
            : await OnAsync(
                (_, publication) => publication.PublishAsync(view.Document.Text, view.State, cancellationToken),
                cancellationToken
            );

    /// <summary>Makes a version live again.</summary>
    public Task<PublishedFlow> RollBackAsync(int version, CancellationToken cancellationToken) =>
        OnAsync((_, publication) => publication.RollBackAsync(version, cancellationToken), cancellationToken);

    /// <summary>Gives a part of the runs to another version; 0 ends that.</summary>
    public Task<PublishedFlow> GiveCanaryAsync(int version, int weight, CancellationToken cancellationToken) =>
        OnAsync((_, publication) => publication.GiveCanaryAsync(version, weight, cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<Finding>> FindingsAsync(
        IPublishTarget target,
        IReadOnlyList<string> used,
        CancellationToken cancellationToken
    )
    {
        var findings = new FindingList();
        await new TenantExamination(target, place.Services, findings, time).ExamineConnectionsAsync(
            file.Tenant,
            cancellationToken
        );
        var there = await target.Store.ListConnectionsAsync(file.Tenant, cancellationToken);
        foreach (var missing in used.Where(name => !there.ContainsKey(ConnectionId.Parse(name))))
        {
            findings.Error(
                $"{file.Tenant}/connections/{missing}",
                "The deployment does not have this connection.",
                "Publish the whole folder: cxf publish."
            );
        }

        var places = used.Select(connection => $"{file.Tenant}/connections/{connection}").ToHashSet();
        return [.. findings.Sorted.Where(finding => places.Contains(finding.Where) || !finding.IsExamined)];
    }

    private Task<T> OnAsync<T>(Func<IPublishTarget, FlowPublication, Task<T>> act, CancellationToken cancellationToken) =>
        place.AskAsync(target => act(target, new FlowPublication(target, file.Tenant, _flow)), cancellationToken);
}
