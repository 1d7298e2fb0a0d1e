using System.Text;
using System.Text.Json;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Secrets;
using Cxf.Documents.Identifiers;
using Cxf.Functions.Stores;

namespace Cxf.Local.Publishing;

/// <summary>A secret that a connection needs and that only a person can set.</summary>
/// <param name="Name">The parameter's name in SSM Parameter Store.</param>
/// <param name="Members">The members of its JSON object.</param>
internal sealed record SecretToSet(string Name, IReadOnlyList<string> Members)
{
    /// <summary>The members by the kind of authentication (src/Cxf.ApiCalls/README.md, "Connections").</summary>
    private static readonly Dictionary<string, string[]> MembersByKind = new()
    {
        ["none"] = [],
        ["basic"] = ["username", "password"],
        ["bearer"] = ["token"],
        ["apiKeyHeader"] = ["key"],
        ["apiKeyQuery"] = ["key"],
        ["oauth2ClientCredentials"] = ["clientId", "clientSecret"],
        ["oauth2RefreshToken"] = ["clientId", "clientSecret", "refreshToken"],
        ["jwtBearer"] = ["clientId", "privateKey"],
        ["awsSignature"] = ["accessKeyId", "secretAccessKey"],
    };

    /// <summary>The command that sets it, with placeholders for the values.</summary>
    public string Command =>
        $"aws ssm put-parameter --type SecureString --name {Name} --value "
        + $"'{{{string.Join(", ", Members.Select(member => $"\"{member}\": \"…\""))}}}'";

    /// <summary>The secrets that a tenant's connections need.</summary>
    public static async Task<IReadOnlyList<SecretToSet>> OfAsync(
        IConfigurationStore store,
        StageName stage,
        TenantId tenant,
        CancellationToken cancellationToken
    )
    {
        var secrets = new List<SecretToSet>();
        foreach (
            var (id, document) in (await store.ListConnectionsAsync(tenant, cancellationToken)).OrderBy(
                connection => connection.Key.Value,
                StringComparer.Ordinal
            )
        )
        {
            if (ConnectionReader.Read(tenant, id, Encoding.UTF8.GetBytes(document)).Value is { } connection)
            {
                var members = MembersByKind[KindOf(document)].ToList();
                if (connection.ClientCertificate)
                {
                    members.AddRange(["clientCertificate", "clientCertificateKey"]);
                }

                if (members.Count > 0)
                {
                    secrets.Add(new SecretToSet(SecretName.For(stage, tenant, id).Value, members));
                }
            }
        }

        return secrets;
    }

    private static string KindOf(string document) =>
        JsonElement.Parse(document).TryGetProperty("auth", out var auth) && auth.ValueKind == JsonValueKind.Object
            ? auth.GetProperty("kind").GetString()!
            : "none";
}
