using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Service;

/// <summary>Request of CreateActivity.</summary>
/// <param name="Name">1 to 80 characters.</param>
/// <param name="Tags">Default: none.</param>
/// <param name="EncryptionConfiguration">Default: AWS's own key.</param>
public sealed record CreateActivityRequest(
    string? Name,
    IReadOnlyList<Tag>? Tags = null,
    EncryptionConfiguration? EncryptionConfiguration = null
);

/// <summary>Request of operations that take an activity's ARN only.</summary>
/// <param name="ActivityArn">The activity.</param>
public sealed record ActivityRequest(string? ActivityArn);

/// <summary>Request of GetActivityTask.</summary>
/// <param name="ActivityArn">The activity.</param>
/// <param name="WorkerName">The worker's name, for the history.</param>
public sealed record GetActivityTaskRequest(string? ActivityArn, string? WorkerName = null);

/// <summary>Answer of CreateActivity.</summary>
/// <param name="ActivityArn">The activity.</param>
/// <param name="CreationDate">When it was created.</param>
public sealed record CreateActivityResult(string ActivityArn, DateTimeOffset CreationDate);

/// <summary>Answer of DescribeActivity.</summary>
/// <param name="ActivityArn">The activity.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreationDate">When it was created.</param>
/// <param name="EncryptionConfiguration">The key that it names; nothing is encrypted here.</param>
public sealed record DescribeActivityResult(
    string ActivityArn,
    string Name,
    DateTimeOffset CreationDate,
    EncryptionConfiguration EncryptionConfiguration
);

/// <summary>Answer of ListActivities.</summary>
/// <param name="Activities">The entries.</param>
/// <param name="NextToken">The token of the next page.</param>
public sealed record ListActivitiesResult(IReadOnlyList<ActivityListItem> Activities, string? NextToken);

/// <summary>An entry of ListActivities.</summary>
/// <param name="ActivityArn">The activity.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreationDate">When it was created.</param>
public sealed record ActivityListItem(string ActivityArn, string Name, DateTimeOffset CreationDate);

/// <summary>Answer of GetActivityTask; without members if no task was scheduled within a minute.</summary>
/// <param name="TaskToken">The token that the worker returns.</param>
/// <param name="Input">The task's input.</param>
public sealed record GetActivityTaskResult(string? TaskToken, string? Input);

/// <summary>Request of SendTaskSuccess.</summary>
/// <param name="TaskToken">The task.</param>
/// <param name="Output">Its output as JSON.</param>
public sealed record SendTaskSuccessRequest(string? TaskToken, string? Output);

/// <summary>Request of SendTaskFailure.</summary>
/// <param name="TaskToken">The task.</param>
/// <param name="Error">The error's name.</param>
/// <param name="Cause">The cause.</param>
public sealed record SendTaskFailureRequest(string? TaskToken, string? Error = null, string? Cause = null);

/// <summary>Request of SendTaskHeartbeat.</summary>
/// <param name="TaskToken">The task.</param>
public sealed record SendTaskHeartbeatRequest(string? TaskToken);
