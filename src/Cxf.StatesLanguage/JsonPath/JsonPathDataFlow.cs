using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.JsonPath;

/// <summary>InputPath, Parameters, ResultSelector, ResultPath, OutputPath and Assign of a JSONPath state.</summary>
internal sealed class JsonPathDataFlow : StateDataFlow
{
    public InputPath InputPath { get; init; } = InputPath.Whole;

    public PayloadTemplate? Parameters { get; init; }

    /// <summary>The Result of a Pass state.</summary>
    public Payload? FixedResult { get; init; }

    public PayloadTemplate? ResultSelector { get; init; }

    public ResultPath ResultPath { get; init; } = ResultPath.Replace;

    public InputPath OutputPath { get; init; } = InputPath.Whole;

    public IReadOnlyList<KeyValuePair<string, PayloadTemplate>> Assign { get; init; } = [];

    public override Payload Enter(StateRun run)
    {
        var data = InputPath.Apply(run);
        return Parameters is null ? data : JsonPathTemplate.Evaluate(Parameters, run, data.Tree);
    }

    public override StateExit Exit(StateRun run, Payload? result)
    {
        var raw = result ?? FixedResult ?? Enter(run);
        var assigned = Assigned(run, raw);
        var selected = ResultSelector is null ? raw : JsonPathTemplate.Evaluate(ResultSelector, run, raw.Tree);
        return new StateExit(OutputPath.Apply(run, ResultPath.Combine(run, run.Input, selected)), assigned);
    }

    public override StateExit Catch(StateRun run, Payload errorOutput)
    {
        var assigned = Assigned(run, errorOutput);
        return new StateExit(ResultPath.Combine(run, run.Input, errorOutput), assigned);
    }

    private KeyValuePair<string, Payload>[] Assigned(StateRun run, Payload data)
    {
        if (Assign.Count == 0)
        {
            return [];
        }

        var assigned = new KeyValuePair<string, Payload>[Assign.Count];
        for (var index = 0; index < assigned.Length; index++)
        {
            assigned[index] = new(Assign[index].Key, JsonPathTemplate.Evaluate(Assign[index].Value, run, data.Tree));
        }

        return assigned;
    }
}
