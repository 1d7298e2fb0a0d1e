using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>The result or error that TestState uses instead of calling a service.</summary>
public class MockInput : IWireShape
{
    public MockErrorOutput ErrorOutput { get; set; }
    public MockResponseValidationMode FieldValidationMode { get; set; }
    public string Result { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        ErrorOutput = members.Shape("errorOutput", ErrorOutput);
        FieldValidationMode = members.Word("fieldValidationMode", FieldValidationMode, MockResponseValidationMode.FindValue);
        Result = members.Text("result", Result);
    }
}
