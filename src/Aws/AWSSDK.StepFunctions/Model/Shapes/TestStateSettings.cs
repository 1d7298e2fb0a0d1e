using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>The error that TestState uses instead of calling a service.</summary>
public class MockErrorOutput : IWireShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Cause = members.Text("cause", Cause);
        Error = members.Text("error", Error);
    }
}

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

/// <summary>The situation in which TestState runs a state: attempts, failures and items so far.</summary>
public class TestStateConfiguration : IWireShape
{
    public string ErrorCausedByState { get; set; }
    public string MapItemReaderData { get; set; }
    public int? MapIterationFailureCount { get; set; }
    public int? RetrierRetryCount { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        ErrorCausedByState = members.Text("errorCausedByState", ErrorCausedByState);
        MapItemReaderData = members.Text("mapItemReaderData", MapItemReaderData);
        MapIterationFailureCount = members.Integer("mapIterationFailureCount", MapIterationFailureCount);
        RetrierRetryCount = members.Integer("retrierRetryCount", RetrierRetryCount);
    }
}
