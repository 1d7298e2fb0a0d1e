using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Reading;

namespace Cxf.OpenApi.Tests.Checks;

/// <summary>An operation compiles to the call that writes method, path, query and headers itself.</summary>
public sealed class CompiledOperationTests
{
    private static readonly CompilationTarget Target = new(TenantId.Parse("acme"), 1, "arn:aws:lambda:us-east-1:1:function:call");

    [Theory]
    [InlineData(
        "crm",
        """{"operation":"createLead","body":{"phone":"+15550100","source":"web"}}""",
        """{"method":"POST","path":"/leads","body":{"phone":"+15550100","source":"web"}}"""
    )]
    [InlineData(
        "crm",
        """{"operation":"findLeads","parameters":{"phone":"{% $payload.text %}","limit":5},"select":"total"}""",
        """{"method":"GET","path":"/leads","query":{"phone":"{% $payload.text %}","limit":5},"select":"total"}"""
    )]
    [InlineData(
        "crm",
        """{"operation":"createLead","parameters":{"X-Request-Source":"web"},"body":{"phone":"+15550100","source":"web"}}""",
        """{"method":"POST","path":"/leads","headers":{"X-Request-Source":"web"},"body":{"phone":"+15550100","source":"web"}}"""
    )]
    public void The_machine_is_the_same(string api, string operation, string free) =>
        Assert.Equal(Compile(api, free), Compile(api, operation));

    [Fact]
    public void A_parameter_of_the_path_is_encoded_by_CallApi()
    {
        var machine = Compile("crm", """{"operation":"getLead","parameters":{"leadId":"{% $payload.number %}"}}""");
        Assert.Contains("\"path\": \"/leads/{leadId}\"", machine);
        Assert.Contains("\"leadId\": \"{% $states", machine);
    }

    [Fact]
    public void A_form_is_sent_with_its_content_type() =>
        Assert.Contains(
            "\"Content-Type\": \"application/x-www-form-urlencoded\"",
            Compile("desk", """{"operation":"closeTicket","parameters":{"ticket":"T-1"},"body":{"reason":"solved"}}""")
        );

    [Fact]
    public void A_test_sees_the_path_that_is_sent()
    {
        var document = DescribedFlow
            .Document("crm", """{"operation":"getLead","parameters":{"leadId":"{% $payload.number %}"}}""")
            .Replace(
                "\"start\":",
                """
                "tests":[{"name":"t","payload":{"text":"a","number":7,"flag":true},"answers":{"call":[{"status":200,"body":{}}]},
                 "expect":{"status":"SUCCEEDED","requests":{"call":[{"method":"GET","path":"/leads/7"}]}}}],"start":
                """
            );
        var reading = FlowReader.Read(JsonSource.Parse(document), Apis.Tenant);
        Assert.NotNull(reading.Flow);
        var report = FlowTestRunner.Run(
            reading.Flow,
            FlowCompiler.Compile(reading.Flow, Target),
            Target,
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.Empty(report.ToDiagnostics(JsonSource.Parse(document)));
    }

    private static string Compile(string api, string call)
    {
        var flow = FlowReader.Read(JsonSource.Parse(DescribedFlow.Document(api, call)), Apis.Tenant).Flow;
        Assert.NotNull(flow);
        return FlowCompiler.Compile(flow, Target).Definition;
    }
}
