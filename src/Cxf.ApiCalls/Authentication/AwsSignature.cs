using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cxf.ApiCalls.Requests;

namespace Cxf.ApiCalls.Authentication;

/// <summary>
/// AWS Signature Version 4 (IAM User Guide, "Create a signed AWS API request"). AWSSDK.Core has one, in a namespace that it
/// calls internal; this library does without AWS packages, and its tests compare the two.
/// </summary>
internal static class AwsSignature
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string DateHeader = "x-amz-date";
    private const string ContentHashHeader = "x-amz-content-sha256";
    private const string SessionTokenHeader = "x-amz-security-token";

    /// <summary>Whether the signature itself sets a header, so that neither a flow nor a connection can.</summary>
    public static bool Sets(string header) =>
        header.Equals(DateHeader, StringComparison.OrdinalIgnoreCase)
        || header.Equals(ContentHashHeader, StringComparison.OrdinalIgnoreCase)
        || header.Equals(SessionTokenHeader, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Where a signed request goes. Amazon S3 signs the path as it is encoded once, so it is sent with exactly that encoding.
    /// </summary>
    public static Uri Target(Uri url, AwsSignatureAuth scope)
    {
        if (!IsS3(scope))
        {
            return url;
        }

        var path = string.Join('/', url.AbsolutePath.Split('/').Select(Encode));
        return new Uri($"{url.GetLeftPart(UriPartial.Authority)}{path}{url.Query}", TargetUrl.AsWritten);
    }

    /// <summary>Adds the headers that sign a request. Every header that is signed must already be on it.</summary>
    public static void Sign(HttpRequestMessage message, ReadOnlySpan<byte> body, AwsSigningKey key, DateTimeOffset now)
    {
        var timestamp = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var bodyHash = Convert.ToHexStringLower(SHA256.HashData(body));

        // Whatever else AWS reads under such a name, X-Amz-Target above all, must be signed as well. A list is sent as the one
        // value that is signed, because HttpClient would put a blank after each comma.
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in message.Headers.NonValidated)
        {
            if (name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase))
            {
                headers[name.ToLowerInvariant()] = string.Join(',', values.Select(Fold));
            }
        }

        headers[DateHeader] = timestamp;
        headers[ContentHashHeader] = bodyHash;
        if (key.SessionToken is { } sessionToken)
        {
            headers[SessionTokenHeader] = sessionToken;
        }

        foreach (var (name, value) in headers)
        {
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, value);
        }

        headers["host"] = HostOf(message.RequestUri!);
        if (message.Content?.Headers.NonValidated.TryGetValues("Content-Type", out var contentType) == true)
        {
            headers["content-type"] = contentType.ToString();
        }

        var authorization = Authorization(message.Method.Method, message.RequestUri!, headers, bodyHash, timestamp, key);
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
            string.Concat(headers.Select(header => $"{header.Key}:{Fold(header.Value)}\n")),
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

    /// <summary>
    /// The path as sent, without empty segments and with each segment encoded a second time; only Amazon S3 takes it unchanged.
    /// </summary>
    private static string CanonicalPath(Uri url, AwsSignatureAuth scope)
    {
        var path = url.AbsolutePath;
        if (IsS3(scope))
        {
            return path;
        }

        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.EscapeDataString);
        var end = path.EndsWith('/') && path.AsSpan().ContainsAnyExcept('/') ? "/" : "";
        return $"/{string.Join('/', segments)}{end}";
    }

    private static bool IsS3(AwsSignatureAuth scope) =>
        scope.Service is "s3" or "s3express" || scope.Service.StartsWith("s3-", StringComparison.Ordinal);

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
        return equals < 0 ? (Encode(pair), "") : (Encode(pair[..equals]), Encode(pair[(equals + 1)..]));
    }

    /// <summary>A text that may be encoded already, with every character but the unreserved ones encoded once.</summary>
    private static string Encode(string text) => Uri.EscapeDataString(Uri.UnescapeDataString(text));

    /// <summary>The Host header that HttpClient sends.</summary>
    private static string HostOf(Uri url)
    {
        var host = url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost;
        return url.IsDefaultPort ? host : string.Create(CultureInfo.InvariantCulture, $"{host}:{url.Port}");
    }

    /// <summary>A header's value without blanks around it, and with one blank for several.</summary>
    private static string Fold(string value) => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
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
