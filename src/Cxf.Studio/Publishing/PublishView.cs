using Cxf.Documents;
using Cxf.Flows.Differences;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Model;
using Cxf.Functions.PublishFlow;
using Cxf.Graphs.Marks;
using Cxf.Local.Examination;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Pictures;
using Cxf.Local.Publishing;
using Cxf.Local.Statistics;
using Cxf.Studio.Documents;
using Cxf.Studio.Runs;

namespace Cxf.Studio.Publishing;

/// <summary>
/// What a person sees before a flow is published: what is red, what changes, the health of what it calls, and the versions.
/// </summary>
public sealed class PublishView
{
    internal PublishView(FlowDocument document, PublishedState state)
    {
        (Document, State) = (document, state);
        if (document.Source.SyntaxProblem is not null)
        {
            return;
        }

        if (state.LiveDocument is { } live && JsonSource.Parse(live) is { SyntaxProblem: null } source)
        {
            Differences = DifferenceWords.Between(source, document.Source);
            var (graph, marks) = DifferenceMarks.Between(source, document.Source);
            Picture = FlowPicture.Of(document, new Picture(graph, marks));
        }
        else
        {
            Picture = FlowPicture.Of(document, Cxf.Local.Pictures.Picture.Plain(document));
        }
    }

    /// <summary>The flow in the folder.</summary>
    internal FlowDocument Document { get; }

    /// <summary>The flow in the deployment.</summary>
    internal PublishedState State { get; }

    /// <summary>What changes for a flow that is live, in words; null for one that is not.</summary>
    internal IReadOnlyList<FlowDifference>? Differences { get; }

    /// <summary>The same as a picture; null for a text that is not JSON.</summary>
    internal FlowPicture? Picture { get; }

    /// <summary>The results of the flow's tests; null if it has errors.</summary>
    internal FlowTestReport? Tests { get; init; }

    /// <summary>How long it can take and what it costs; null if it has errors.</summary>
    internal FlowCost? Cost { get; init; }

    /// <summary>What was found at the connections that it uses.</summary>
    internal IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>How the connections that it uses did today; null for a deployment that has no runs.</summary>
    internal CallHealth? Connections { get; init; }

    /// <summary>How the runs of each version did today.</summary>
    internal IReadOnlyList<StatisticsRow> Runs { get; init; } = [];

    /// <summary>Whether the page of an editor keeps changes that are not in the file.</summary>
    internal bool HasUnsavedChanges { get; init; }

    /// <summary>The connections that it uses.</summary>
    internal static IReadOnlyList<string> UsedConnections(FlowDocument document) =>
        document.Reading.Flow is { } flow
            ?
            [
                .. document
                    .Compile(flow)
                    .States.Select(state => state.Step)
                    .OfType<RestApiStep>()
                    .Select(step => step.Connection.Value)
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Why the flow is not published as it is; empty if nothing is red.</summary>
    internal IReadOnlyList<string> Red
    {
        get
        {
            var red = new List<string>();
            var errors = Document.Reading.Diagnostics.Count(one => one.Severity == DiagnosticSeverity.Error);
            if (errors > 0)
            {
                red.Add($"The flow has {errors} {(errors == 1 ? "error" : "errors")}.");
            }

            if (Tests is { Passed: false } tests)
            {
                var failed = tests.Results.Count(result => !result.Passed);
                red.Add($"{failed} of {tests.Results.Count} tests {(failed == 1 ? "fails" : "fail")}.");
            }

            if (!State.HasTenant)
            {
                red.Add(
                    $"The deployment has no tenant {Document.File.Tenant}. Publish the whole folder first, with its connections: "
                        + "cxf publish."
                );
            }

            red.AddRange(
                Findings.Where(one => one.Severity == DiagnosticSeverity.Error).Select(one => $"{one.Where}: {one.Message}")
            );
            return red;
        }
    }

    /// <summary>Whether publishing would change nothing.</summary>
    internal bool IsLive => State.LiveDocument == Document.Text;

    /// <summary>Whether somebody has saved another draft in the deployment, which publishing replaces.</summary>
    internal bool ReplacesDraft => State.HasOtherDraft(Document.Text);

    /// <summary>How the runs of a version did today; null if there were none.</summary>
    internal StatisticsRow? RunsOf(int version) => Runs.FirstOrDefault(row => row.Version == version);
}
