using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of the <c>MapIteration…</c> events.</summary>
public class MapIterationEventDetails : IWireShape
{
    public int? Index { get; set; }
    public string Name { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Index = members.Integer("index", Index);
        Name = members.Text("name", Name);
    }
}
