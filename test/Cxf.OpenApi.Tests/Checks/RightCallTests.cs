namespace Cxf.OpenApi.Tests.Checks;

/// <summary>What fits a description, or may fit it, is not reported.</summary>
public sealed class RightCallTests
{
    [Theory]
    [InlineData("crm", """{"operation":"createLead","body":{"phone":"+15550100","source":"phone","owner":{"name":"Ada"}}}""")]
    [InlineData("crm", """{"operation":"createLead","body":{"phone":"{% $payload.text %}","source":"{% $payload.text %}"}}""")]
    [InlineData("crm", """{"operation":"createLead","body":"{% $payload %}"}""")]
    [InlineData("crm", """{"operation":"POST /leads","body":{"phone":"+15550100","source":"phone"}}""")]
    [InlineData("crm", """{"operation":"findLeads","parameters":{"phone":"{% $payload.text %}","limit":"5"}}""")]
    [InlineData(
        "crm",
        """{"operation":"findLeads","parameters":{"phone":"{% $payload.text %}","limit":"{% $payload.text %}"}}"""
    )]
    [InlineData("crm", """{"operation":"findLeads","parameters":{"phone":"{% $payload.number %}","status":null}}""")]
    [InlineData("crm", """{"method":"GET","path":"/leads","query":"{% {'phone': $payload.text} %}"}""")]
    [InlineData("crm", """{"method":"GET","path":"{% $payload.text %}"}""")]
    [InlineData("crm", """{"method":"GET","path":"{% '/leads/' & $payload.text %}"}""")]
    [InlineData("crm", """{"method":"GET","path":"{% '/leads/' & $string($payload.number) %}"}""")]
    [InlineData("crm", """{"method":"GET","path":"/leads/7"}""")]
    [InlineData(
        "crm",
        """{"method":"POST","path":"/leads","headers":{"X-Other":"1"},"body":{"phone":"+15550100","source":"web"}}"""
    )]
    [InlineData("crm", """{"operation":"changeLead","parameters":{"leadId":7},"body":{"score":50}}""")]
    [InlineData("desk", """{"operation":"findCustomers","parameters":{"number":"1","fields":"id,name"}}""")]
    [InlineData("desk", """{"operation":"closeTicket","parameters":{"ticket":"T-1"},"body":{"reason":"solved","minutes":"5"}}""")]
    [InlineData(
        "desk",
        """{"operation":"createTicket","body":{"customer":"C-7","subject":"x","priority":2,"custom":{"any":"thing"}}}"""
    )]
    [InlineData(
        "calendar",
        """{"operation":"book","body":{"slotId":"{% $payload.text %}","customer":{"phone":"1","name":"Ada"}}}"""
    )]
    [InlineData("calendar", """{"operation":"book","body":{"slotId":"{% $payload.text %}","customer":{"customerId":"C"}}}""")]
    [InlineData("calendar", """{"operation":"cancelAppointment","parameters":{"id":"A-1","notify":true}}""")]
    [InlineData("calendar", """{"operation":"cancelAppointment","parameters":{"id":"A-1","notify":"{% $payload.flag %}"}}""")]
    public void It_has_no_problems(string api, string call)
    {
        var said = DescribedFlow.Read(api, call).Diagnostics.Where(diagnostic => diagnostic.Code != "CXF2224");
        Assert.Equal([], said.Select(diagnostic => diagnostic.ToString()));
    }

    [Theory]
    [InlineData("crm", """{"operation":"getLead","parameters":{"leadId":7}}""", "ApiNotFound")]
    [InlineData("crm", """{"method":"GET","path":"/leads/7"}""", "ApiNotFound")]
    [InlineData(
        "calendar",
        """{"operation":"book","body":{"slotId":"{% $payload.text %}","customer":{"phone":"1"}}}""",
        "ApiRejected"
    )]
    public void A_documented_failure_without_a_branch_is_a_hint(string api, string call, string code)
    {
        var said = Assert.Single(DescribedFlow.Read(api, call).Diagnostics);
        Assert.Equal(("CXF2224", "/steps/call"), (said.Code, said.Pointer));
        Assert.Contains(code, said.Fix);
        var branch = call[..^1] + $",\"onError\":{{\"{code}\":\"respond_1\"}}}}";
        Assert.Empty(DescribedFlow.Read(api, branch).Diagnostics);
    }
}
