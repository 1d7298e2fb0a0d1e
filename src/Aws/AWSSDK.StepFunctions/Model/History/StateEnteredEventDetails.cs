using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of the <c>…StateEntered</c> events.</summary>
public class StateEnteredEventDetails : IWireShape
{
    public string Input { get; set; }
    public HistoryEventExecutionDataDetails InputDetails { get; set; }
    public string Name { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Input = members.Text("input", Input);
        InputDetails = members.Shape("inputDetails", InputDetails);
        Name = members.Text("name", Name);
    }
}
