using Cxf.Documents;
using Cxf.Flows.Checks;
using Cxf.Flows.Model;

namespace Cxf.Flows.FlowTests.Rules;

/// <summary>Each step of the path that a test expects can follow the one before.</summary>
internal sealed class TestPath()
    : FlowRule(
        FlowCodes.TestPath,
        DiagnosticSeverity.Error,
        "A test that expects a step which cannot follow the step before it.",
        "No run of the flow takes such a path, so the test always fails."
    )
{
    public override void Check(CheckedFlow flow)
    {
        // Another mistake may be the reason.
        if (flow.Document.HasErrors)
        {
            return;
        }

        var undo = flow.Flow.AllSteps.Select(step => step.Undo?.Target).OfType<string>().ToHashSet();
        foreach (var expect in flow.Flow.Tests.Select(test => test.Expect))
        {
            Check(flow, expect, undo);
        }
    }

    // Steps inside branches, loops and compiled-in flows follow the step that contains them; they are skipped.
    private void Check(CheckedFlow flow, FlowExpectation expect, HashSet<string> undo)
    {
        FlowStep? before = null;
        foreach (var (index, label) in (expect.Path ?? []).Index())
        {
            if (flow.Flow.Body.Find(label) is not { } step)
            {
                if (flow.Flow.Find(label) is null && !NamedSteps.IsInPinnedFlow(flow.Flow, label))
                {
                    return;
                }

                continue;
            }

            // Undo steps begin when the flow has failed, wherever it was.
            if (undo.Contains(label))
            {
                return;
            }

            string[] possible = before is null
                ? [flow.Flow.Body.Start]
                : [.. before.Transitions.Select(transition => transition.Target).Distinct()];
            if (!possible.Contains(label))
            {
                Report(
                    flow,
                    JsonPointer.Append(expect.Pointer + "/path", index),
                    before is null
                        ? $"The flow does not begin with the step \"{label}\"."
                        : $"The step \"{label}\" cannot follow \"{before.Label}\".",
                    before is null ? $"It begins with \"{possible[0]}\"."
                        : possible.Length == 0 ? $"Remove it: \"{before.Label}\" ends the flow."
                        : $"After \"{before.Label}\" comes {string.Join(" or ", possible.Select(next => $"\"{next}\""))}."
                );
                return;
            }

            before = step;
        }
    }
}
