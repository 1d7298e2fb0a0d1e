using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.Service;

/// <summary>The filters of ListExecutions.</summary>
internal static class ListingRules
{
    private const string Redriven = "REDRIVEN";
    private const string NotRedriven = "NOT_REDRIVEN";

    public static void Check(ListRequest request)
    {
        var problems = new List<string>();
        if (request.StatusFilter is { } status && !StatusNames.All.Contains(status))
        {
            problems.Add(NotOneOf("statusFilter", status, StatusNames.All));
        }

        if (request.RedriveFilter is { } redrive && redrive is not (Redriven or NotRedriven))
        {
            problems.Add(NotOneOf("redriveFilter", redrive, [Redriven, NotRedriven]));
        }

        if (request is { StateMachineArn: null, MapRunArn: null })
        {
            problems.Add("Must provide a StateMachine ARN or MapRun ARN");
        }

        if (request is { StateMachineArn: not null, MapRunArn: not null })
        {
            problems.Add("Must provide either a StateMachine ARN or a MapRun ARN, not both");
        }

        if (problems.Count > 0)
        {
            throw ApiErrors.Validation(
                $"{problems.Count} validation {(problems.Count == 1 ? "error" : "errors")} detected: "
                    + string.Join("; ", problems)
            );
        }
    }

    public static bool Matches(ListRequest request, ExecutionStatus status, int redriveCount) =>
        (request.StatusFilter is null || StatusNames.Of(status) == request.StatusFilter)
        && (request.RedriveFilter is null || (request.RedriveFilter == Redriven) == (redriveCount > 0));

    private static string NotOneOf(string member, string value, IEnumerable<string> known) =>
        $"Value '{value}' at '{member}' failed to satisfy constraint: "
        + $"Member must satisfy enum value set: [{string.Join(", ", known)}]";
}
