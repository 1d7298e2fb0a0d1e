using System.Text.Json;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

internal static class ParallelStateReader
{
    public static ParallelState? Read(Node state, string name, FieldReader fields)
    {
        if (!state.Require("Branches") || state.Member("Branches") is not { } field || !field.Expect(JsonValueKind.Array))
        {
            return null;
        }

        if (field.Value.GetArrayLength() == 0)
        {
            field.Error("Value cannot be empty");
        }

        var branches = new List<StateGraph>();
        foreach (var branch in field.Items())
        {
            if (!branch.Expect(JsonValueKind.Object))
            {
                continue;
            }

            FieldRules.RejectUnknown(branch, "StartAt", "States", "Comment");
            if (GraphReader.Read(branch) is { } graph)
            {
                branches.Add(graph);
            }
        }

        return new ParallelState(name, fields.StateFlow(state, StateType.Parallel), branches)
        {
            Next = StateReader.Next(state),
            Retry = RetryAndCatchReader.ReadRetry(state),
            Catch = RetryAndCatchReader.ReadCatch(state, fields),
        };
    }
}
