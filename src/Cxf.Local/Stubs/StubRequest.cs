using Cxf.Flows.Checks.Descriptions;

namespace Cxf.Local.Stubs;

/// <summary>A request that the stub received.</summary>
/// <param name="Connection">The tenant and the connection: <c>tenant/connection</c>.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path of the operation, or the path that was sent if the API has no operation for it.</param>
/// <param name="Operation">The ID of the operation; null if the API has no operation for the request.</param>
/// <param name="Answer">The status of the answer; null if there was none.</param>
/// <param name="Fault">The fault that the request had; null without one.</param>
/// <param name="Problems">Where the request contradicts the description.</param>
internal sealed record StubRequest(
    string Connection,
    string Method,
    string Path,
    string? Operation,
    int? Answer,
    StubFault? Fault,
    IReadOnlyList<SentProblem> Problems
)
{
    /// <summary>Whether a third party would have refused it.</summary>
    public bool IsWrong => Problems.Any(problem => problem.Kind != SentProblemKind.Undocumented);
}
