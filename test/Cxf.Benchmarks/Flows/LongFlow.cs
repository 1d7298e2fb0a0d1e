using System.Text;

namespace Cxf.Benchmarks.Flows;

/// <summary>
/// A flow of many steps in the proportions of a real one: calls with error branches, conditions on what they gave, variables.
/// </summary>
internal static class LongFlow
{
    private const int StepsOfARound = 5;

    /// <summary>The document of a flow with about so many steps, one after the other.</summary>
    public static string Of(int steps)
    {
        var text = new StringBuilder(
            """{"flowId":"long","caller":"continues","input":"""
                + """{"type":"object","properties":{"name":{"type":"string"}},"required":["name"]},"start":"call_0","steps":{"""
        );
        for (var round = 0; round < Math.Max(1, (steps - 2) / StepsOfARound); round++)
        {
            text.Append(
                $$"""
                "call_{{round}}":{"kind":"restApi","connection":"crm","method":"GET",
                 "path":"{% '/customers/' & $payload.name %}","query":{"page":"{{round}}"},
                 "select":"{ 'id': id, 'open': $count(cases) }","retry":{"attempts":2},"onError":{"ApiNotFound":"note_{{round}}",
                 "any":"fail_1"},"next":"decision_{{round}}"},
                "decision_{{round}}":{"kind":"decision",
                 "choices":[{"when":"{% $call_{{round}}.status = 200 and $call_{{round}}.body.open > 3 %}",
                 "next":"keep_{{round}}"}],"otherwise":"note_{{round}}"},
                "keep_{{round}}":{"kind":"transform",
                 "assign":{"last":"{% $string($call_{{round}}.body.id) & ' of ' & $payload.name %}"},"next":"pause_{{round}}"},
                "note_{{round}}":{"kind":"transform","assign":{"last":"none"},"next":"pause_{{round}}"},
                "pause_{{round}}":{"kind":"wait","seconds":1,"next":"call_{{round + 1}}"},

                """
            );
        }

        text.Append(
            """
            "respond_1":{"kind":"respond","message":"{% 'The last one was ' & $last %}"},
            "fail_1":{"kind":"fail","message":"That did not work."}}}
            """
        );
        return text.Replace($"\"call_{Math.Max(1, (steps - 2) / StepsOfARound)}\"", "\"respond_1\"").ToString();
    }
}
