using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Authentication;

public sealed class AwsSignatures
{
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>Cases of AWS's published Signature Version 4 test suite: its key, its time, its results.</summary>
    [Theory]
    [InlineData("GET", "https://example.amazonaws.com/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData(
        "GET",
        "https://example.amazonaws.com/?Param2=value2&Param1=value1",
        "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
    )]
    [InlineData("POST", "https://example.amazonaws.com/", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    public void The_published_cases_give_the_published_signatures(string method, string url, string signature)
    {
        var key = new AwsSigningKey(
            "AKIDEXAMPLE",
            "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            null,
            new AwsSignatureAuth("us-east-1", "service")
        );
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = "example.amazonaws.com",
            ["x-amz-date"] = "20150830T123600Z",
        };

        var authorization = AwsSignature.Authorization(method, new Uri(url), headers, EmptyHash, "20150830T123600Z", key);

        Assert.Equal(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                + $"SignedHeaders=host;x-amz-date, Signature={signature}",
            authorization
        );
    }

    [Theory]
    [InlineData("POST", "/leads", "", """{"a":1}""", null)]
    [InlineData("GET", "/a b/c%20d/é", "z=1&a=2 3&a=1&empty=&%C3%A9=ü", "", null)]
    [InlineData("DELETE", "/x", "", "", "session-token+/=")]
    public async Task The_sdk_produces_the_same_signature(
        string method,
        string path,
        string query,
        string body,
        string? sessionToken
    )
    {
        await using var api = await PlatformServer.StartAnsweringAsync();
        var secret =
            $$"""{"accessKeyId":"AKIDEXAMPLE","secretAccessKey":"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY","sessionToken":"{{sessionToken}}"}""";
        var request = Given.Get(path) with
        {
            Method = method,
            Query =
            [
                .. query
                    .Split('&', StringSplitOptions.RemoveEmptyEntries)
                    .Select(pair => new KeyValuePair<string, string>(
                        Uri.UnescapeDataString(pair.Split('=')[0]),
                        pair.Split('=')[1]
                    )),
            ],
            Body = body.Length > 0 ? System.Text.Json.JsonElement.Parse(body) : null,
        };
        var connection = Given.ConnectionTo(api.Url) with { Auth = new AwsSignatureAuth("eu-central-1", "execute-api") };

        var outcome = await Given.CallAsync(connection, request, Given.Options with { Secrets = new FixedSecrets(secret) });

        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        var seen = api.Seen.Single();
        Assert.Equal(SignWithSdk(seen, api.Url, sessionToken), seen.Headers["Authorization"]);
    }

    [Fact]
    public async Task Headers_of_AWS_that_a_flow_sets_are_signed_and_its_own_are_not_taken()
    {
        await using var api = await PlatformServer.StartAnsweringAsync();
        var connection = Given.ConnectionTo(api.Url) with { Auth = new AwsSignatureAuth("eu-central-1", "execute-api") };
        var secrets = new FixedSecrets(
            """{"accessKeyId":"AKIDEXAMPLE","secretAccessKey":"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"}"""
        );
        var request = Given.Post("/", "{}") with
        {
            Headers =
            [
                new("Content-Type", "application/x-amz-json-1.0"),
                new("X-Amz-Target", "DynamoDB_20120810.GetItem"),
                new("x-amz-date", "20000101T000000Z"),
            ],
        };

        await Given.CallAsync(connection, request, Given.Options with { Secrets = secrets });

        var seen = api.Seen.Single();
        Assert.Contains(
            "content-type;host;x-amz-content-sha256;x-amz-date;x-amz-target",
            seen.Headers["Authorization"],
            StringComparison.Ordinal
        );
        Assert.NotEqual("20000101T000000Z", seen.Headers["x-amz-date"]);
        Assert.Equal(SignWithSdk(seen, api.Url, sessionToken: null), seen.Headers["Authorization"]);
    }

    private static string SignWithSdk(SeenRequest seen, Uri api, string? sessionToken)
    {
        var target = new Uri(api, seen.RawTarget);
        var signedAt = DateTime.ParseExact(
            seen.Headers["x-amz-date"],
            "yyyyMMdd'T'HHmmss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal
        );
        var signed = seen.Headers["Authorization"].Split("SignedHeaders=")[1].Split(',')[0].Split(';');
        var headers = signed.ToDictionary(name => name, name => seen.Headers[name]);
        Assert.Equal(sessionToken is not null, headers.ContainsKey("x-amz-security-token"));
        var canonicalHeaders = string.Concat(signed.Select(name => $"{name}:{headers[name]}\n"));
        var path = string.Join('/', seen.RawTarget.Split('?')[0].Split('/').Select(segment => Uri.EscapeDataString(segment)));
        var parameters = target
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('='))
            .OrderBy(pair => pair[0], StringComparer.Ordinal)
            .ThenBy(pair => pair[1], StringComparer.Ordinal)
            .Select(pair => $"{pair[0]}={pair[1]}");
        var canonical =
            $"{seen.Method}\n{path}\n{string.Join('&', parameters)}\n{canonicalHeaders}\n{string.Join(';', signed)}\n{seen.Headers["x-amz-content-sha256"]}";
        var result = AWS4Signer.ComputeSignature(
            new ImmutableCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null),
            "eu-central-1",
            signedAt,
            "execute-api",
            string.Join(';', signed),
            canonical
        );
        return result.ForAuthorizationHeader;
    }
}
