using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>Reads a step of kind <c>parallel</c>.</summary>
internal static class ParallelStepReader
{
    public static FlowStep? Read(JsonCursor step, ScopeKind scope)
    {
        StepMembers.RefuseUnknown(step, "branches", "onError", "next");
        var branches = ReadBranches(step);
        var onError = ErrorBranchesReader.Read(step, ErrorBranchesReader.FlowWords);
        return
            StepMembers.TryReadNext(step, scope, "Name the step after all branches have ended.", out var next)
            && branches.Count > 0
            ? new ParallelStep(step.Name, step.Pointer)
            {
                Description = StepMembers.Description(step),
                Branches = branches,
                OnError = onError,
                Next = next,
            }
            : null;
    }

    private static List<ParallelBranch> ReadBranches(JsonCursor step)
    {
        if (
            step.RequiredMember("branches", "Add the branches by name, each with \"start\" and \"steps\".") is not { } branches
            || !branches.IsObject()
        )
        {
            return [];
        }

        if (!branches.Members().Any())
        {
            branches.Report(FlowCodes.Missing, "There are no branches.", "Add at least one, with \"start\" and \"steps\".");
        }

        return [.. branches.Members().Select(ReadBranch).OfType<ParallelBranch>()];
    }

    private static ParallelBranch? ReadBranch(JsonCursor branch)
    {
        var isNamed = VariableNameRule.IsMet(branch);
        if (!branch.IsObject())
        {
            return null;
        }

        branch.RefuseUnknown("start", "steps");
        return ScopeReader.Read(branch, ScopeKind.Body) is { } body && isNamed ? new ParallelBranch(branch.Name, body) : null;
    }
}
