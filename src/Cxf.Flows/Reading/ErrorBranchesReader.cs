using Cxf.ApiCalls;
using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>Reads <c>onError</c>: the next step by error code.</summary>
internal static class ErrorBranchesReader
{
    /// <summary>The words by which a call can fail.</summary>
    public static IReadOnlyList<string> CallWords { get; } = [.. ErrorCodes.All, FlowErrorCodes.FlowExpression, ErrorBranch.Any];

    /// <summary>The words by which a part of a flow, or another flow, can fail.</summary>
    public static IReadOnlyList<string> FlowWords { get; } =
    [.. ErrorCodes.All, FlowErrorCodes.FlowFailed, FlowErrorCodes.FlowTimeout, FlowErrorCodes.FlowExpression, ErrorBranch.Any];

    public static IReadOnlyList<ErrorBranch> Read(JsonCursor step, IReadOnlyList<string> words) =>
        step.Member("onError") is { } branches
        && branches.IsObject("Name the next step for each error code: { \"any\": \"step\" }.")
            ? [.. ReadBranches(branches, words)]
            : [];

    private static IEnumerable<ErrorBranch> ReadBranches(JsonCursor branches, IReadOnlyList<string> words)
    {
        foreach (var branch in branches.Members())
        {
            if (!words.Contains(branch.Name))
            {
                branch.Reader.ReportName(
                    branch.Pointer,
                    FlowCodes.NotAWord,
                    $"\"{branch.Name}\" is not an error code of this kind of step.",
                    branch.Reader.Suggest(branch.Name, words)
                );
            }
            else if (branch.AsText() is { } label)
            {
                yield return new ErrorBranch(branch.Name, new StepTransition(label, branch.Pointer));
            }
        }
    }
}
