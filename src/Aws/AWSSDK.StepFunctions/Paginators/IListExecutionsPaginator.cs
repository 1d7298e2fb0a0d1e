using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>All pages of <see cref="IAmazonStepFunctions.ListExecutionsAsync"/>.</summary>
public interface IListExecutionsPaginator
{
    IPaginatedEnumerable<ListExecutionsResponse> Responses { get; }

    IPaginatedEnumerable<ExecutionListItem> Executions { get; }
}
