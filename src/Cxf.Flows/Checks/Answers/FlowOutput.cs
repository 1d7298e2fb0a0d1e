using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Answers;

/// <summary>One output of a <c>respond</c> step.</summary>
internal sealed record FlowOutput(string Name, JsonElement Value, string Pointer)
{
    public static IEnumerable<FlowOutput> In(FlowDefinition flow) => flow.AllSteps.OfType<RespondStep>().SelectMany(Of);

    public static IEnumerable<FlowOutput> Of(RespondStep step) =>
        step.Outputs is { } outputs
            ? outputs
                .Json.EnumerateObject()
                .Select(output => new FlowOutput(output.Name, output.Value, JsonPointer.Append(outputs.Pointer, output.Name)))
            : [];
}
