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
        foreach (var (name, member) in node.Members())
        {
            if (!known.Contains(name))
            {
                member.Error("Field is not supported");
            }
        }
    }

    /// <summary>Reports fields that a state of this type and language does not have.</summary>
    public static void CheckState(Node state, QueryLanguage language, params IReadOnlyList<string> known)
    {
        foreach (var (name, member) in state.Members())
        {
            if (!Everywhere.Contains(name) && !IsForeign(name, member, language) && !known.Contains(name))
            {
                member.Error("Field is not supported");
            }
        }
    }

    private static bool IsForeign(string name, Node member, QueryLanguage language)
    {
        var foreign = language == QueryLanguage.Jsonata ? JsonPathOnly : JsonataOnly;
        if (!foreign.Contains(name))
        {
            return false;
        }

        var languageName = language == QueryLanguage.Jsonata ? "JSONata" : "JSONPath";
        member.Error($"The field '{name}' is not supported by the query language {languageName}");
        return true;
    }
}
