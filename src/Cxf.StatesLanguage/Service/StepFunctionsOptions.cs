using Cxf.Jsonata;
using Cxf.StatesLanguage.Mocks;
using Cxf.StatesLanguage.Tasks;
using Cxf.StatesLanguage.Tasks.DynamoDb;

namespace Cxf.StatesLanguage.Service;

/// <summary>How the local service runs.</summary>
public sealed record StepFunctionsOptions
{
    /// <summary>All time comes from here. Default: the system's clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Runs Lambda tasks. Default: every call fails with Lambda.ResourceNotFoundException.</summary>
    public ILambdaInvoker? Lambda { get; init; }

    /// <summary>Runs DynamoDB tasks. Default: tables in memory.</summary>
    public IDynamoDbTasks? DynamoDb { get; init; }

    /// <summary>
    /// Fault injection: what is lost when a machine starts another execution, by that execution's name. The start then fails with
    /// SdkClientException.
    /// Default: nothing.
    /// </summary>
    public Func<string?, StartLoss>? StartLosses { get; init; }

    /// <summary>Mocked answers for the states of named test cases. Default: none.</summary>
    public MockFile? Mocks { get; init; }

    /// <summary>What one evaluation of an expression may use. Default: <see cref="JsonataLimits.StepFunctions"/>.</summary>
    public JsonataLimits ExpressionLimits { get; init; } = JsonataLimits.StepFunctions;

    /// <summary>
    /// What all executions may use together, expressions and histories included; beyond it they fail. Only with no threads of its
    /// own (<see cref="Threads"/> 0). Default: null, no budget.
    /// </summary>
    public WorkBudget? Budget { get; init; }

    /// <summary>The region in ARNs and events. Default: us-east-1.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The account in ARNs. Default: 111111111111.</summary>
    public string AccountId { get; init; } = "111111111111";

    /// <summary>
    /// Threads that run executions. 0 runs them on the thread that starts them or moves the clock. Default (null): one for each
    /// processor with the system's clock, 0 with any other clock, so that virtual time does not advance while work is done.
    /// </summary>
    public int? Threads { get; init; }

    /// <summary>The seed of all random values: jitter, weights of aliases. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>How many ended executions are kept, and for how long. Default: see <see cref="ExecutionRetention"/>.</summary>
    public ExecutionRetention Retention { get; init; } = new();

    /// <summary>Whether executions keep their histories. Default: true.</summary>
    public bool KeepHistory { get; init; } = true;
}
