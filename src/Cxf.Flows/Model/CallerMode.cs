namespace Cxf.Flows.Model;

/// <summary>Whether the caller waits on the line for the flow's answer; it decides the state machine's type.</summary>
public enum CallerMode
{
    /// <summary>The caller waits where the flow's longest path fits the caller's limit, else the caller continues.</summary>
    Auto,

    /// <summary>The caller waits: an EXPRESS machine, started synchronously. A flow that can take too long is an error.</summary>
    Waits,

    /// <summary>The caller continues: a STANDARD machine, started and left to run.</summary>
    Continues,
}
