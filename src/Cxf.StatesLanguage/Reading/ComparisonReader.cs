using System.Text.Json;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.JsonPath.Choices;
using Cxf.StatesLanguage.JsonPath.Paths;

namespace Cxf.StatesLanguage.Reading;

/// <summary>Reads the comparisons of JSONPath choice rules.</summary>
internal static class ComparisonReader
{
    private static readonly string[] TopFields = ["Next", "Assign", "Comment"];

    public static ICondition? Read(Node rule, bool isTop)
    {
        if (!isTop)
        {
            foreach (var name in TopFields.Where(static name => name != "Comment").Where(rule.Has))
            {
                rule.Member(name)!.Error("Field is only supported at the top level of a choice rule");
            }
        }

        var combined = ReadCombination(rule);
        return combined.Found ? combined.Condition : ReadComparison(rule);
    }

    private static (bool Found, ICondition? Condition) ReadCombination(Node rule)
    {
        foreach (var kind in Enum.GetValues<CombinationKind>())
        {
            if (rule.Member(kind.ToString()) is not { } field)
            {
                continue;
            }

            var expected = kind == CombinationKind.Not ? JsonValueKind.Object : JsonValueKind.Array;
            if (!field.Expect(expected))
            {
                return (true, null);
            }

            var inner = kind == CombinationKind.Not ? [field] : field.Items().ToList();
            if (inner.Count == 0)
            {
                field.Error("Value cannot be empty");
            }

            var conditions = inner
                .Where(static node => node.Expect(JsonValueKind.Object))
                .Select(static node => Read(node, isTop: false))
                .OfType<ICondition>()
                .ToList();
            return (true, conditions.Count == inner.Count && inner.Count > 0 ? new Combination(kind, conditions) : null);
        }

        return (false, null);
    }

    private static Comparison? ReadComparison(Node rule)
    {
        if (!rule.Require("Variable") || JsonPathReader.ReadPath(rule.Member("Variable")!) is not { } variable)
        {
            return null;
        }

        Comparison? comparison = null;
        var operators = 0;
        foreach (var (name, field) in rule.Members())
        {
            if (name == "Variable" || TopFields.Contains(name))
            {
                continue;
            }

            if (!ComparisonOperators.TryFind(name, out var found, out var isPath))
            {
                field.Error("Field is not supported");
                continue;
            }

            operators++;
            comparison = Build(field, variable, found!, isPath);
        }

        if (operators != 1)
        {
            rule.Error("A choice rule must have exactly one comparison operator");
        }

        return comparison;
    }

    private static Comparison? Build(Node field, JsonPathExpression variable, ComparisonOperator operation, bool isPath)
    {
        if (isPath)
        {
            return JsonPathReader.ReadPath(field) is { } path ? new Comparison(variable, operation, default, path) : null;
        }

        if (!field.Expect(operation.OperandKind) || (operation.IsTimestamp && ConstantFields.Timestamp(field) is null))
        {
            return null;
        }

        return new Comparison(variable, operation, field.Value, null);
    }
}
