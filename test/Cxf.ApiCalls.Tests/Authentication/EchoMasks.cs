using System.Text.Json;
using Cxf.ApiCalls.Authentication;

namespace Cxf.ApiCalls.Tests.Authentication;

public sealed class EchoMasks
{
    [Theory]
    [InlineData(
        "s3cret",
        """{"a":"x s3cret y","s3cret":1.50,"b":[true,null]}""",
        """{"a":"x *** y","***":1.50,"b":[true,null]}"""
    )]
    [InlineData("s3cret", """["\u0073\u0033cret"]""", """["***"]""")]
    [InlineData("s3/cret", """["s3\/cret"]""", """["***"]""")]
    [InlineData("s3\"cret", """["s3\"cret","s3\u0022cret"]""", """["***","***"]""")]
    [InlineData("s3 cret", """["https://x/?k=s3%20cret"]""", """["https://x/?k=***"]""")]
    [InlineData("s3\"cret", """["{\"k\":\"s3\\\"cret\"}"]""", """["{\"k\":\"***\"}"]""")]
    [InlineData("123456", """{"n":1234567,"t":"123456"}""", """{"n":"***7","t":"***"}""")]
    [InlineData("pässwörd", """["p\u00e4ssw\u00f6rd"]""", """["***"]""")]
    public void A_secret_is_masked_however_it_is_written(string secret, string echo, string masked)
    {
        Assert.Equal(masked, new EchoMask(secret).Apply(JsonElement.Parse(echo)).GetRawText());
    }

    [Theory]
    [InlineData("s3cret", """{ "a" : "line\nbreak" }""")]
    [InlineData("short", """["short"]""")]
    public void Everything_else_stays_as_it_is(string secret, string body)
    {
        Assert.Equal(body, new EchoMask(secret, null, "").Apply(JsonElement.Parse(body)).GetRawText());
    }

    [Fact]
    public void The_longer_of_two_secrets_is_masked_whole()
    {
        Assert.Equal("*** and ***", new EchoMask("secret", "secret-and-more").Apply("secret-and-more and secret"));
    }
}
