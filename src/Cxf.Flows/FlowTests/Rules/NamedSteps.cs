using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.FlowTests.Rules;

/// <summary>The steps that tests name, and how.</summary>
internal static class NamedSteps
{
    /// <summary>Every label that a test answers or asks what it sends, with its place.</summary>
    public static IEnumerable<(string Label, string Pointer)> Callers(FlowDefinition flow) =>
        flow.Tests.SelectMany(test =>
            test.Answers.Select(step => (step.Label, step.Pointer))
                .Concat(test.Expect.Requests.Select(step => (step.Label, step.Pointer)))
        );

    /// <summary>Every label in the paths that tests expect, with its place.</summary>
    public static IEnumerable<(string Label, string Pointer)> Visits(FlowDefinition flow) =>
        flow.Tests.SelectMany(test =>
            (test.Expect.Path ?? []).Select((label, index) => (label, JsonPointer.Append(test.Expect.Pointer + "/path", index)))
        );

    /// <summary>
    /// Whether a label is that of a step inside a flow that is compiled in (<c>run_flow_1_rest_api_1</c>). Which those are is
    /// known when the flow is compiled.
    /// </summary>
    public static bool IsInPinnedFlow(FlowDefinition flow, string label) =>
        label
            .Index()
            .Take(StepLabel.MaxLength + 1)
            .Any(at => at.Item == '_' && flow.Find(label[..at.Index]) is RunFlowStep { Version: not null });
}
