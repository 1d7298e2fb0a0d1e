using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cxf.Documents;

namespace Cxf.ApiCalls.Authentication;

/// <summary>
/// Signed assertions for the JWT bearer grant and for the authentication of clients (RFC 7523 section 3), with RS256 or ES256
/// (RFC 7518 section 3.1) by the key's kind.
/// </summary>
internal static class JwtAssertion
{
    /// <summary>How long an assertion can be used: Salesforce refuses more than 5 minutes, and clocks differ.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(3);

    /// <exception cref="CryptographicException">The text is not a private key of a usable kind.</exception>
    public static string Create(JwtClaims assertion, string privateKey, DateTimeOffset now)
    {
        using var key = ImportKey(privateKey);
        var header = Json(writer =>
        {
            writer.WriteString("alg", key is RSA ? "RS256" : "ES256");
            writer.WriteString("typ", "JWT");
            if (assertion.KeyId is { } keyId)
            {
                writer.WriteString("kid", keyId);
            }
        });
        var claims = Json(writer =>
        {
            writer.WriteString("iss", assertion.Issuer);
            writer.WriteString("sub", assertion.Subject);
            writer.WriteString("aud", assertion.Audience);
            writer.WriteNumber("iat", now.ToUnixTimeSeconds());
            writer.WriteNumber("exp", (now + Lifetime).ToUnixTimeSeconds());
            writer.WriteString("jti", RandomNumberGenerator.GetHexString(32, lowercase: true));
        });
        var unsigned = $"{header}.{claims}";
        return $"{unsigned}.{Base64Url.EncodeToString(Sign(key, Encoding.ASCII.GetBytes(unsigned)))}";
    }

    private static byte[] Sign(AsymmetricAlgorithm key, byte[] data) =>
        key switch
        {
            RSA rsa => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            ECDsa ecdsa => ecdsa.SignData(data, HashAlgorithmName.SHA256),
            _ => throw new CryptographicException("The type of the key is not supported."),
        };

    private static AsymmetricAlgorithm ImportKey(string pem)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            return rsa;
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            rsa.Dispose();
        }

        var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportFromPem(pem);
            return ecdsa.KeySize == 256 ? ecdsa : throw new CryptographicException("ES256 needs a P-256 key.");
        }
        catch (ArgumentException exception)
        {
            ecdsa.Dispose();
            throw new CryptographicException("The text is not a private key.", exception);
        }
        catch
        {
            ecdsa.Dispose();
            throw;
        }
    }

    private static string Json(Action<Utf8JsonWriter> writeMembers)
    {
        var json = JsonOutput.Utf8(writer =>
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        });
        return Base64Url.EncodeToString(json.Span);
    }
}

/// <summary>What an assertion says.</summary>
/// <param name="Issuer">The client's id.</param>
/// <param name="Subject">The user that calls are made as, or the client itself.</param>
/// <param name="Audience">Who it is for.</param>
/// <param name="KeyId">The key's id, or null.</param>
internal readonly record struct JwtClaims(string Issuer, string Subject, string Audience, string? KeyId);
