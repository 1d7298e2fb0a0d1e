using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

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
