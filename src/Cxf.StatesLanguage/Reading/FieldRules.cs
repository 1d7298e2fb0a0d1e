using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

/// <summary>Which fields are allowed where.</summary>
internal static class FieldRules
{
    private static readonly string[] JsonPathOnly =
    [
        "InputPath",
        "OutputPath",
        "Result",
        "ResultPath",
        "Parameters",
        "ResultSelector",
        "ItemsPath",
        "SecondsPath",
        "TimestampPath",
        "TimeoutSecondsPath",
        "HeartbeatSecondsPath",
        "MaxConcurrencyPath",
        "ToleratedFailureCountPath",
        "ToleratedFailurePercentagePath",
        "ErrorPath",
        "CausePath",
        "MaxItemsPerBatchPath",
        "MaxInputBytesPerBatchPath",
    ];

    private static readonly string[] JsonataOnly = ["Arguments", "Output", "Items", "Condition"];

    private static readonly string[] Everywhere = ["Type", "Comment", "QueryLanguage"];

    /// <summary>Reports members that a node of this kind does not have.</summary>
    public static void RejectUnknown(Node node, params IReadOnlyList<string> known)
    {
        foreach (var (name, _) in node.Members())
        {
            if (!known.Contains(name))
            {
                node.Error(NotSupported(name));
            }
        }
    }

    /// <summary>Reports fields that a state of this type and language does not have.</summary>
    public static void CheckState(Node state, QueryLanguage language, params IReadOnlyList<string> known)
    {
        foreach (var (name, _) in state.Members())
        {
            if (!Everywhere.Contains(name) && !IsForeign(name, state, language) && !known.Contains(name))
            {
                state.Error(NotSupported(name));
            }
        }
    }

    private static string NotSupported(string name) => $"Field '{name}' is not supported";

    /// <summary>Reports a field of the other query language, in AWS's words and at the state, as AWS does.</summary>
    private static bool IsForeign(string name, Node state, QueryLanguage language)
    {
        var (foreign, own, other) =
            language == QueryLanguage.Jsonata ? (JsonPathOnly, "JSONata", "JSONPath") : (JsonataOnly, "JSONPath", "JSONata");
        if (!foreign.Contains(name))
        {
            return false;
        }

        state.Error($"The QueryLanguage is set to '{own}', but field '{name}' is only supported for the '{other}' QueryLanguage");
        return true;
    }
}
