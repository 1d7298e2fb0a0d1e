using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of a <see cref="HistoryEventType.MapStateStarted"/> event.</summary>
public class MapStateStartedEventDetails : IWireShape
{
    public int? Length { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Length = members.Integer("length", Length);
    }
}
