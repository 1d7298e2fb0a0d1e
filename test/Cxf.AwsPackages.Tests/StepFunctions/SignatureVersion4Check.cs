using System.Security.Cryptography;
using System.Text;

namespace Cxf.AwsPackages.Tests.StepFunctions;

/// <summary>
/// Signature Version 4 computed from a received request alone, by AWS's published steps, to compare with its Authorization
/// header.
/// </summary>
internal static class SignatureVersion4Check
{
    public static string Authorization(RecordedRequest request, string accessKey, string secretKey, string region, string service)
    {
        var signed = Between(request.Headers["Authorization"], "SignedHeaders=", ", Signature=").Split(';');
        var headers = string.Concat(signed.Select(name => $"{name}:{request.Headers[name].Trim()}\n"));
        var payload = Convert.ToHexStringLower(SHA256.HashData(request.Body));
        var canonical = $"{request.Method}\n{request.Target}\n\n{headers}\n{string.Join(';', signed)}\n{payload}";
        var time = request.Headers["X-Amz-Date"];
        var scope = $"{time[..8]}/{region}/{service}/aws4_request";
        var toSign =
            $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + secretKey), Sign);
        var signature = Convert.ToHexStringLower(Sign(key, toSign));
        return $"AWS4-HMAC-SHA256 Credential={accessKey}/{scope}, SignedHeaders={string.Join(';', signed)}, "
            + $"Signature={signature}";
    }

    private static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
