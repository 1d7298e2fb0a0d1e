using System.Text.Json;
using Cxf.Jsonata;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Reading;

namespace Cxf.StatesLanguage.Service;

/// <summary>
/// The state that TestState runs: the only state of a machine under the name <c>StateName</c>, as on AWS. The states that it
/// leads to are stand-ins, because a definition may hold one state only.
/// </summary>
internal static class StateTestDefinition
{
    public const string Name = "StateName";

    public static State Read(string definition, string? stateName, JsonataOptions expressions)
    {
        JsonElement tree;
        try
        {
            tree = JsonText.Parse(definition);
        }
        catch (JsonException)
        {
            throw ApiErrors.InvalidDefinition(
                DefinitionReader.Read(definition, StateMachineType.Standard, expressions).Diagnostics
            );
        }

        JsonElement? language = null;
        if (stateName is not null)
        {
            Required(definition, expressions);
            if (tree.TryGetProperty("QueryLanguage", out var given))
            {
                language = given;
            }

            tree = Find(tree, stateName) ?? throw ApiErrors.Validation("State not found in definition");
        }

        return Required(Wrap(tree, language), expressions).Graph.Start;
    }

    private static StateMachineDefinition Required(string definition, JsonataOptions expressions)
    {
        var read = DefinitionReader.Read(definition, StateMachineType.Standard, expressions);
        return read.Definition ?? throw ApiErrors.InvalidDefinition(read.Diagnostics);
    }

    /// <summary>A state of the machine, or of a graph inside one of its states.</summary>
    private static JsonElement? Find(JsonElement graph, string name)
    {
        var states = graph.GetProperty("States");
        if (states.TryGetProperty(name, out var found))
        {
            return found;
        }

        foreach (var state in states.EnumerateObject().Select(static member => member.Value))
        {
            foreach (var inner in InnerGraphs(state))
            {
                if (Find(inner, name) is { } nested)
                {
                    return nested;
                }
            }
        }

        return null;
    }

    private static IEnumerable<JsonElement> InnerGraphs(JsonElement state)
    {
        foreach (var field in (string[])["ItemProcessor", "Iterator"])
        {
            if (state.TryGetProperty(field, out var processor))
            {
                yield return processor;
            }
        }

        if (state.TryGetProperty("Branches", out var branches))
        {
            foreach (var branch in branches.EnumerateArray())
            {
                yield return branch;
            }
        }
    }

    private static string Wrap(JsonElement state, JsonElement? language)
    {
        using var writer = PayloadWriter.Rent();
        var json = writer.Json;
        json.WriteStartObject();
        if (language is { } given)
        {
            json.WritePropertyName("QueryLanguage");
            given.WriteTo(json);
        }

        json.WriteString("StartAt", Name);
        json.WriteStartObject("States");
        json.WritePropertyName(Name);
        state.WriteTo(json);
        foreach (var target in TransitionRules.TargetsOf(state).Where(static target => target != Name))
        {
            json.WriteStartObject(target);
            json.WriteString("Type", nameof(StateType.Succeed));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        return writer.ToPayload().ToString();
    }
}
