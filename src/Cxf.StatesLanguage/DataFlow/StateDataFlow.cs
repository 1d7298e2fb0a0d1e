using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow;

/// <summary>
/// How data goes into a state's work and out of it again. JSONata states do it with Arguments, Output and Assign;
/// JSONPath states with InputPath, Parameters, ResultSelector, ResultPath, OutputPath and Assign.
/// </summary>
internal abstract class StateDataFlow
{
    /// <summary>What the state's work gets.</summary>
    public abstract Payload Enter(StateRun run);

    /// <summary>What the state hands on, and the variables it sets; <paramref name="result"/> is null for states without a
    /// result.</summary>
    public abstract StateExit Exit(StateRun run, Payload? result);

    /// <summary>What a catcher hands on, and the variables it sets.</summary>
    public abstract StateExit Catch(StateRun run, Payload errorOutput);
}
