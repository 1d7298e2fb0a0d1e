using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;

namespace Cxf.StatesLanguage.DataFlow;

/// <summary>
/// How data enters and leaves a state's work. JSONata states use Arguments, Output and Assign; JSONPath states use InputPath,
/// Parameters, ResultSelector, ResultPath, OutputPath and Assign.
/// </summary>
internal abstract class StateDataFlow
{
    /// <summary>The input of the state's work.</summary>
    public abstract Payload Enter(IEvaluationContext context);

    /// <summary>
    /// The state's output and the variables it sets; <paramref name="result"/> is null for states without a result.
    /// </summary>
    public abstract StateExit Exit(IEvaluationContext context, Payload? result);

    /// <summary>A catcher's output and the variables it sets.</summary>
    public abstract StateExit Catch(IEvaluationContext context, Payload errorOutput);
}

/// <summary>A state's output and the variables it sets, evaluated on the same snapshot.</summary>
internal readonly record struct StateExit(Payload Output, KeyValuePair<string, Payload>[] Assigned);
