using System.Text.Json;
using Cxf.StatesLanguage.Execution;

namespace Cxf.Flows.Tests.Compiling;

/// <summary>
/// Flows that undo their own steps and run several times in one execution: each run undoes only what it did itself.
/// </summary>
public sealed class UndoInLoopsTests
{
    private const string Inner = """
        { "flowId": "book", "caller": "continues", "start": "look",
        "steps": {
          "look": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/look", "timeoutSeconds": 1,
          "next": "order" },
          "order": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/orders", "timeoutSeconds": 1,
          "undo": "cancel", "next": "check" },
          "check": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/check", "timeoutSeconds": 1,
          "next": "yes" },
          "yes": { "kind": "respond", "message": "Booked." },
          "cancel": { "kind": "restApi", "connection": "crm", "method": "DELETE",
          "path": "{% '/orders/' & $order.body.id %}", "timeoutSeconds": 1 }
        } }
        """;

    [Theory]
    [InlineData("look", "POST /orders;POST /orders")]
    [InlineData("order", "POST /orders;POST /orders;POST /orders")]
    [InlineData("check", "POST /orders;POST /orders;POST /orders;DELETE /orders/3")]
    public void A_round_of_a_loop_undoes_only_its_own_steps(string fails, string expected)
    {
        foreach (var version in new[] { ", \"version\": 2", "" })
        {
            using var flows = new EmbeddedFlows();
            flows.Publish(Inner);
            flows.Pin(Inner, 2);
            var orders = 0;
            var rounds = 0;
            flows.CallApi = (_, call) =>
            {
                var path = call.GetProperty("request").GetProperty("path").GetString()!;
                rounds += path == "/look" ? 1 : 0;
                orders += path == "/orders" ? 1 : 0;
                return rounds == 3 && path.StartsWith(fails == "order" ? "/orders" : $"/{fails}")
                    ? EmbeddedFlows.Failure("ApiRejected")
                    : EmbeddedFlows.Answer($$"""{"id":{{orders}}}""");
            };
            var run = flows.Run(
                $$"""
                { "flowId": "f", "caller": "continues", "start": "set", "steps": {
                  "set": { "kind": "transform", "assign": { "tries": 0 }, "next": "book" },
                  "book": { "kind": "runFlow", "flowId": "book"{{version}}, "next": "next_1" },
                  "next_1": { "kind": "transform", "assign": { "tries": "{% $tries + 1 %}" }, "next": "more" },
                  "more": { "kind": "decision", "choices": [{ "when": "{% $tries < 3 %}", "next": "book" }],
                  "otherwise": "done" },
                  "done": { "kind": "respond", "message": "Done." }
                } }
                """
            );
            Assert.Equal(ExecutionStatus.Failed, run.Status);
            Assert.Equal(expected.Split(';'), flows.Calls.Select(Sent).Where(call => !call.StartsWith("GET")));
            Assert.Equal(
                flows.Calls.Count,
                flows.Calls.Select(call => call.GetProperty("idempotencyKey").GetString()).Distinct().Count()
            );
        }
    }

    private static string Sent(JsonElement call) =>
        $"{call.GetProperty("request").GetProperty("method")} {call.GetProperty("request").GetProperty("path")}";
}
