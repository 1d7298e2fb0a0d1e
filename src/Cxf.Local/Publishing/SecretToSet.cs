using System.Text;
using System.Text.Json;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Secrets;
using Cxf.Documents.Identifiers;

namespace Cxf.Local.Publishing;

/// <summary>A secret that a connection needs and that only a person can set.</summary>
/// <param name="Connection">The connection, <c>tenant/connection</c>.</param>
/// <param name="Name">The parameter's name in SSM Parameter Store.</param>
/// <param name="Members">The members of its JSON object.</param>
/// <param name="Arguments">
/// The arguments by which the AWS CLI reaches that Parameter Store; null where the secrets are in a file.
/// </param>
internal sealed record SecretToSet(string Connection, string Name, IReadOnlyList<string> Members, string? Arguments)
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

    /// <summary>
    /// The command that sets it, with placeholders for the values; null where the secrets are in a file. It also replaces a
    /// secret that is there.
    /// </summary>
    public string? Command =>
        Arguments is null
            ? null
            : $"aws ssm put-parameter{Arguments} --overwrite --type SecureString --name {Name} --value '{Value}'";

    /// <summary>What a person has to do: the command, or the entry of the file.</summary>
    public string Instruction =>
        Command
        ?? $"{Connection}: add \"{Connection}\": {Value} to the file that you give to --secrets of cxf call and cxf start.";

    private string Value => $"{{{string.Join(", ", Members.Select(member => $"\"{member}\": \"…\""))}}}";

    /// <summary>The secrets that a tenant's connections need.</summary>
    public static async Task<IReadOnlyList<SecretToSet>> OfAsync(
        IPublishTarget target,
        TenantId tenant,
        CancellationToken cancellationToken
    )
    {
        var secrets = new List<SecretToSet>();
        foreach (
            var (id, document) in (await target.Store.ListConnectionsAsync(tenant, cancellationToken)).OrderBy(
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
                    var name = SecretName.For(target.Stage, tenant, id).Value;
                    secrets.Add(new SecretToSet($"{tenant}/{id}", name, members, target.ParameterStoreArguments));
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
