using System.Text.Json;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

/// <summary>The field QueryLanguage of a machine or a state.</summary>
internal static class QueryLanguageField
{
    public static QueryLanguage? Read(Node node)
    {
        if (node.Member("QueryLanguage") is not { } field || !field.Expect(JsonValueKind.String))
        {
            return null;
        }

        switch (field.Text)
        {
            case "JSONata":
                return QueryLanguage.Jsonata;
            case "JSONPath":
                return QueryLanguage.JsonPath;
            default:
                field.Error("The query language must be one of: [JSONPath, JSONata]");
                return null;
        }
    }

    /// <summary>The language of a state: its own, or that of the machine.</summary>
    public static QueryLanguage OfState(Node state)
    {
        var own = Read(state);
        if (own == QueryLanguage.JsonPath && state.Context.MachineLanguage == QueryLanguage.Jsonata)
        {
            state.Error("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine");
            return QueryLanguage.Jsonata;
        }

        return own ?? state.Context.MachineLanguage;
    }
}
