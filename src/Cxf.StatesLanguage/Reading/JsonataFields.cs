using System.Text.Json;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.DataFlow.Jsonata;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

/// <summary>The fields of JSONata states.</summary>
internal sealed class JsonataFields : FieldLanguage
{
    private JsonataFields()
    {
    }

    public static JsonataFields Instance { get; } = new();

    public override QueryLanguage Language => QueryLanguage.Jsonata;

    public override StateDataFlow StateFlow(Node state, StateType type) =>
        new JsonataDataFlow(
            JsonataTemplateReader.Read(state, "Arguments"), JsonataTemplateReader.Read(state, "Output"), Assign(state));

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

        return NumberFields.Constant(state, name, range) is { } value ? new ConstantNumber(value) : null;
    }

    public override TextField? Text(Node state, string name)
    {
        if (state.Member(name) is not { } field || !field.Expect(JsonValueKind.String))
        {
            return null;
        }

        if (!ExpressionReader.IsExpression(field.Text))
        {
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

        return TimestampConstant.Read(field);
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
