using Cxf.Jsonata;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow.Jsonata;

/// <summary>The reserved variable <c>$states</c>: input always, context where it is read, result and errorOutput where there is
/// one.</summary>
internal static class StatesVariable
{
    public const string Name = "states";

    public static JsonataValue Of(StateRun run, bool withContext)
    {
        var members = new List<KeyValuePair<string, JsonataValue>>(4)
        {
            new("input", JsonataValue.From(run.Input.Tree)),
        };
        if (withContext)
        {
            members.Add(new("context", JsonataValue.From(run.Context.Tree)));
        }

        if (run.Result is not null)
        {
            members.Add(new("result", JsonataValue.From(run.Result.Tree)));
        }

        if (run.ErrorOutput is not null)
        {
            members.Add(new("errorOutput", JsonataValue.From(run.ErrorOutput.Tree)));
        }

        return JsonataValue.FromObject(members);
    }
}
