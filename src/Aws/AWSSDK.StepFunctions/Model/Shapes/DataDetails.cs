using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Whether an event's variables were cut short.</summary>
public class AssignedVariablesDetails : IWireShape
{
    public bool? Truncated { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Truncated = members.Flag("truncated", Truncated);
    }
}

/// <summary>What an EXPRESS execution costs: milliseconds (rounded up) and megabytes.</summary>
public class BillingDetails : IWireShape
{
    public long? BilledDurationInMilliseconds { get; set; }
    public long? BilledMemoryUsedInMB { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        BilledDurationInMilliseconds = members.Long("billedDurationInMilliseconds", BilledDurationInMilliseconds);
        BilledMemoryUsedInMB = members.Long("billedMemoryUsedInMB", BilledMemoryUsedInMB);
    }
}

/// <summary>Whether an execution's input or output is part of the answer.</summary>
public class CloudWatchEventsExecutionDataDetails : IWireShape
{
    public bool? Included { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Included = members.Flag("included", Included);
    }
}

/// <summary>Whether an event's input or output was cut short.</summary>
public class HistoryEventExecutionDataDetails : IWireShape
{
    public bool? Truncated { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Truncated = members.Flag("truncated", Truncated);
    }
}
