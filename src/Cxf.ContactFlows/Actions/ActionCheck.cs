using System.Globalization;
using System.Text.Json;
using Cxf.ContactFlows.Reading;
using Cxf.ContactFlows.Simulation;
using Cxf.Documents;

namespace Cxf.ContactFlows.Actions;

/// <summary>Checks of one action's parameters and transitions. Each reports what it finds and lets the next one run.</summary>
internal sealed class ActionCheck(ContactFlowAction action, ContactFlowProblems problems)
{
    public ContactFlowAction Action { get; } = action;

    /// <summary>
    /// Every scalar is a string and none is empty; the service refuses anything else without saying where.
    /// Kinds that take other types, such as objects below a module's Input, leave this check out.
    /// </summary>
    public void EveryScalarIsText() => EveryScalarIsText(Action.Parameters, ParametersLocation());

    /// <summary>
    /// The part of the rule that holds for actions whose parameters keep other types than text: an empty string is refused
    /// everywhere (live service).
    /// </summary>
    public void NoEmptyText() => NoEmptyText(Action.Parameters, ParametersLocation());

    /// <summary>Compares the parameters with those that the action has.</summary>
    public void Known(IReadOnlyList<Parameter> parameters) =>
        new ParameterCheck(Error, Warning).Check(Action.Type, Action.Parameters, ParametersLocation(), parameters);

    /// <summary>The parameter must be there, because of what the others say.</summary>
    public void Needed(string name, string fix)
    {
        if (!Has(name))
        {
            Error(ContactFlowCodes.MissingParameter, ParametersLocation(name), $"{Action.Type} needs the parameter {name}.", fix);
        }
    }

    public bool Has(string name) => ContactFlowJson.Member(Action.Parameters, name) is not null;

    /// <summary>Exactly one of the parameters must be there.</summary>
    public void OneOf(params ReadOnlySpan<string> names)
    {
        var present = 0;
        foreach (var name in names)
        {
            present += Has(name) ? 1 : 0;
        }

        if (present != 1)
        {
            Error(
                present == 0 ? ContactFlowCodes.MissingParameter : ContactFlowCodes.ParameterValue,
                ParametersLocation(),
                $"{Action.Type} needs exactly one of {string.Join(", ", names!)}; it has {present}.",
                present == 0 ? "Add one." : "Keep one."
            );
        }
    }

    /// <summary>If the parameter is there, its value must be one of the words, or a reference.</summary>
    public void Word(string name, params ReadOnlySpan<string> words) => Word(name, StringComparer.Ordinal, words);

    /// <summary>The same for words that the service takes in any case.</summary>
    public void Word(string name, IEqualityComparer<string> comparer, params ReadOnlySpan<string> words)
    {
        if (Action.Text(name) is { Length: > 0 } text && !Reference.Is(text) && !words.Contains(text, comparer))
        {
            Error(
                ContactFlowCodes.ParameterValue,
                ParametersLocation(name),
                $"{name} cannot be \"{text}\".",
                $"Use {string.Join(", ", words!)}."
            );
        }
    }

    /// <summary>If the parameter is there, its value must be a whole number in the range, or a reference.</summary>
    public void Number(string name, int least, int most)
    {
        if (
            Action.Text(name) is { Length: > 0 } text
            && !Reference.Is(text)
            && !(
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= least
                && number <= most
            )
        )
        {
            Error(
                ContactFlowCodes.ParameterValue,
                ParametersLocation(name),
                $"{name} cannot be \"{text}\".",
                $"Use a whole number from {least} to {most}, in quotes."
            );
        }
    }

    /// <summary>The service takes no reference for the parameter.</summary>
    public void Static(string name)
    {
        if (Action.Text(name) is { } text && Reference.Is(text))
        {
            Error(
                ContactFlowCodes.ParameterValue,
                ParametersLocation(name),
                $"{name} cannot be a reference.",
                "Write the value itself."
            );
        }
    }

    public void NextAction()
    {
        if (Action.Transitions.NextAction is null)
        {
            Error(
                ContactFlowCodes.Transition,
                TransitionsLocation("NextAction"),
                $"{Action.Type} needs a NextAction.",
                "Name the next action."
            );
        }
    }

