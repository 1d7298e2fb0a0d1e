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

/// <summary>Details of a <see cref="HistoryEventType.MapRunFailed"/> event.</summary>
public class MapRunFailedEventDetails : IWireShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Cause = members.Text("cause", Cause);
        Error = members.Text("error", Error);
    }
}

/// <summary>Details of a <see cref="HistoryEventType.MapRunRedriven"/> event.</summary>
public class MapRunRedrivenEventDetails : IWireShape
{
    public string MapRunArn { get; set; }
    public int? RedriveCount { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        MapRunArn = members.Text("mapRunArn", MapRunArn);
        RedriveCount = members.Integer("redriveCount", RedriveCount);
    }
}

/// <summary>Details of a <see cref="HistoryEventType.MapRunStarted"/> event.</summary>
public class MapRunStartedEventDetails : IWireShape
{
    public string MapRunArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        MapRunArn = members.Text("mapRunArn", MapRunArn);
    }
}

/// <summary>Details of a <see cref="HistoryEventType.MapStateStarted"/> event.</summary>
public class MapStateStartedEventDetails : IWireShape
{
    public int? Length { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Length = members.Integer("length", Length);
    }
}
