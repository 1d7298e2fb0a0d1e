using System.Text.Json;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.JsonPath;

/// <summary>A text field that is a path or an intrinsic function, such as ErrorPath.</summary>
internal sealed class JsonPathText(IJsonPathValue value, string field) : TextField
{
    public override string Evaluate(StateRun run)
    {
        var found = value.Evaluate(run, run.Input.Tree, field);
        return found.ValueKind == JsonValueKind.String
            ? found.GetString()!
            : throw run.RuntimeError($"The {field} field must refer to a string");
    }
}
