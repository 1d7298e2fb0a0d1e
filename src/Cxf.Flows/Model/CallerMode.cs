namespace Cxf.Flows.Model;

/// <summary>Whether the caller waits on the line for the flow's answer; it decides the state machine's type.</summary>
public enum CallerMode
{
    /// <summary>The caller waits: an EXPRESS machine, started synchronously.</summary>
    Waits,

    /// <summary>The caller goes on: a STANDARD machine, started and left to run.</summary>
    Continues,
}
