using Cxf.Testing;

namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>No caller reaches a tenant that its Connect instance may not act for.</summary>
public sealed class TenantTests
{
    public static TheoryData<string, string> Crossings =>
        new()
        {
            { "acme", "arn:aws:connect:us-east-1:111122223333:instance/2" },
            { "globex", VirtualDeployment.Instance },
            { "ACME", VirtualDeployment.Instance },
            { "nobody", "arn:aws:connect:us-east-1:111122223333:instance/unknown" },
        };

    [Theory]
    [MemberData(nameof(Crossings))]
    public void A_mismatch_is_refused_and_logged_before_anything_else_is_read(string tenantId, string instanceArn)
    {
        foreach (var executes in new[] { true, false })
        {
            var log = new RecordingLogger();
            using var deployment = new VirtualDeployment(logger: log);
            deployment.Publish(TestFlow.Express);
            var runId = deployment.Execute(VirtualDeployment.Received(""" "userInput":"5" """)).Text("runId");
            deployment.Store.Tenants["arn:aws:connect:us-east-1:111122223333:instance/2"] =
            [
                new(Documents.Identifiers.TenantId.Parse("globex")),
            ];
            deployment.Store.Reads.Clear();
            var before = deployment.Plan.Passed;
            var received = VirtualDeployment.Received($""" "userInput":"5","runId":"{runId}" """, "c-1", instanceArn, tenantId);
            var answer = executes ? deployment.Execute(received) : deployment.GetResult(received);
            Assert.Equal(
                ("REJECTED", "TenantNotAllowed", "NONE"),
                (answer.Text("status"), answer.Text("errorCode"), answer.Text("runId"))
            );
            Assert.Equal([$"tenants of {instanceArn}"], deployment.Store.Reads);
            Assert.Equal(before + 3, deployment.Plan.Passed);
            Assert.Contains(log.Entries, entry => entry.Id == 1001);
            Assert.Equal(1, deployment.ThirdParty.Effects);
        }
    }

    [Fact]
    public void The_direct_form_acts_only_for_the_tenants_that_the_deployment_names()
    {
        using var deployment = new VirtualDeployment();
        deployment.Publish(TestFlow.Express);
        var answer = deployment.Execute("""{"tenantId":"globex","flowId":"create_lead","requestKey":"k","payload":{}}""");
        Assert.Equal("TenantNotAllowed", answer.Text("errorCode"));
        Assert.Empty(deployment.Store.Reads);
    }
}
