using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Outcomes;
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
        var secret = $$"""
            {"accessKeyId":"AKIDEXAMPLE","secretAccessKey":"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
             "sessionToken":"{{sessionToken}}"}
            """;
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
    public async Task Headers_of_AWS_that_a_flow_sets_are_signed()
    {
        await using var api = await PlatformServer.StartAnsweringAsync();
        var connection = Given.ConnectionTo(api.Url) with { Auth = new AwsSignatureAuth("eu-central-1", "execute-api") };
        var secrets = new FixedSecrets(
            """{"accessKeyId":"AKIDEXAMPLE","secretAccessKey":"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"}"""
        );
        var request = Given.Post("/", "{}") with
        {
            Headers = [new("Content-Type", "application/x-amz-json-1.0"), new("X-Amz-Target", "DynamoDB_20120810.GetItem")],
        };

        await Given.CallAsync(connection, request, Given.Options with { Secrets = secrets });

        var seen = api.Seen.Single();
        Assert.Contains(
            "content-type;host;x-amz-content-sha256;x-amz-date;x-amz-target",
            seen.Headers["Authorization"],
            StringComparison.Ordinal
        );
        Assert.Equal(SignWithSdk(seen, api.Url, sessionToken: null), seen.Headers["Authorization"]);
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("X-Amz-Date")]
    [InlineData("x-amz-content-sha256")]
    [InlineData("X-Amz-Security-Token")]
    public async Task A_step_cannot_set_what_the_signature_sets(string header)
    {
        await using var api = await PlatformServer.StartAnsweringAsync();
        var connection = Given.ConnectionTo(api.Url) with { Auth = new AwsSignatureAuth("eu-central-1", "execute-api") };
        var request = Given.Get("/") with { Headers = [new(header, "20000101T000000Z")] };

        var outcome = await Given.CallAsync(connection, request, Given.Options with { Secrets = new FixedSecrets(Secret) });

        Assert.Equal(
            (ErrorCodes.ApiMisconfigured, FailureReason.HeaderRefused),
            (outcome.Failure?.Error, outcome.Failure?.Reason)
        );
        Assert.Empty(api.Seen);
    }

    [Theory]
    [InlineData(
        """{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"}""",
        null,
        ErrorCodes.ApiThrottled
    )]
    [InlineData("""{"__type":"ThrottlingException","message":"Rate exceeded"}""", null, ErrorCodes.ApiThrottled)]
    [InlineData("{}", "TooManyRequestsException:http://internal.amazon.com/coral/", ErrorCodes.ApiThrottled)]
    [InlineData(
        """{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException"}""",
        null,
        ErrorCodes.ApiRejected
    )]
    [InlineData("not JSON", null, ErrorCodes.ApiRejected)]
    [InlineData("", null, ErrorCodes.ApiRejected)]
    public async Task A_service_that_asks_to_send_less_with_status_400_is_throttling(string body, string? header, string error)
    {
        await using var api = await PlatformServer.StartAsync(context =>
        {
            context.Response.StatusCode = 400;
            context.Response.ContentType = "application/x-amz-json-1.0";
            if (header is not null)
            {
                context.Response.Headers["x-amzn-ErrorType"] = header;
            }

            return context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(body)).AsTask();
        });
        var connection = Given.ConnectionTo(api.Url) with { Auth = new AwsSignatureAuth("eu-central-1", "dynamodb") };

        var outcome = await Given.CallAsync(
            connection,
            Given.Post("/", "{}"),
            Given.Options with
            {
                Secrets = new FixedSecrets(Secret),
            }
        );

        Assert.Equal((error, true, 1), (outcome.Failure?.Error, outcome.Failure?.RetryIsSafe, api.Seen.Count));
    }

    [Fact]
    public async Task Other_connections_send_headers_of_AWS_as_any_other()
    {
        await using var api = await PlatformServer.StartAnsweringAsync();

        await Given.CallAsync(api.Url, Given.Get("/") with { Headers = [new("X-Amz-Date", "20000101T000000Z")] });

        Assert.Equal("20000101T000000Z", api.Seen.Single().Headers["X-Amz-Date"]);
    }

    [Theory]
    [InlineData("""{"accessKeyId":"AK\nID","secretAccessKey":"k"}""")]
    [InlineData("""{"accessKeyId":"AKID","secretAccessKey":"k","sessionToken":"a\r\nb: c"}""")]
    public async Task A_key_that_cannot_be_a_headers_value_is_a_secret_that_cannot_be_used(string secret)
    {
        await using var api = await PlatformServer.StartAnsweringAsync();
        var connection = Given.ConnectionTo(api.Url) with { Auth = new AwsSignatureAuth("eu-central-1", "execute-api") };

        var outcome = await Given.CallAsync(
            connection,
            Given.Get("/"),
            Given.Options with
            {
                Secrets = new FixedSecrets(secret),
            }
        );

        Assert.Equal(FailureReason.SecretUnusable, outcome.Failure?.Reason);
    }

    private const string Secret =
        """{"accessKeyId":"AKIDEXAMPLE","secretAccessKey":"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"}""";

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
            $"{seen.Method}\n{path}\n{string.Join('&', parameters)}\n{canonicalHeaders}\n"
            + $"{string.Join(';', signed)}\n{seen.Headers["x-amz-content-sha256"]}";
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
