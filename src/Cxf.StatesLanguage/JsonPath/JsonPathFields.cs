using System.Globalization;
using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.JsonPath.Paths;

namespace Cxf.StatesLanguage.JsonPath;

/// <summary>ItemsPath of a JSONPath Map; the whole input by default.</summary>
internal sealed class JsonPathItems(JsonPathExpression? path, InputPath inputPath) : IItemSource
{
    public JsonElement Evaluate(IEvaluationContext context)
    {
        var data = inputPath.Apply(context);
        context.Inspection?.AfterInputPath = data;
        var items = path?.Require(context, data.Tree) ?? data.Tree;
        if (items.ValueKind != JsonValueKind.Array)
        {
            throw context.RuntimeError($"Reference path \"{PrintedPath()}\" must point to array.");
        }

        context.Inspection?.AfterItemsPath = Payload.Of(items);
        return items;
    }

    /// <summary>The path within its own document: <c>$$.a</c> prints as <c>$.a</c> (recorded).</summary>
    private string PrintedPath() => path is null ? "$" : path.Text[(path.Root == PathRoot.Context ? 1 : 0)..];
}

/// <summary>A numeric field that is a path, such as MaxConcurrencyPath. Numbers in strings count as numbers (recorded).</summary>
internal sealed class JsonPathNumber(JsonPathExpression path, InputPath inputPath, string field, bool isInteger) : NumberField
{
    public override double Evaluate(IEvaluationContext context)
    {
        var value = path.Require(context, inputPath.Apply(context).Tree);
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : Payload.Compact(value).ToString();
        if (
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && (!isInteger || number == Math.Floor(number))
        )
        {
            return number;
        }

        throw context.RuntimeError(
            $"The {field} field refers to value \"{text}\" which is not a valid {(isInteger ? "integer" : "float")}: {path.Text}"
        );
    }
}

/// <summary>The SecondsPath of a Wait state, which has messages of its own.</summary>
internal sealed class JsonPathSeconds(JsonPathExpression path, InputPath inputPath) : NumberField
{
    public override double Evaluate(IEvaluationContext context)
    {
        var found =
            path.Find(context, inputPath.Apply(context).Tree)
            ?? throw context.RuntimeError($"The SecondsPath parameter does not reference an input value: {path.Text}");
        var text = found.ValueKind == JsonValueKind.String ? found.GetString() : found.GetRawText();
        if (found.ValueKind != JsonValueKind.Number || !found.TryGetInt64(out var seconds))
        {
            throw context.RuntimeError($"The SecondsPath parameter cannot be parsed as a long value: {path.Text} == {text}");
        }

        return seconds >= 0
            ? seconds
            : throw context.RuntimeError($"The SecondsPath parameter references a negative value: {path.Text} == {text}");
    }
}

/// <summary>A string field that is a path or an intrinsic function, such as ErrorPath.</summary>
internal sealed class JsonPathText(IJsonPathValue value, string field) : TextField
{
    public override string Evaluate(IEvaluationContext context)
    {
        var found = value.Evaluate(context, context.Input.Tree, field);
        return found.ValueKind == JsonValueKind.String
            ? found.GetString()!
            : throw context.RuntimeError($"The {field} field must refer to a string");
    }
}

/// <summary>The TimestampPath of a Wait state.</summary>
internal sealed class JsonPathTimestamp(JsonPathExpression path, InputPath inputPath) : TimestampField
{
    public override DateTimeOffset Evaluate(IEvaluationContext context)
    {
        var found =
            path.Find(context, inputPath.Apply(context).Tree)
            ?? throw context.RuntimeError($"The TimestampPath parameter does not reference an input value: {path.Text}");
        var text = found.ValueKind == JsonValueKind.String ? found.GetString()! : found.GetRawText();
        return Timestamp.TryParse(text, out var time)
            ? time
            : throw context.RuntimeError(
                "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: "
                    + $"{path.Text} == {text}"
            );
    }
}
