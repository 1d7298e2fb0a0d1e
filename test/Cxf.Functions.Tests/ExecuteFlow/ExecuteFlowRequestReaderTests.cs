using System.Text;
using System.Text.Json;
using Cxf.Flows.Runs;
using Cxf.Functions.ExecuteFlow;
using Cxf.Functions.Serialization;

namespace Cxf.Functions.Tests.ExecuteFlow;

public sealed class ExecuteFlowRequestReaderTests
{
    private const string Contact = """{"ContactId":"c-1","InstanceARN":"arn:i"}""";

    public static TheoryData<string> PayloadForms =>
        [
            """{"tenantId":"acme","flowId":"f","payload":{"recordType":"lead","userInput":"5"}}""",
            """{"tenantId":"acme","flowId":"f","payload":"{\"recordType\":\"lead\",\"userInput\":\"5\"}"}""",
            """{"tenantId":"acme","flowId":"f","recordType":"lead","userInput":"5"}""",
        ];

    [Theory]
    [MemberData(nameof(PayloadForms))]
    public void The_payload_can_be_an_object_its_text_or_flat_keys(string parameters)
    {
        var request = Read(Connect(parameters)).Request;
        Assert.Equal("""{"recordType":"lead","userInput":"5"}""", request?.Payload.GetRawText());
    }

    [Fact]
    public void Parameters_with_a_meaning_of_their_own_are_not_part_of_a_flat_payload()
    {
        var request = Read(
            Connect("""{"tenantId":"acme","flowId":"f","requestKey":"k","afterRunId":"r","callerLimitSeconds":"6.5","x":1}""")
        ).Request;
        Assert.Equal("""{"x":1}""", request?.Payload.GetRawText());
        Assert.Equal(
            ("k", "r", TimeSpan.FromSeconds(6.5)),
            (request?.RequestKey, request?.AfterRunId, request?.Head.CallerLimit)
        );
    }

    [Fact]
    public void A_byte_order_mark_unknown_members_and_nulls_are_no_problem()
    {
        const string text = """
            {"Name":null,"New":[],"Details":{"ContactData":{"ContactId":"c","InstanceARN":"arn:i","CustomerEndpoint":null,
             "Queue":null,"Tags":{"a":1}},"Parameters":{"tenantId":"acme","flowId":"f","requestKey":null,"n":5}}}
            """;
        byte[] bytes = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];
        var request = ExecuteFlowRequestReader.Read(FunctionEvent.Read(bytes)).Request;
        Assert.Equal("""{"n":5}""", request?.Payload.GetRawText());
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("hello", "not JSON")]
    [InlineData("null", "not a JSON object")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("""{"Details":1}""", "Details is not an object")]
    [InlineData("""{"Details":{}}""", "Details.Parameters")]
    [InlineData("""{"Details":{"Parameters":{}}}""", "Details.ContactData")]
    [InlineData("{}", "tenantId is missing")]
    [InlineData("{}", "flowId is missing")]
    [InlineData("{}", "requestKey is missing")]
    [InlineData("\"\\ud800\"", "not Unicode")]
    [InlineData("""{"Details":{"ContactData":{"ContactId":"direct"},"Parameters":{}}}""", "ContactId")]
    [InlineData("""{"tenantId":true}""", "tenantId must be text")]
    [InlineData("""{"responseMode":"XML"}""", "responseMode must be STRING_MAP or JSON")]
    [InlineData("""{"tenantId":"a/b"}""", "tenantId must be 1 to 64")]
    [InlineData("""{"flowId":"a b"}""", "flowId must be 1 to 64")]
    [InlineData("""{"payload":7}""", "payload must be an object")]
    [InlineData("""{"payload":"lead"}""", "payload is text")]
    [InlineData("""{"payload":"[]"}""", "payload is text")]
    [InlineData("""{"payload":"{\"a\":\"\\ud800\"}"}""", "payload contains text that is not Unicode")]
    [InlineData("""{"payload":"{\"\\udc00\":1}"}""", "payload contains text that is not Unicode")]
    [InlineData("""{"payload":{"a":"\ud800"}}""", "not Unicode")]
    [InlineData("""{"a\ud800":1}""", "not Unicode")]
    [InlineData("""{"callerLimitSeconds":"soon"}""", "callerLimitSeconds must be")]
    [InlineData("""{"callerLimitSeconds":61}""", "callerLimitSeconds must be")]
    public void A_problem_names_its_field(string received, string named)
    {
        var (request, rejection) = Read(received);
        Assert.Null(request);
        Assert.Equal("InvalidRequest", rejection?.ErrorCode);
        Assert.Contains(named, rejection?.Message);
    }

    [Fact]
    public void A_payload_text_with_too_many_levels_is_rejected()
    {
        static string Payload(int depth) => string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
        static string Event(int depth) =>
            Connect($$"""{"tenantId":"acme","flowId":"f","payload":{{JsonSerializer.Serialize(Payload(depth))}}}""");

        Assert.NotNull(Read(Event(60)).Request);
        Assert.Contains("payload is text", Read(Event(61)).Rejection?.Message);
    }

    [Fact]
    public void Numbers_are_as_good_as_their_texts()
    {
        var request = Read(
            Connect("""{"tenantId":42,"flowId":7,"requestKey":5,"callerLimitSeconds":3,"responseMode":"JSON","payload":{}}""")
        ).Request;
        Assert.Equal(
            ("42", "7", "5", TimeSpan.FromSeconds(3), ResponseMode.Json),
            (
                request?.Head.Tenant.Value,
                request?.Head.Flow.Value,
                request?.RequestKey,
                request?.Head.CallerLimit,
                request?.Head.Mode
            )
        );
    }

    [Fact]
    public void A_contact_id_that_cannot_name_a_run_is_refused()
    {
        var rejection = Read(
            """{"Details":{"ContactData":{"ContactId":"a b"},"Parameters":{"tenantId":"acme","flowId":"f"}}}"""
        ).Rejection;
        Assert.Contains("ContactId", rejection?.Message);
        Assert.Contains("InstanceARN", rejection?.Message);
    }

    [Fact]
    public void A_rejection_never_contains_the_callers_data()
    {
        var rejection = Read(Connect("""{"tenantId":"my secret","flowId":"my secret","payload":"my secret"}""")).Rejection;
        Assert.DoesNotContain("secret", rejection?.Message);
    }

    private static string Connect(string parameters) =>
        $$$"""{"Name":"ContactFlowEvent","Details":{"ContactData":{{{Contact}}},"Parameters":{{{parameters}}}}}""";

    private static (ExecuteFlowRequest? Request, Rejection? Rejection) Read(string text) =>
        ExecuteFlowRequestReader.Read(FunctionEvent.Read(Encoding.UTF8.GetBytes(text)));
}
