using System.Text.Json;
using Cxf.Flows.Compiling;
using Cxf.Jsonata;

namespace Cxf.Functions.Runs;

/// <summary>The hash by which two payloads under one run's name are told apart.</summary>
internal static class PayloadHash
{
    private static readonly Lazy<JsonataExpression> Expression =
        new(() => JsonataExpression.Compile(RunRecord.PayloadHashExpression, JsonataOptions.StepFunctions));

    /// <summary>The hash of a payload as it stands in a run's input: what the machine itself writes in the run's record.</summary>
    public static string Of(JsonElement payload)
    {
        var input = Holding("payload", JsonataValue.From(payload));
        var context = Holding("Execution", Holding("Input", input));
        return Expression.Value.Evaluate(JsonataValue.Undefined, new JsonataBindings { ["states"] = Holding("context", context) }).GetString();
    }

    private static JsonataValue Holding(string name, JsonataValue value) => JsonataValue.FromObject([new(name, value)]);
}
