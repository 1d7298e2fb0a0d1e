using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of a <see cref="HistoryEventType.EvaluationFailed"/> event.</summary>
public class EvaluationFailedEventDetails : IWireShape
{
    public string Cause { get; set; }
    public string Error { get; set; }
    public string Location { get; set; }
    public string State { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Cause = members.Text("cause", Cause);
        Error = members.Text("error", Error);
        Location = members.Text("location", Location);
        State = members.Text("state", State);
    }
}
