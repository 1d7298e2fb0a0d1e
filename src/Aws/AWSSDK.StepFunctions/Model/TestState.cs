using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.TestStateAsync"/> is asked.</summary>
public class TestStateRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string Context { get; set; }
    public string Definition { get; set; }
    public string Input { get; set; }
    public InspectionLevel InspectionLevel { get; set; }
    public MockInput Mock { get; set; }
    public bool? RevealSecrets { get; set; }
    public string RoleArn { get; set; }
    public TestStateConfiguration StateConfiguration { get; set; }
    public string StateName { get; set; }
    public string Variables { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Context = members.Text("context", Context);
        Definition = members.Text("definition", Definition);
        Input = members.Text("input", Input);
        InspectionLevel = members.Word("inspectionLevel", InspectionLevel, InspectionLevel.FindValue);
        Mock = members.Shape("mock", Mock);
        RevealSecrets = members.Flag("revealSecrets", RevealSecrets);
        RoleArn = members.Text("roleArn", RoleArn);
        StateConfiguration = members.Shape("stateConfiguration", StateConfiguration);
        StateName = members.Text("stateName", StateName);
        Variables = members.Text("variables", Variables);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.TestStateAsync"/> answers.</summary>
public class TestStateResponse : AmazonWebServiceResponse, IWireShape
{
    public string Cause { get; set; }
    public string Error { get; set; }
    public InspectionData InspectionData { get; set; }
    public string NextState { get; set; }
    public string Output { get; set; }
    public TestExecutionStatus Status { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Cause = members.Text("cause", Cause);
        Error = members.Text("error", Error);
        InspectionData = members.Shape("inspectionData", InspectionData);
        NextState = members.Text("nextState", NextState);
        Output = members.Text("output", Output);
        Status = members.Word("status", Status, TestExecutionStatus.FindValue);
    }
}
