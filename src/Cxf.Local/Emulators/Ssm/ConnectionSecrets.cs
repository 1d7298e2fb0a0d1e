using System.Text.Json;
using Cxf.Documents;
using Cxf.Documents.Identifiers;

namespace Cxf.Local.Emulators.Ssm;

/// <summary>
/// The secrets of connections from a file: <c>{"acme/crm": {"token": "…"}}</c>, each value as Parameter Store contains it on AWS.
/// They are never printed, not even in error messages.
/// </summary>
internal sealed class ConnectionSecrets
{
    private ConnectionSecrets(IReadOnlyDictionary<(TenantId Tenant, ConnectionId Connection), string> texts) => Texts = texts;

    /// <summary>The secrets' JSON texts.</summary>
    public IReadOnlyDictionary<(TenantId Tenant, ConnectionId Connection), string> Texts { get; }

    /// <summary>Secrets that are no user's.</summary>
    public static ConnectionSecrets Of(IReadOnlyDictionary<(TenantId Tenant, ConnectionId Connection), string> texts) =>
        new(texts);

    /// <summary>Reads a file.</summary>
    /// <exception cref="JsonException">It is not as it must be; the message has every problem with its line.</exception>
    public static ConnectionSecrets Read(FileInfo file)
    {
        var source = JsonSource.Parse(File.ReadAllBytes(file.FullName));
        var secrets = new Dictionary<(TenantId, ConnectionId), string>();
        var problems = new List<string>();
        if (source.SyntaxProblem is { } problem)
        {
            Report(problem.Position, "The file is not valid JSON.");
        }
        else if (source.Root.ValueKind != JsonValueKind.Object)
        {
            Report(
                source.PositionOf(JsonPointer.Root),
                "The file must be an object: {\"tenant/connection\": {\"token\": \"…\"}}."
            );
        }
        else
        {
            foreach (var member in source.Root.EnumerateObject())
            {
                ReadMember(member);
            }
        }

        return problems.Count == 0
            ? new ConnectionSecrets(secrets)
            : throw new JsonException(string.Join(Environment.NewLine, problems));

        void ReadMember(JsonProperty member)
        {
            var place = source.PositionOfName(JsonPointer.Append(JsonPointer.Root, member.Name));
            if (Parse(member.Name) is not { } connection)
            {
                Report(place, $"\"{member.Name}\" must be <tenant>/<connection>.");
            }
            else if (
                member.Value.ValueKind != JsonValueKind.Object
                || member.Value.EnumerateObject().Any(text => text.Value.ValueKind != JsonValueKind.String)
            )
            {
                Report(place, $"The secret of {member.Name} must be an object of texts, such as {{\"token\": \"…\"}}.");
            }
            else if (!secrets.TryAdd(connection, member.Value.GetRawText()))
            {
                Report(place, $"{member.Name} is in the file twice.");
            }
        }

        void Report(JsonPosition place, string message) => problems.Add($"{file.Name}:{place.Line}:{place.Column}: {message}");
    }

    private static (TenantId, ConnectionId)? Parse(string name) =>
        name.Split('/') is [var tenant, var connection]
        && TenantId.TryParse(tenant, out var tenantId)
        && ConnectionId.TryParse(connection, out var connectionId)
            ? (tenantId, connectionId)
            : null;
}
