using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>A <c>forEach</c> step is an inline Map. Item and index enter each iteration as its input.</summary>
internal static class ForEachState
{
    public static void Write(StateWriter state, ForEachStep step)
    {
        var json = state.Json;
        state.Begin("Map");

        // An expression that finds one thing gives it without a list, and one that finds nothing gives nothing.
        var items = state.Jsonata(step.Items.Json.GetString()!);
        state.Expression(
            "Items",
            $"($_items := $append([], {items}); $assert($count($_items) <= {step.AtMost}, 'There are more than "
                + $"{step.AtMost} items.'); $_items)"
        );
        json.WriteStartObject("ItemSelector");
        state.Expression(step.Item, "$states.context.Map.Item.Value");
        state.Expression(step.Index, "$states.context.Map.Item.Index");
        json.WriteEndObject();
        json.WriteNumber("MaxConcurrency", step.Concurrency);
        json.WritePropertyName("ItemProcessor");
        state.Machine.WriteBody(new ScopeFrame(step.Body, state.Scope.Flow, state));
        state.AssignResult(step.Next, () => state.Expression(state.Name, "$states.result"));
        ErrorCatch.Write(state, step.OnError);
        state.Onward(step.Next);
        state.End();
    }
}
