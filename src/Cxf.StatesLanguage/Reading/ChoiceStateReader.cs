using System.Text.Json;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

internal static class ChoiceStateReader
{
    public static ChoiceState? Read(Node state, string name, FieldReader fields, QueryLanguage language)
    {
        if (!state.Require("Choices") || state.Member("Choices") is not { } choices || !choices.Expect(JsonValueKind.Array))
        {
            return null;
        }

        if (choices.Value.GetArrayLength() == 0)
        {
            choices.Error("Value cannot be empty");
        }

        var rules = new List<ChoiceRule>();
        foreach (var rule in choices.Items())
        {
            if (rule.Expect(JsonValueKind.Object) && ReadRule(state, rule, fields, language) is { } known)
            {
                rules.Add(known);
            }
        }

        return new ChoiceState(name, fields.StateFlow(state, StateType.Choice), rules, state.OptionalText("Default"));
    }

    private static ChoiceRule? ReadRule(Node state, Node rule, FieldReader fields, QueryLanguage language)
    {
        if (language == QueryLanguage.Jsonata)
        {
            FieldRules.RejectUnknown(rule, "Condition", "Next", "Output", "Assign", "Comment");
            if (!rule.Require("Condition", "Next"))
            {
                return null;
            }
        }
        else if (!rule.Require("Next"))
        {
            return null;
        }

        var condition = fields.Condition(rule);
        var next = rule.OptionalText("Next");
        return condition is null || next is null ? null : new ChoiceRule(condition, next, fields.RuleFlow(state, rule));
    }
}
