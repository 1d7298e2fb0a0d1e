using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Local.Deployment;

namespace Cxf.Local.Replays;

/// <summary>The version of a flow that a run ran, on which its test must go as the run did.</summary>
internal static class RanVersion
{
    /// <summary>The version; null with a sentence where there is none that tests can run on.</summary>
    /// <param name="services">The deployment.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="version">The version's number.</param>
    /// <param name="on">What the test runs on, which is the same if the documents are.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<(ReplayedFlow? Ran, string? Note)> FindAsync(
        DeploymentServices services,
        TenantId tenant,
        FlowId flow,
        int version,
        ReplayedFlow on,
        CancellationToken cancellationToken
    )
    {
        if (await services.Store.FindVersionAsync(tenant, flow, version, cancellationToken) is not { } stored)
        {
            return (null, $"Version {version}, which ran, is no longer stored.");
        }

        var ran =
            stored.Document == on.Text
                ? on
                : await ReplayedFlow.OfAsync($"version {version}", stored.Document, tenant, flow, services, cancellationToken);
        return ran.Reading.Flow is null ? (null, ran.Problem) : (ran, null);
    }
}
