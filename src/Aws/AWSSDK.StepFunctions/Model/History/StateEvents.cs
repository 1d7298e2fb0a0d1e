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

/// <summary>Details of the <c>…StateExited</c> events.</summary>
public class StateExitedEventDetails : IWireShape
{
    public Dictionary<string, string> AssignedVariables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public AssignedVariablesDetails AssignedVariablesDetails { get; set; }
    public string Name { get; set; }
    public string Output { get; set; }
    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        AssignedVariables = members.TextMap("assignedVariables", AssignedVariables);
        AssignedVariablesDetails = members.Shape("assignedVariablesDetails", AssignedVariablesDetails);
        Name = members.Text("name", Name);
        Output = members.Text("output", Output);
        OutputDetails = members.Shape("outputDetails", OutputDetails);
    }
}
