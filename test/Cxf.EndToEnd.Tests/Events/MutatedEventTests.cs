using System.Text;
using System.Text.Json.Nodes;
using Cxf.EndToEnd.Tests.Retries;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests.Events;

/// <summary>
/// No event, however it is mangled, is without an answer that Connect takes: through the functions' own serializer, handler and
/// flow. <c>CXF_LONG=1</c> tries 50,000 for each function.
/// </summary>
public sealed class MutatedEventTests
{
    private const int PerDeployment = 500;

    private static readonly int Rounds = LongRun.Count(2_000, 50_000);

    [Theory]
    [InlineData("ExecuteFlow")]
    [InlineData("GetFlowResult")]
    public void Every_event_is_answered_legally(string function)
    {
        var seeds = Seeds(function).ToList();
        var statuses = new HashSet<string>();
        VirtualDeployment? deployment = null;
        for (var round = 0; round < Rounds; round++)
        {
            if (round % PerDeployment == 0)
            {
                deployment?.Dispose();
                deployment = Deployment();
            }

            var received = new EventMutator(new Random(round)).Change(seeds[round % seeds.Count]);
            var asked = $"round {round}: {Encoding.UTF8.GetString(received, 0, Math.Min(received.Length, 4_000))}";
            var answer = LegalAnswer.Read(deployment!.Invoke(function, received), asked);
            statuses.Add(answer.Text("status")!);
            if (!asked.Contains("JSON\""))
            {
                LegalAnswer.AssertStringMap(answer, asked);
            }
        }

        deployment?.Dispose();
        Assert.Subset(
            statuses,
            new HashSet<string>(function == "ExecuteFlow" ? ["SUCCEEDED", "REJECTED"] : ["SUCCEEDED", "RUNNING", "REJECTED"])
        );
    }

    // Runs to be asked for: one that has ended and one that goes on.
    private static VirtualDeployment Deployment()
    {
        var deployment = new VirtualDeployment();
        deployment.Publish(TestFlow.Express with { GivesUpAfterSeconds = 30 });
        deployment.ThirdParty.Duration = TimeSpan.FromMilliseconds(1);
        deployment.Execute(VirtualDeployment.Received(""" "requestKey":"ended" """));
        deployment.ThirdParty.Duration = TimeSpan.FromDays(1);
        deployment.Execute(VirtualDeployment.Received(""" "requestKey":"going" """));
        deployment.ThirdParty.Duration = TimeSpan.FromMilliseconds(1);
        return deployment;
    }

    private static IEnumerable<JsonNode> Seeds(string function)
    {
        string[] runs = ["ended", "going"];
        foreach (var parameters in function == "ExecuteFlow" ? Requests() : runs.Select(Question))
        {
            foreach (
                var file in Directory
                    .GetFiles(ProjectRoot.Path("events", "ExecuteFlow"), "connect-*.json")
                    .Order(StringComparer.Ordinal)
                    .Concat(PublicEvents.Files)
            )
            {
                var seed = PublicEvents.Asking(file, parameters.DeepClone().AsObject(), VirtualDeployment.Instance);
                if (function != "ExecuteFlow")
                {
                    seed["Details"]!["ContactData"]!["ContactId"] = "c-1";
                }

                yield return seed;
            }

            yield return parameters.DeepClone();
        }
    }

    private static IEnumerable<JsonObject> Requests() =>
        (
            (string[])
                [
                    """{"tenantId":"acme","flowId":"create_lead","recordType":"lead","userInput":"5","callerLimitSeconds":"8"}""",
                    """
                        {"tenantId":"acme","flowId":"create_lead","requestKey":"k","payload":{"recordType":"lead","n":1.50,
                         "list":[true,null]},"responseMode":"JSON"}
                        """,
                    """
                        {"tenantId":"acme","flowId":"create_lead","requestKey":"p","payload":"{\"recordType\":\"lead\"}",
                         "responseMode":"STRING_MAP"}
                        """,
                ]
        ).Select(text => JsonNode.Parse(text)!.AsObject());

    private static JsonObject Question(string key)
    {
        using var deployment = Deployment();
        var runId = deployment.Execute(VirtualDeployment.Received($""" "requestKey":"{key}" """)).Text("runId");
        return new JsonObject
        {
            ["tenantId"] = "acme",
            ["flowId"] = VirtualDeployment.Flow,
            ["runId"] = runId,
        };
    }
}
