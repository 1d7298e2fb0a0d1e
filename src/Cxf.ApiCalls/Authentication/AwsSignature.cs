using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cxf.ApiCalls.Authentication;

/// <summary>
/// AWS Signature Version 4 (IAM User Guide, "Create a signed AWS API request"). AWSSDK.Core has one, in a namespace that it
/// calls internal; this library does without AWS packages, and its tests compare the two.
/// </summary>
internal static class AwsSignature
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Adds the headers that sign a request. Every header that is signed must already be on it.</summary>
    public static void Sign(HttpRequestMessage message, ReadOnlySpan<byte> body, AwsSigningKey key, DateTimeOffset now)
    {
        var timestamp = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var bodyHash = Convert.ToHexStringLower(SHA256.HashData(body));
        var own = new Dictionary<string, string> { ["x-amz-date"] = timestamp, ["x-amz-content-sha256"] = bodyHash };
        if (key.SessionToken is { } sessionToken)
        {
            own["x-amz-security-token"] = sessionToken;
        }

        foreach (var (name, value) in own)
        {
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, value);
        }

        // Whatever else AWS reads under such a name, X-Amz-Target above all, must be signed as well.
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["host"] = message.RequestUri!.Authority };
        foreach (var (name, values) in message.Headers.NonValidated)
        {
            if (name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase))
            {
                headers[name.ToLowerInvariant()] = string.Join(',', values);
            }
        }

        if (message.Content?.Headers.NonValidated.TryGetValues("Content-Type", out var contentType) == true)
        {
            headers["content-type"] = contentType.ToString();
        }

        var authorization = Authorization(message.Method.Method, message.RequestUri, headers, bodyHash, timestamp, key);
        message.Headers.TryAddWithoutValidation("Authorization", authorization);
    }

    /// <summary>The Authorization header of a request with these headers (lower-case names).</summary>
    internal static string Authorization(
        string method,
        Uri url,
        SortedDictionary<string, string> headers,
        string bodyHash,
        string timestamp,
        AwsSigningKey key
    )
    {
        var signedHeaders = string.Join(';', headers.Keys);
        var canonicalRequest = string.Join(
            '\n',
            method,
            CanonicalPath(url, key.Scope),
            CanonicalQuery(url),
            string.Concat(headers.Select(header => $"{header.Key}:{Trim(header.Value)}\n")),
            signedHeaders,
            bodyHash
        );
        var scope = $"{timestamp[..8]}/{key.Scope.Region}/{key.Scope.Service}/aws4_request";
        var requestHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)));
        var toSign = $"{Algorithm}\n{timestamp}\n{scope}\n{requestHash}";
        var signature = Convert.ToHexStringLower(Hmac(DeriveKey(key, timestamp[..8]), toSign));
        return $"{Algorithm} Credential={key.AccessKeyId}/{scope}, SignedHeaders={signedHeaders}, Signature={signature}";
    }

    private static byte[] DeriveKey(AwsSigningKey key, string date)
    {
        var derived = Hmac(Encoding.UTF8.GetBytes("AWS4" + key.SecretAccessKey), date);
        derived = Hmac(derived, key.Scope.Region);
        derived = Hmac(derived, key.Scope.Service);
        return Hmac(derived, "aws4_request");
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    /// <summary>The path as sent, with each segment encoded a second time; only Amazon S3 takes it unchanged.</summary>
    private static string CanonicalPath(Uri url, AwsSignatureAuth scope) =>
        scope.Service == "s3" ? url.AbsolutePath : string.Join('/', url.AbsolutePath.Split('/').Select(Uri.EscapeDataString));

    private static string CanonicalQuery(Uri url)
    {
        var pairs = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Canonical);
        return string.Join(
            '&',
            pairs
                .OrderBy(pair => pair.Name, StringComparer.Ordinal)
                .ThenBy(pair => pair.Value, StringComparer.Ordinal)
                .Select(pair => $"{pair.Name}={pair.Value}")
        );
    }

    private static (string Name, string Value) Canonical(string pair)
    {
        var equals = pair.IndexOf('=');
        var name = equals < 0 ? pair : pair[..equals];
        var value = equals < 0 ? "" : pair[(equals + 1)..];
        return (Uri.EscapeDataString(Uri.UnescapeDataString(name)), Uri.EscapeDataString(Uri.UnescapeDataString(value)));
    }

    private static string Trim(string value) => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>An AWS access key with the scope that its signatures have.</summary>
internal sealed class AwsSigningKey(string accessKeyId, string secretAccessKey, string? sessionToken, AwsSignatureAuth scope)
{
    public string AccessKeyId { get; } = accessKeyId;

    public string SecretAccessKey { get; } = secretAccessKey;

    public string? SessionToken { get; } = sessionToken;

    public AwsSignatureAuth Scope { get; } = scope;

    public override string ToString() => "(signing key)";
}
