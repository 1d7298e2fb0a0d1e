using System.Text.Json;

namespace Cxf.Flows.Tests.Checks;

public sealed class SecretTests
{
    // Made up here in the formats that the issuers document; none of them opens anything.
    [Theory]
    [InlineData("AKIA" + "ABCDEFGHIJKLMNOP")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiIxMjM0NTY3ODkwIn0" + ".c2lnbmF0dXJl")]
    [InlineData("sk_live_" + "0123456789abcdefABCD")]
    [InlineData("ghp_" + "0123456789abcdefghijABCDEFGHIJ012345")]
    [InlineData("-----BEGIN RSA " + "PRIVATE KEY-----")]
    [InlineData("Basic dXNlcjpwYXNzd29yZA==")]
    [InlineData("{% 'Bearer 0123456789abcdef0123' %}")]
    [InlineData("https://user:password@crm.example/")]
    [InlineData("0aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX2yZ3aB4c")]
    public void A_text_that_looks_like_a_key_is_rejected_anywhere_and_never_repeated(string secret)
    {
        foreach (
            var place in new[]
            {
                "\"body\":{\"x\":SECRET}",
                "\"query\":{\"x\":SECRET}",
                "\"description\":SECRET",
                "\"headers\":{\"X-Own\":SECRET}",
            }
        )
        {
            var said = Documents.Read(Flow(place.Replace("SECRET", JsonSerializer.Serialize(secret)))).Diagnostics;
            Assert.Equal("CXF2204", Assert.Single(said).Code);
            Assert.DoesNotContain(secret, said[0].ToString());
        }
    }

    [Theory]
    [InlineData("\"headers\":{\"Authorization\":\"{% $payload.auth %}\"}")]
    [InlineData("\"headers\":{\"authorization\":\"secret-of-mine\"}")]
    [InlineData("\"headers\":{\"X-Api-Key\":\"0123456789\"}")]
    [InlineData("\"query\":{\"access_token\":\"0123456789\"}")]
    [InlineData("\"body\":{\"login\":{\"password\":\"correct horse\"}}")]
    public void Credentials_by_name_are_refused(string part) =>
        Assert.Equal("CXF2204", Assert.Single(Documents.Read(Flow(part)).Diagnostics).Code);

    [Theory]
    [InlineData("\"headers\":{\"X-Request\":\"{% $payload.id %}\",\"Accept-Language\":\"en-GB\"}")]
    [InlineData("\"body\":{\"password\":\"{% $payload.password %}\",\"tokenType\":\"device\",\"key\":\"5\"}")]
    [InlineData("\"body\":{\"text\":\"The customer forgot the password and asks for a token.\"}")]
    [InlineData("\"path\":\"/services/data/v62.0/sobjects/Account/0015g00000XYZabcAAH/Contacts\"")]
    [InlineData("\"body\":{\"id\":\"3f2504e0-4f89-41d3-9a0c-0305e82c3301\"}")]
    public void What_only_speaks_of_secrets_is_not_one(string part) => Assert.Empty(Documents.Read(Flow(part)).Diagnostics);

    [Theory]
    [InlineData("12345", false)]
    [InlineData("123456", true)]
    public void A_text_of_a_few_characters_is_no_secret_whatever_its_name(string text, bool refused) =>
        Assert.Equal(
            refused ? ["CXF2204"] : [],
            Documents.Read(Flow($"\"body\":{{\"password\":\"{text}\"}}")).Diagnostics.Select(said => said.Code)
        );

    [Fact]
    public void The_names_of_a_contract_and_of_the_data_of_tests_make_no_secret()
    {
        const string payload = "\"payload\":{\"password\":\"correct horse\"}";
        const string tests = "[{\"name\":\"one\"," + payload + ",\"expect\":{\"status\":\"SUCCEEDED\"}}]";
        Assert.DoesNotContain(("CXF2204"), Documents.Problems(Documents.With("/tests", tests)).Select(said => said.Code));
        Assert.Equal(
            ["/input/properties/password"],
            Documents.Problems(Documents.With("/input/properties/password", "\"string\"")).Select(said => said.Pointer)
        );
    }

    private static string Flow(string part) =>
        FlowBuilder.Flow(
            "\"call\":{\"kind\":\"restApi\",\"connection\":\"crm\",\"method\":\"POST\",\"timeoutSeconds\":1,"
                + (part.StartsWith("\"path\"") ? "" : "\"path\":\"/x\",")
                + part
                + ",\"next\":\"end\"}"
        );
}
