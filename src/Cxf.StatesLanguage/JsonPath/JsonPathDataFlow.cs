using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Evaluation;

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

    public override Payload Enter(IEvaluationContext context)
    {
        var data = InputPath.Apply(context);
        context.Inspection?.AfterInputPath = data;
        var parameters = Parameters is null ? data : JsonPathTemplate.Evaluate(Parameters, context, data.Tree);
        context.Inspection?.AfterParameters = parameters;
        return parameters;
    }

    public override StateExit Exit(IEvaluationContext context, Payload? result)
    {
        if (result is null && FixedResult is not null)
        {
            context.Inspection?.Result = FixedResult;
        }

        var raw = result ?? FixedResult ?? Enter(context);
        var assigned = Assigned(context, raw);
        var selected = ResultSelector is null ? raw : JsonPathTemplate.Evaluate(ResultSelector, context, raw.Tree);
        context.Inspection?.AfterResultSelector = selected;
        var combined = ResultPath.Combine(context, context.Input, selected);
        context.Inspection?.AfterResultPath = combined;
        return new StateExit(OutputPath.Apply(context, combined), assigned);
    }

    public override StateExit Catch(IEvaluationContext context, Payload errorOutput)
    {
        var assigned = Assigned(context, errorOutput);
        return new StateExit(ResultPath.Combine(context, context.Input, errorOutput), assigned);
    }

    private KeyValuePair<string, Payload>[] Assigned(IEvaluationContext context, Payload data)
    {
        if (Assign.Count == 0)
        {
            return [];
        }

        var assigned = new KeyValuePair<string, Payload>[Assign.Count];
        for (var index = 0; index < assigned.Length; index++)
        {
            assigned[index] = new(Assign[index].Key, JsonPathTemplate.Evaluate(Assign[index].Value, context, data.Tree));
        }

        return assigned;
    }
}
