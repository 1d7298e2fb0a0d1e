using System.Text.Json;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

/// <summary>Reads Catch.</summary>
internal static class CatchReader
{
    public static IReadOnlyList<Catcher> Read(Node state, FieldLanguage fields)
    {
        if (state.Member("Catch") is not { } field || !field.Expect(JsonValueKind.Array))
        {
            return [];
        }

        var catchers = new List<Catcher>();
        foreach (var catcher in field.Items())
        {
            if (!catcher.Expect(JsonValueKind.Object))
            {
                continue;
            }

            FieldRules.RejectUnknown(catcher, "ErrorEquals", "Next", "ResultPath", "Output", "Assign", "Comment");
            var errors = ErrorEqualsReader.Read(catcher);
            catcher.Require("Next");
            if (catcher.OptionalText("Next") is { } next)
            {
                catchers.Add(new Catcher(errors, next, fields.CatcherFlow(catcher)));
            }
        }

        ErrorEqualsReader.CheckOrder(field);
        return catchers;
    }
}
