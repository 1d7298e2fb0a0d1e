using System.Globalization;
using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.JsonPath.Paths;

namespace Cxf.StatesLanguage.JsonPath;

/// <summary>A numeric field that is a path, such as MaxConcurrencyPath. Numbers in texts count as numbers (recorded).</summary>
internal sealed class JsonPathNumber(JsonPathExpression path, InputPath inputPath, string field, bool isInteger) : NumberField
{
    public override double Evaluate(StateRun run)
    {
        var value = path.Require(run, inputPath.Apply(run).Tree);
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : JsonKinds.Compact(value);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && (!isInteger || number == Math.Floor(number)))
        {
            return number;
        }

        throw run.RuntimeError(
            $"The {field} field refers to value \"{text}\" which is not a valid {(isInteger ? "integer" : "float")}: {path.Text}");
    }
}
