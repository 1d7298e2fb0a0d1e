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
