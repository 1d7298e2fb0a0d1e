using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.JsonPath;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

internal sealed class JsonPathFieldReader : FieldReader
{
    private JsonPathFieldReader() { }

    public static JsonPathFieldReader Instance { get; } = new();

    public override QueryLanguage Language => QueryLanguage.JsonPath;

    public override StateDataFlow StateFlow(Node state, StateType type) =>
        new JsonPathDataFlow
        {
            InputPath = JsonPathReader.ReadPart(state, "InputPath"),
            OutputPath = JsonPathReader.ReadPart(state, "OutputPath"),
            ResultPath = JsonPathReader.ReadResultPath(state),

            // A Map's Parameters are its older ItemSelector.
            Parameters = type == StateType.Map ? null : PayloadTemplateReader.Read(state, "Parameters"),
            ResultSelector = PayloadTemplateReader.Read(state, "ResultSelector"),
            FixedResult = type == StateType.Pass && state.Member("Result") is { } result ? Payload.Compact(result.Value) : null,
            Assign = Assign(state),
        };

    public override StateDataFlow RuleFlow(Node state, Node rule) =>
        new JsonPathDataFlow
        {
            InputPath = JsonPathReader.ReadPart(state, "InputPath"),
            OutputPath = JsonPathReader.ReadPart(state, "OutputPath"),
            Assign = Assign(rule),
        };

    public override StateDataFlow CatcherFlow(Node catcher) =>
        new JsonPathDataFlow { ResultPath = JsonPathReader.ReadResultPath(catcher), Assign = Assign(catcher) };

    public override ICondition? Condition(Node rule) => ComparisonReader.Read(rule, isTop: true);

    public override NumberField? Number(Node state, string name, NumberRange range)
    {
        var pathName = $"{name}Path";
        if (state.Member(pathName) is not { } field)
        {
            return ConstantFields.Number(state, name, range) is { } value ? new ConstantNumber(value) : null;
        }

        RejectBoth(state, name, pathName);
        if (JsonPathReader.ReadPath(field) is not { } path)
        {
            return null;
        }

        if (!path.IsDefinite)
        {
            field.Error("Value is not a Reference Path: it must select one location");
        }

        var inputPath = JsonPathReader.ReadPart(state, "InputPath");
        return name == "Seconds"
            ? new JsonPathSeconds(path, inputPath)
            : new JsonPathNumber(path, inputPath, pathName, range.IsInteger);
    }

    public override TextField? Text(Node state, string name)
    {
        var pathName = $"{name}Path";
        if (state.Member(pathName) is { } field)
        {
            RejectBoth(state, name, pathName);
            return JsonPathReader.ReadValue(field) is { } value ? new JsonPathText(value, pathName) : null;
        }

        return state.OptionalText(name) is { } text ? new ConstantText(text) : null;
    }

    public override TimestampField? Timestamp(Node state)
    {
        if (state.Member("TimestampPath") is { } field)
        {
            return JsonPathReader.ReadPath(field) is { } path
                ? new JsonPathTimestamp(path, JsonPathReader.ReadPart(state, "InputPath"))
                : null;
        }

        return state.Member("Timestamp") is { } constant && constant.Expect(JsonValueKind.String)
            ? ConstantFields.Timestamp(constant)
            : null;
    }

    public override IItemSource Items(Node state) =>
        new JsonPathItems(
            state.Member("ItemsPath") is { } field ? JsonPathReader.ReadPath(field) : null,
            JsonPathReader.ReadPart(state, "InputPath")
        );

    public override IDataTemplate? Template(Node state, string name) =>
        PayloadTemplateReader.Read(state, name) is { } template
            ? new JsonPathTemplate(template, JsonPathReader.ReadPart(state, "InputPath"))
            : null;

    private static void RejectBoth(Node state, string name, string pathName)
    {
        if (state.Has(name))
        {
            state.Error($"Only one of these fields may be given: [{name}, {pathName}]");
        }
    }

    private static List<KeyValuePair<string, PayloadTemplate>> Assign(Node node)
    {
        var variables = new List<KeyValuePair<string, PayloadTemplate>>();
        if (node.Member("Assign") is not { } assign || !assign.Expect(JsonValueKind.Object))
        {
            return variables;
        }

        foreach (var (name, value) in assign.Members())
        {
            var (variable, template) = PayloadTemplateReader.ReadMember(assign, name, value);
            VariableNames.Check(value, variable);
            variables.Add(new(variable, template));
        }

        return variables;
    }
}
