using System.Buffers;
using System.Text.Json;
using Cxf.ContactFlows.Actions;

namespace Cxf.ContactFlows.Reading;

/// <summary>Reads one element of Actions: identifier, type, parameters and transitions.</summary>
internal static class ActionReader
{
    // APIReference/flow-language-actions.html
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("%:(\\/)=$,;[]{}");

    private static readonly HashSet<string> Reserved =
    [
        "__proto__",
        "constructor",
        "__defineGetter__",
        "__defineSetter__",
        "toString",
        "hasOwnProperty",
        "isPrototypeOf",
        "propertyIsEnumerable",
        "toLocaleString",
        "valueOf",
    ];

    /// <summary>The action; null when it has no identifier or no type, so that nothing more can be said about it.</summary>
    public static ContactFlowAction? Read(JsonElement element, string pointer, ContactFlowProblems problems)
    {
        var identifier = ContactFlowJson.Text(element, "Identifier");
        CheckIdentifier(identifier, pointer, problems);
        var type = ContactFlowJson.Text(element, "Type");
        CheckType(type, identifier, pointer, problems);
        var parameters = ContactFlowJson.Member(element, "Parameters") ?? ContactFlowJson.EmptyObject;
        if (parameters.ValueKind != JsonValueKind.Object)
        {
            problems.Error(
                ContactFlowCodes.ParameterValue,
                identifier,
                pointer + "/Parameters",
                "Parameters must be an object.",
                "Write {} for an action without parameters."
            );
            parameters = ContactFlowJson.EmptyObject;
        }

        var transitions = TransitionsReader.Read(element, identifier, pointer, problems);
        return identifier is null || type is null
            ? null
            : new ContactFlowAction(identifier, type, parameters, transitions, pointer);
    }

    private static void CheckIdentifier(string? identifier, string pointer, ContactFlowProblems problems)
    {
        var location = pointer + "/Identifier";
        if (string.IsNullOrEmpty(identifier))
        {
            problems.Fatal(
                ContactFlowCodes.Identifier,
                null,
                location,
                "The action has no Identifier.",
                "Give it a name that no other action has."
            );
        }
        else if (identifier.Length > ContactFlowLimits.IdentifierCharacters)
        {
            problems.Error(
                ContactFlowCodes.Identifier,
                identifier,
                location,
                $"The identifier has {identifier.Length} characters; the service takes {ContactFlowLimits.IdentifierCharacters}.",
                "Shorten it."
            );
        }
        else if (identifier.AsSpan().IndexOfAny(Forbidden) is var at and >= 0)
        {
            problems.Error(
                ContactFlowCodes.Identifier,
                identifier,
                location,
                $"The identifier holds '{identifier[at]}', which the service refuses.",
                @"Leave out % : (\ / ) = $ , ; [ ] { }."
            );
        }
        else if (Reserved.Contains(identifier))
        {
            problems.Error(
                ContactFlowCodes.Identifier,
                identifier,
                location,
                "The service refuses this word as an identifier.",
                "Choose another name."
            );
        }
    }

    private static void CheckType(string? type, string? identifier, string pointer, ContactFlowProblems problems)
    {
        if (type is null)
        {
            problems.Fatal(
                ContactFlowCodes.UnknownType,
                identifier,
                pointer + "/Type",
                "The action has no Type.",
                "Give it one of the flow language's action types."
            );
        }
        else if (ActionKinds.Find(type) is not null)
        {
            return;
        }
        else if (ActionKinds.Nearest(type) is { } nearest)
        {
            problems.Error(
                ContactFlowCodes.UnknownType,
                identifier,
                pointer + "/Type",
                $"The flow language has no action type \"{type}\".",
                $"Did you mean {nearest}?"
            );
        }
        else
        {
            // Amazon Connect gets new ones without notice.
            problems.Warning(
                ContactFlowCodes.UnknownType,
                identifier,
                pointer + "/Type",
                $"No action type \"{type}\" is known here.",
                "See the list of actions in the Amazon Connect API reference; a simulated call that reaches it ends there."
            );
        }
    }
}
