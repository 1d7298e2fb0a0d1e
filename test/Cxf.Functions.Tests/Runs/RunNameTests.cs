using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Runs;

namespace Cxf.Functions.Tests.Runs;

public sealed class RunNameTests
{
    private const string Contact = "5ca32fbd-8f92-46af-92a5-6b0f970f0efe";

    [Fact]
    public void A_run_is_named_by_its_contact_and_a_hash_within_eighty_characters()
    {
        Assert.Matches($"^{Contact}-[0-9a-f]{{32}}$", Name("""{"a":1}"""));
        Assert.Equal(80, Name("{}", contact: new string('a', 47)).Length);
    }

    [Fact]
    public void The_order_of_the_payloads_members_does_not_matter() =>
        Assert.Equal(Name("""{"a":1,"b":{"c":2,"d":[3,4]}}"""), Name("""{ "b" : {"d":[3,4],"c":2}, "a":1 }"""));

    [Theory]
    [InlineData("""{"a":"1"}""")]
    [InlineData("""{"a":1.0}""")]
    [InlineData("""{"a":1,"b":null}""")]
    [InlineData("{}")]
    public void Another_payload_is_another_run(string payload) => Assert.NotEqual(Name("""{"a":1}"""), Name(payload));

    [Fact]
    public void A_request_key_replaces_the_payload_in_the_runs_name()
    {
        Assert.Equal(Name("""{"a":1}""", key: "k"), Name("""{"a":2}""", key: "k"));
        Assert.NotEqual(Name("{}", key: "k"), Name("{}", key: "K"));
        Assert.NotEqual(Name("{}", key: "{}"), Name("{}"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("k")]
    public void The_same_request_after_another_run_is_another_run(string? key)
    {
        string[] names =
        [
            Name("{}", key: key),
            Name("{}", key: key, after: "r-1"),
            Name("{}", key: key, after: "r-2"),
            Name("{}", key: "r-1"),
            Name("{}", key: "after"),
        ];
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    [Fact]
    public void Another_contact_instance_tenant_generation_or_flow_is_another_run()
    {
        string[] names =
        [
            Name("{}"),
            Name("{}", generation: 1),
            Name("{}", generation: 2),
            Name("{}", contact: "x"),
            Name("{}", instance: "other"),
            Name("{}", tenant: "other"),
            Name("{}", flow: "other"),
        ];
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    [Fact]
    public void Parts_never_run_into_each_other() =>
        Assert.NotEqual(Name("{}", tenant: "ab", flow: "c"), Name("{}", tenant: "a", flow: "bc"));

    [Theory]
    [InlineData("", false)]
    [InlineData("abc-DEF-123", true)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    [InlineData("a\n", false)]
    [InlineData("12345678901234567890123456789012345678901234567", true)]
    [InlineData("123456789012345678901234567890123456789012345678", false)]
    public void A_contact_id_must_fit_into_an_execution_name(string text, bool fits) =>
        Assert.Equal(fits, RunName.IsContactId(text));

    private static string Name(
        string payload,
        string contact = Contact,
        string instance = "arn:i",
        string tenant = "acme",
        string flow = "create_lead",
        string? key = null,
        string? after = null,
        int generation = 0
    ) =>
        RunName.For(
            contact,
            instance,
            TenantId.Parse(tenant),
            FlowId.Parse(flow),
            key,
            JsonElement.Parse(payload),
            after,
            generation
        );
}
