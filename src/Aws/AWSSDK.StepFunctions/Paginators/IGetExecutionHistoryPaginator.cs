using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>All pages of <see cref="IAmazonStepFunctions.GetExecutionHistoryAsync"/>.</summary>
public interface IGetExecutionHistoryPaginator
{
    IPaginatedEnumerable<GetExecutionHistoryResponse> Responses { get; }

    IPaginatedEnumerable<HistoryEvent> Events { get; }
}
