using System.Text.Json;

namespace Cxf.StatesLanguage.JsonPath.Choices;

/// <summary>A comparison operator.</summary>
/// <param name="Holds">Whether it holds for a value (null: nothing found) and an operand.</param>
/// <param name="OperandKind">The JSON type of the constant operand.</param>
/// <param name="AcceptsMissing">Whether a variable that leads nowhere is no error.</param>
/// <param name="HasPathForm">Whether there is a form that takes a path, with <c>Path</c> behind its name.</param>
/// <param name="IsTimestamp">Whether the constant operand must be a timestamp.</param>
internal sealed record ComparisonOperator(
    Func<JsonElement?, JsonElement, bool> Holds, JsonValueKind OperandKind, bool AcceptsMissing = false, bool HasPathForm = true,
    bool IsTimestamp = false);
