using System.Text.Json;
using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>Writes the state of each step; the parts that steps share are here, each kind has a file of its own.</summary>
internal sealed class StateWriter(Utf8JsonWriter json, FlowDefinition flow, CompilationTarget target, ExpressionResolution expressions)
{
    public Utf8JsonWriter Json { get; } = json;

    public FlowDefinition Flow { get; } = flow;

    public CompilationTarget Target { get; } = target;

    public void Write(FlowStep step)
    {
        Json.WriteStartObject(step.Label);
        switch (step)
        {
            case RestApiStep call:
                RestApiState.Write(this, call);
                break;
            case DecisionStep decision:
                DecisionState.Write(this, decision);
                break;
            case RespondStep respond:
                RespondState.Write(this, respond);
                break;
            case FailStep fail:
                FailState.Write(this, fail);
                break;
        }

        Json.WriteEndObject();
    }

    /// <summary>The state's type, and the author's description of it as the comment.</summary>
    public void Head(FlowStep step, string type)
    {
        Json.WriteString("Type", type);
        if (step.Description.Length > 0)
        {
            Json.WriteString("Comment", step.Description);
        }
    }

    /// <summary>A member whose value may hold expressions; left out when the flow does not give it.</summary>
    public void Member(string name, FlowValue? value)
    {
        if (value is { } given)
        {
            Json.WritePropertyName(name);
            Value(given.Json);
        }
    }

    private void Value(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Json.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    Json.WritePropertyName(member.Name);
                    Value(member.Value);
                }

                Json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                Json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Value(item);
                }

                Json.WriteEndArray();
                break;
            case JsonValueKind.String:
                Json.WriteStringValue(expressions.Resolve(value.GetString()!));
                break;
            default:
                value.WriteTo(Json);
                break;
        }
    }
}
