using System.Text;
using System.Text.Json;
using Cxf.Jsonata;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

/// <summary>Reads an Amazon States Language document into the model and reports all its problems at once.</summary>
internal static class DefinitionReader
{
    private static readonly string[] Fields = ["Comment", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version"];

    public static DefinitionReadResult Read(string definition, StateMachineType type, JsonataOptions? expressions = null)
    {
        var context = new ReadingContext(type, expressions ?? JsonataOptions.StepFunctions);
        if (Encoding.UTF8.GetByteCount(definition) > ServiceLimits.DefinitionBytes)
        {
            context.Error("/", $"The definition is longer than {ServiceLimits.DefinitionBytes} bytes");
            return new DefinitionReadResult(null, context.Diagnostics);
        }

        JsonElement tree;
        try
        {
            // AWS reads a blank definition as an empty one.
            tree = JsonText.Parse(string.IsNullOrWhiteSpace(definition) ? "{}" : definition);
        }
        catch (JsonException problem)
        {
            context.Error("/", problem.Message, DiagnosticCodes.InvalidJson);
            return new DefinitionReadResult(null, context.Diagnostics);
        }

        var read = Read(new Node(tree, "/", context));
        return new DefinitionReadResult(context.HasErrors ? null : read, context.Diagnostics);
    }

    private static StateMachineDefinition? Read(Node root)
    {
        if (!root.Expect(JsonValueKind.Object))
        {
            return null;
        }

        FieldRules.RejectUnknown(root, Fields);
        var language = QueryLanguageField.Read(root) ?? QueryLanguage.JsonPath;
        root.Context.MachineLanguage = language;
        if (root.OptionalText("Version") is { } version && version != "1.0")
        {
            root.Member("Version")!.Error("The version must be '1.0'");
        }

        var timeout = ConstantFields.Number(root, "TimeoutSeconds", NumberRange.Duration);
        var graph = GraphReader.Read(root);
        if (graph is null || root.Context.HasErrors)
        {
            return null;
        }

        List<State> states = [];
        graph.Link(states);
        return new StateMachineDefinition(graph, (long?)timeout)
        {
            States = states,
            VariableReferences = root.Context.References.ToDictionary(),
        };
    }
}

/// <summary>The result of reading a definition: the model if there was no error, and all diagnostics.</summary>
internal sealed record DefinitionReadResult(StateMachineDefinition? Definition, IReadOnlyList<DefinitionDiagnostic> Diagnostics);
