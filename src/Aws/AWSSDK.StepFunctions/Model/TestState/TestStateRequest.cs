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
