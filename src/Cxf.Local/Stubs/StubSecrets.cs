using System.Security.Cryptography;
using Cxf.Documents;
using Cxf.Local.Emulators.Ssm;

namespace Cxf.Local.Stubs;

/// <summary>
/// A made-up secret for each connection, so that calls to the stub authenticate as they do to the third party. It has a
/// member for every kind of authentication.
/// </summary>
internal static class StubSecrets
{
    /// <summary>The text of every member but the key. CallApi masks it in answers, so that no answer may contain it.</summary>
    public const string Text = "made-up-by-the-stub";

    private static readonly string[] Texts =
    [
        "username",
        "password",
        "token",
        "key",
        "clientId",
        "clientSecret",
        "refreshToken",
        "accessKeyId",
        "secretAccessKey",
    ];

    /// <summary>The secrets of all connections.</summary>
    public static ConnectionSecrets For(IEnumerable<StubApi> apis)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var secret = JsonOutput.Text(json =>
        {
            json.WriteStartObject();
            foreach (var name in Texts)
            {
                json.WriteString(name, Text);
            }

            json.WriteString("privateKey", key.ExportPkcs8PrivateKeyPem());
            json.WriteEndObject();
        });
        return ConnectionSecrets.Of(apis.ToDictionary(api => (api.Tenant, api.Connection), _ => secret));
    }
}
