using System.Globalization;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Authentication;

/// <summary>A secret that names its origins goes to those, whatever its connection says.</summary>
public sealed class SecretOrigins
{
    [Theory]
    [InlineData("{0}", true)]
    [InlineData("{0}/some/path?and=query", true)]
    [InlineData("https://other.example.com\",\"{0}", true)]
    [InlineData("https://other.example.com", false)]
    [InlineData("{0}0", false)]
    [InlineData("localhost", false)]
    [InlineData("", false)]
    public async Task A_secret_goes_only_to_its_origins(string origins, bool isSent)
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var list = string.Format(CultureInfo.InvariantCulture, origins, crm.Url.GetLeftPart(UriPartial.Authority));

        var outcome = await CallAsync(crm, $$"""{"token":"t0ken","origins":["{{list}}"]}""");

        Assert.Equal(isSent ? null : FailureReason.SecretElsewhere, outcome.Failure?.Reason);
        Assert.Equal(isSent ? 1 : 0, crm.Seen.Count);
    }

    [Theory]
    [InlineData("[]", FailureReason.SecretElsewhere)]
    [InlineData("[5]", FailureReason.SecretUnusable)]
    [InlineData("\"https://a.example.com\"", FailureReason.SecretUnusable)]
    [InlineData("null", FailureReason.SecretUnusable)]
    public async Task Origins_that_are_no_list_of_urls_let_a_secret_go_nowhere(string origins, FailureReason reason)
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();

        var outcome = await CallAsync(crm, $$"""{"token":"t0ken","origins":{{origins}}}""");

        Assert.Equal(reason, outcome.Failure?.Reason);
        Assert.Empty(crm.Seen);
    }

    [Theory]
    [InlineData("Origins")]
    [InlineData("origin")]
    [InlineData("ORIGIN")]
    public async Task Misspelt_origins_let_a_secret_go_nowhere(string name)
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var origin = crm.Url.GetLeftPart(UriPartial.Authority);

        var outcome = await CallAsync(crm, $$"""{"token":"t0ken","{{name}}":["{{origin}}"]}""");

        Assert.Equal(FailureReason.SecretUnusable, outcome.Failure?.Reason);
        Assert.Empty(crm.Seen);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("http://login.example.com")]
    public async Task The_token_endpoint_and_the_platform_both_have_to_be_among_them(string onlyOne)
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var origin = string.Format(CultureInfo.InvariantCulture, onlyOne, crm.Url.GetLeftPart(UriPartial.Authority));

        var outcome = await CallAsync(
            crm,
            $$"""{"clientId":"c","clientSecret":"s","origins":["{{origin}}"]}""",
            new ClientCredentialsAuth(new Uri("http://login.example.com/token"), null, null, SecretInBody: true)
        );

        Assert.Equal(FailureReason.SecretElsewhere, outcome.Failure?.Reason);
        Assert.Empty(crm.Seen);
    }

    private static Task<ApiCallOutcome> CallAsync(PlatformServer crm, string secret, ApiAuth? auth = null) =>
        Given.CallAsync(
            Given.ConnectionTo(crm.Url) with
            {
                Auth = auth ?? new BearerAuth(),
            },
            Given.Get("/"),
            Given.Options with
            {
                Secrets = new FixedSecrets(secret),
            }
        );
}
