using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

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
