using System.Collections.Frozen;
using Cxf.Documents;

namespace Cxf.ApiCalls.Connections;

/// <summary>Refuses members in which people tend to put secrets, before their values can be stored or shown.</summary>
internal static class SecretsInDocument
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "username",
        "password",
        "token",
        "key",
        "secret",
        "apiKey",
        "clientId",
        "clientSecret",
        "refreshToken",
        "accessToken",
        "privateKey",
        "accessKeyId",
        "secretAccessKey",
        "sessionToken",
        "clientCertificateKey"
    );

    public static void Refuse(JsonCursor root)
    {
        foreach (
            var member in root.Members().Concat(root.Member("auth")?.Members() ?? []).Where(member => Names.Contains(member.Name))
        )
        {
            member.Reader.ReportName(
                member.Pointer,
                ConnectionCodes.SecretInDocument,
                "The document contains a value that belongs in the connection's secret.",
                "Move it to the secret (SSM parameter /cxf/<stage>/<tenant>/<connection>) and change it: consider it known."
            );
        }
    }
}
