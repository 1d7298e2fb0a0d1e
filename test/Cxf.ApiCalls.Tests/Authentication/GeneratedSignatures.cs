using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Requests;
using Cxf.ApiCalls.Tests.Platform;
using Cxf.Testing;

namespace Cxf.ApiCalls.Tests.Authentication;

/// <summary>
/// Generated requests, signed again from what the server received by npm's @smithy/signature-v4, the signer of AWS's SDK for
/// JavaScript.
/// </summary>
public sealed class GeneratedSignatures
{
    private const int Requests = 200;

    private static readonly string[] Services = ["execute-api", "dynamodb", "lambda", "s3", "s3-object-lambda", "es"];

    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE"];

    /// <summary>Pieces of paths, names and values: unreserved, reserved, encoded already, beyond ASCII.</summary>
    private static readonly string[] Pieces =
    [
        "a",
        "B9",
        "-._~",
        "!",
        "$",
        "'",
        "(",
        ")",
        "*",
        "+",
        ",",
        ";",
        "=",
        ":",
        "@",
        " ",
        "%20",
        "%25",
        "é",
        "日本",
        "😀",
        "%C3%A9",
        "1",
    ];

    [Fact]
    public async Task An_independent_signer_signs_every_request_in_the_same_way()
    {
        await using var api = await PlatformServer.StartAnsweringAsync();
        var random = new Random(16);
        var oracle = new JsonArray();
        var expected = new List<string>();
        for (var number = 0; number < Requests; number++)
        {
            var scope = new AwsSignatureAuth("eu-central-1", Pick(random, Services));
            var token = random.Next(2) == 0 ? null : "IQoJb3JpZ2luX2VjE//+==" + new string('t', random.Next(5000));
            var request = Generate(random, number);
            var connection = Given.ConnectionTo(new Uri(api.Url, random.Next(3) == 0 ? "/stage v1/x%20y/" : "/")) with
            {
                Auth = scope,
                Id = Documents.Identifiers.ConnectionId.Parse($"c{number}"),
                Methods = Methods.ToHashSet(),
            };
            var outcome = await Given.CallAsync(
                connection,
                request with
                {
                    Connection = connection.Id,
                },
                Given.Options with
                {
                    Secrets = new FixedSecrets(
                        new JsonObject
                        {
                            ["accessKeyId"] = "AKIDEXAMPLE",
                            ["secretAccessKey"] = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                            ["sessionToken"] = token,
                        }.ToJsonString()
                    ),
                }
            );
            Assert.True(outcome.Succeeded, $"{request.Method} {request.Path}: {outcome.Failure?.Reason}");
            oracle.Add(Question(api.Seen[^1], scope, token));
            expected.Add(api.Seen[^1].Headers["Authorization"]);
        }

        var signed = await NodeOracle.AskAsync("smithy-signature-v4", oracle.ToJsonString(), "sign.js");

        Assert.Equal(expected, signed.Select(one => one.Single()));
    }

    private static ApiCallRequest Generate(Random random, int number)
    {
        var method = Pick(random, Methods);
        var hasBody = method is "POST" or "PUT" && random.Next(4) > 0;
        var path = string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => "/" + Text(random)));
        return Given.Get(path + (random.Next(4) == 0 ? "/" : "")) with
        {
            Method = method,
            Query =
            [
                .. Enumerable
                    .Range(0, random.Next(5))
                    .Select(_ =>
                        KeyValuePair.Create(random.Next(3) == 0 ? "a" : Text(random), random.Next(4) == 0 ? "" : Text(random))
                    ),
            ],
            Headers =
            [
                .. hasBody
                    ? [KeyValuePair.Create("Content-Type", $"application/x-amz-json-1.{number % 2}")]
                    : Array.Empty<KeyValuePair<string, string>>(),
                KeyValuePair.Create("X-Amz-Target", "Service_20120810.Do  Something "),
                KeyValuePair.Create("x-AMZ-Meta-List", " one,  two"),
                .. Enumerable.Range(0, random.Next(3)).Select(item => KeyValuePair.Create("X-Amz-Meta-Several", $" {item}  b ")),
                KeyValuePair.Create("X-Request-Source", "not  signed"),
                KeyValuePair.Create("x-amzn-note", "not signed"),
            ],
            Body = hasBody ? JsonElement.Parse($$"""{"number": {{number}}, "text": "é"}""") : null,
        };
    }

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(random, Pieces)));

    private static T Pick<T>(Random random, T[] items) => items[random.Next(items.Length)];

    /// <summary>What was received, without what a signer adds.</summary>
    private static JsonObject Question(SeenRequest seen, AwsSignatureAuth scope, string? token)
    {
        var target = seen.RawTarget.Split('?');
        var query = new JsonObject();
        foreach (var pair in target.Skip(1).SelectMany(text => text.Split('&')).Select(pair => pair.Split('=')))
        {
            var name = Uri.UnescapeDataString(pair[0]);
            var values = query[name] as JsonArray ?? [];
            values.Add(Uri.UnescapeDataString(pair[1]));
            query[name] = values;
        }

        var headers = new JsonObject();
        foreach (var (name, value) in seen.Headers)
        {
            var lower = name.ToLowerInvariant();
            if (
                lower is "host" or "content-type"
                || (
                    lower.StartsWith("x-amz-", StringComparison.Ordinal)
                    && lower is not ("x-amz-date" or "x-amz-content-sha256" or "x-amz-security-token")
                )
            )
            {
                headers[lower] = value;
            }
        }

        return new JsonObject
        {
            ["credentials"] = new JsonObject
            {
                ["accessKeyId"] = "AKIDEXAMPLE",
                ["secretAccessKey"] = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                ["sessionToken"] = token,
            },
            ["region"] = scope.Region,
            ["service"] = scope.Service,
            ["isS3"] = scope.Service.StartsWith("s3", StringComparison.Ordinal),
            ["signedAt"] = DateTimeOffset
                .ParseExact(
                    seen.Headers["x-amz-date"],
                    "yyyyMMdd'T'HHmmss'Z'",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal
                )
                .ToString("O"),
            ["method"] = seen.Method,
            ["headers"] = headers,
            ["path"] = target[0],
            ["query"] = query,
            ["body"] = seen.Text,
        };
    }
}
