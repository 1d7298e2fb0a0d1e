using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cxf.Functions.Runs;

namespace Cxf.Functions.Tests.Runs;

public sealed class ReceivedHashTests
{
    [Fact]
    public void It_is_of_the_runs_name_and_the_payload_with_its_members_in_order() =>
        Assert.Equal(
            Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes("""c-1-0a""" + "\n" + """{"a":[1,2.50,true,null],"b":{"c":"é"}}"""))
            ),
            Of("""{ "b" : {"c": "é"}, "a" : [1, 2.50, true, null] }""")
        );

    [Theory]
    [InlineData("""{"a":1}""", """{"a":"1"}""")]
    [InlineData("""{"a":1}""", """{"a":1.0}""")]
    [InlineData("""{"a":1}""", """{"a":1,"b":null}""")]
    public void Payloads_that_a_contract_might_make_the_same_have_other_hashes(string one, string other) =>
        Assert.NotEqual(Of(one), Of(other));

    [Fact]
    public void The_same_payload_in_another_run_has_another_hash() =>
        Assert.NotEqual(Of("""{"phone":"+12025550100"}"""), Of("""{"phone":"+12025550100"}""", "c-2-0a"));

    private static string Of(string payload, string runName = "c-1-0a") => ReceivedHash.Of(runName, JsonElement.Parse(payload));
}