    /// <summary>The error branches that the service wants declared.</summary>
    public void Errors(params ReadOnlySpan<string> types)
    {
        foreach (var type in types)
        {
            if (!Declares(type))
            {
                Error(
                    ContactFlowCodes.MissingError,
                    TransitionsLocation("Errors"),
                    $"{Action.Type} must declare the error {type}.",
                    "Add an error branch for it."
                );
            }
        }
    }

    /// <summary>Error branches that the action does not have.</summary>
    public void OnlyErrors(params ReadOnlySpan<string> types)
    {
        foreach (var error in Action.Transitions.Errors)
        {
            if (!types.Contains(error.ErrorType))
            {
                Error(
                    ContactFlowCodes.UnexpectedError,
                    error.Pointer,
                    $"{Action.Type} must not declare the error {error.ErrorType}.",
                    "Delete that branch."
                );
            }
        }
    }

    public void NoConditions()
    {
        if (Action.Transitions.Conditions.Count > 0)
        {
            Error(
                ContactFlowCodes.Condition,
                TransitionsLocation("Conditions"),
                $"{Action.Type} takes no conditions.",
                "Follow it with a Compare."
            );
        }
    }

    /// <summary>The conditions must be Equals on exactly these results.</summary>
    public void Results(params ReadOnlySpan<string> results)
    {
        foreach (var condition in Action.Transitions.Conditions)
        {
            if (condition.Operator != Operators.EqualTo || !results.Contains(condition.Operand))
            {
                Error(
                    ContactFlowCodes.Condition,
                    condition.Pointer,
                    $"{Action.Type} has no result {condition.Operator} \"{condition.Operand}\".",
                    $"Its conditions are Equals on {string.Join(" and ", results!)}."
                );
            }
        }

        foreach (var result in results)
        {
            if (!Action.Transitions.Conditions.Any(condition => condition.Operand == result))
            {
                Error(
                    ContactFlowCodes.Condition,
                    TransitionsLocation("Conditions"),
                    $"{Action.Type} needs a condition for its result {result}.",
                    $"Add a condition Equals \"{result}\"."
                );
            }
        }
    }

    public bool Declares(string errorType) => Action.Transitions.Errors.Any(error => error.ErrorType == errorType);

    public string ParametersLocation() => Action.Pointer + "/Parameters";

    public string ParametersLocation(string name) => JsonPointer.Append(ParametersLocation(), name);

    public string TransitionsLocation(string name) => $"{Action.Pointer}/Transitions/{name}";

    public void Error(string code, string location, string message, string fix) =>
        problems.Error(code, Action.Identifier, location, message, fix);

    public void Warning(string code, string location, string message, string fix) =>
        problems.Warning(code, Action.Identifier, location, message, fix);

    private void NoEmptyText(JsonElement value, string location)
    {
        foreach (var (text, place) in Texts(value, location))
        {
            if (text.Length == 0)
            {
                EmptyText(place);
            }
        }
    }

    private static IEnumerable<(string Text, string Location)> Texts(JsonElement value, string location) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value
                .EnumerateObject()
                .SelectMany(member => Texts(member.Value, JsonPointer.Append(location, member.Name))),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Texts(item, JsonPointer.Append(location, i))),
            JsonValueKind.String => [(value.GetString()!, location)],
            _ => [],
        };

    private void EmptyText(string location) =>
        Error(
            ContactFlowCodes.ParameterValue,
            location,
            "The service refuses an empty string.",
            "Delete the parameter, or give it a value."
        );

    private void EveryScalarIsText(JsonElement value, string location)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    EveryScalarIsText(member.Value, JsonPointer.Append(location, member.Name));
                }

                break;
            case JsonValueKind.Array:
                foreach (var (item, i) in value.EnumerateArray().Select((item, i) => (item, i)))
                {
                    EveryScalarIsText(item, JsonPointer.Append(location, i));
                }

                break;
            case JsonValueKind.String when value.GetString() is { Length: > 0 }:
                break;
            case JsonValueKind.String:
                EmptyText(location);
                break;
            default:
                Error(
                    ContactFlowCodes.ParameterValue,
                    location,
                    $"The service takes parameters only as strings; this is {value.GetRawText()}.",
                    $"Write \"{value.GetRawText()}\"."
                );
                break;
        }
    }
}
