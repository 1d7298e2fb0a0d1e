using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of a <see cref="HistoryEventType.LambdaFunctionScheduled"/> event.</summary>
public class LambdaFunctionScheduledEventDetails : IWireShape
{
    public string Input { get; set; }
    public HistoryEventExecutionDataDetails InputDetails { get; set; }
    public string Resource { get; set; }
    public TaskCredentials TaskCredentials { get; set; }
    public long? TimeoutInSeconds { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Input = members.Text("input", Input);
        InputDetails = members.Shape("inputDetails", InputDetails);
        Resource = members.Text("resource", Resource);
        TaskCredentials = members.Shape("taskCredentials", TaskCredentials);
        TimeoutInSeconds = members.Long("timeoutInSeconds", TimeoutInSeconds);
    }
}
