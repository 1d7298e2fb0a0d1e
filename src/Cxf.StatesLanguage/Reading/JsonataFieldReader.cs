using System.Text.Json;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.DataFlow.Jsonata;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

internal sealed class JsonataFieldReader : FieldReader
{
    private JsonataFieldReader() { }

    public static JsonataFieldReader Instance { get; } = new();

    public override QueryLanguage Language => QueryLanguage.Jsonata;

    public override StateDataFlow StateFlow(Node state, StateType type) =>
        new JsonataDataFlow(Arguments(state), JsonataTemplateReader.Read(state, "Output"), Assign(state));

    public override StateDataFlow RuleFlow(Node state, Node rule) => CatcherFlow(rule);

    public override StateDataFlow CatcherFlow(Node catcher) =>
        new JsonataDataFlow(null, JsonataTemplateReader.Read(catcher, "Output"), Assign(catcher));

    public override ICondition? Condition(Node rule)
    {
        if (rule.Member("Condition") is not { } condition)
        {
            return null;
        }

        if (condition.Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return new ConstantCondition(condition.Value.GetBoolean());
        }

        return ExpressionReader.Read(condition, "Condition") is { } expression ? new JsonataCondition(expression) : null;
    }

    public override NumberField? Number(Node state, string name, NumberRange range)
    {
        if (state.Member(name) is { IsString: true } field)
        {
            return ExpressionReader.Read(field, name) is { } expression ? new JsonataNumber(expression, range) : null;
        }

        return ConstantFields.Number(state, name, range) is { } value ? new ConstantNumber(value) : null;
    }

    public override TextField? Text(Node state, string name)
    {
        if (state.Member(name) is not { } field || !field.Expect(JsonValueKind.String))
        {
            return null;
        }

        if (!ExpressionReader.IsExpression(field.Text))
        {
            ExpressionReader.RejectHalf(field);
            return new ConstantText(field.Text);
        }

        return ExpressionReader.Read(field, name) is { } expression ? new JsonataText(expression) : null;
    }

    public override TimestampField? Timestamp(Node state)
    {
        if (state.Member("Timestamp") is not { } field || !field.Expect(JsonValueKind.String))
        {
            return null;
        }

        if (ExpressionReader.IsExpression(field.Text))
        {
            return ExpressionReader.Read(field, "Timestamp") is { } expression ? new JsonataTimestamp(expression) : null;
        }

        return ConstantFields.Timestamp(field);
    }

    public override IItemSource Items(Node state)
    {
        if (state.Member("Items") is not { } items)
        {
            return new JsonataItems(null, null);
        }

        if (items.IsString)
        {
            return new JsonataItems(ExpressionReader.Read(items, "Items"), null);
        }

        items.Expect(JsonValueKind.Array);
        return new JsonataItems(null, JsonataTemplateReader.Read(state, "Items"));
    }

    public override IDataTemplate? Template(Node state, string name) => JsonataTemplateReader.Read(state, name);

    /// <summary>Arguments are an object or an expression, no other constant (States Language specification).</summary>
    private static JsonataTemplate? Arguments(Node state)
    {
        if (
            state.Member("Arguments") is { IsObject: false } field
            && !(field.IsString && ExpressionReader.IsExpression(field.Text))
        )
        {
            field.Error("Expected value of type Object or a JSONata expression");
            return null;
        }

        return JsonataTemplateReader.Read(state, "Arguments");
    }

    private static List<KeyValuePair<string, JsonataTemplate>> Assign(Node node)
    {
        if (node.Member("Assign") is not { } assign || !assign.Expect(JsonValueKind.Object))
        {
            return [];
        }

        var variables = new List<KeyValuePair<string, JsonataTemplate>>();
        foreach (var (name, value) in assign.Members())
        {
            VariableNames.Check(value, name);
            variables.Add(new(name, JsonataTemplateReader.Build(value, $"Assign/{name}")));
        }

        return variables;
    }
}
