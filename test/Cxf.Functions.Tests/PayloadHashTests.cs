using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cxf.Functions.Runs;

namespace Cxf.Functions.Tests;

public sealed class PayloadHashTests
{
    [Theory]
    [InlineData("""{"recordType":"lead","userInput":"5"}""", """{"recordType":"lead","userInput":"5"}""")]
    [InlineData("""{ "a" : [1, 2.50, true, null], "b" : {} }""", """{"a":[1,2.5,true,null],"b":{}}""")]
    [InlineData("""{"a":"é"}""", """{"a":"é"}""")]
    public void A_payload_has_the_hash_that_JSONata_gives_it(string payload, string text) =>
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), PayloadHash.Of(JsonElement.Parse(payload)));

    [Fact]
    public void Texts_and_numbers_have_other_hashes() =>
        Assert.NotEqual(PayloadHash.Of(JsonElement.Parse("""{"a":"1"}""")), PayloadHash.Of(JsonElement.Parse("""{"a":1}""")));
}
