using System.Collections.Concurrent;
using Cxf.EndToEnd.Tests.Lambda;
using Cxf.Local.Deployment;

namespace Cxf.EndToEnd.Tests.CallApi;

public sealed class ContactIdTests
{
    [Fact]
    public async Task A_call_is_found_at_the_third_party_by_the_contact_and_the_run()
    {
        var seen = new ConcurrentQueue<string>();
        await using var platform = await ThirdParty.StartAsync(context =>
        {
            seen.Enqueue(context.Request.Headers["X-Correlation-Id"].ToString());
            return ThirdParty.AnswerAsync(context, """{"id":"L-7"}""", 201);
        });
        await using var deployment = await Deployed.StartAsync(
            ["create_lead"],
            new LocalDeploymentOptions { Crm = platform.Url }
        );
        var contact = ProcessTests.NewContact();

        var answer = await deployment.AskAsync("ExecuteFlow", ProcessTests.Event("connect-press-5.json", contact));

        Assert.Equal("SUCCEEDED", answer.Text("status"));
        var run = deployment.StepFunctions.ViewAll().Single();
        var correlation = Assert.Single(seen);
        Assert.StartsWith(contact + "-", correlation);
        Assert.Equal((answer.Text("runId"), $"{run.Name}/rest_api_1"), (run.Name, correlation));
    }
}
