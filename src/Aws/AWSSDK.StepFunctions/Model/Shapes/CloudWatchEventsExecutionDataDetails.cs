using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Whether an execution's input or output is part of the answer.</summary>
public class CloudWatchEventsExecutionDataDetails : IWireShape
{
    public bool? Included { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Included = members.Flag("included", Included);
    }
}
