using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Cxf.ApiCalls.Secrets;
using Cxf.Documents.Identifiers;

namespace Cxf.Local.Emulators.Ssm;

/// <summary>
/// Parameter Store on this machine: what <c>--secrets</c> brought and what <c>aws ssm put-parameter</c> adds, in memory only.
/// </summary>
internal sealed class LocalParameters(TimeProvider timeProvider) : ISecretSource, ISecretWriter
{
    // SSM API reference: MaxResults of GetParametersByPath, and Names of GetParameters and DeleteParameters.
    private const int MaxParameters = 10;

    // Parameter Store quotas: the size of a value, for each tier.
    private const int MaxStandardValue = 4096;
    private const int MaxAdvancedValue = 8192;

    // Parameter Store quotas: 100 past versions of a parameter.
    private const int KeptVersions = 100;

    /// <summary>The versions of each parameter, oldest first.</summary>
    private readonly ConcurrentDictionary<string, ImmutableList<StoredParameter>> _parameters = new();

    /// <summary>Takes the secrets of connections, for a stage.</summary>
    public void Add(StageName stage, ConnectionSecrets secrets)
    {
        foreach (var ((tenant, connection), secret) in secrets.Texts)
        {
            Put(SecretName.For(stage, tenant, connection).Value, StoredParameter.SecureString, secret, overwrite: true);
        }
    }

    /// <inheritdoc />
    public ValueTask<string?> GetAsync(SecretName name, CancellationToken cancellationToken) =>
        new(_parameters.TryGetValue(name.Value, out var versions) ? versions[^1].Value : null);

    /// <inheritdoc />
    public ValueTask<bool> TryReplaceAsync(SecretName name, string? expected, string text, CancellationToken cancellationToken)
    {
        if ((_parameters.TryGetValue(name.Value, out var versions) ? versions[^1].Value : null) != expected)
        {
            return new(false);
        }

        Put(name.Value, StoredParameter.SecureString, text, overwrite: expected is not null);
        return new(true);
    }

    /// <summary>
    /// Executes an operation of SSM's API: <c>GetParameter</c>, <c>GetParameters</c>, <c>GetParametersByPath</c>,
    /// <c>PutParameter</c>, <c>DeleteParameter</c> or <c>DeleteParameters</c>.
    /// </summary>
    /// <exception cref="ServiceException">The service's error.</exception>
    public JsonObject CarryOut(string operation, JsonObject request) =>
        operation switch
        {
            "GetParameter" => Get(Text(request, "Name"), Flag(request, "WithDecryption")),
            "GetParameters" => Get(Names(request), Flag(request, "WithDecryption")),
            "GetParametersByPath" => List(request),
            "PutParameter" => Put(request),
            "DeleteParameter" => Delete(Text(request, "Name")),
            "DeleteParameters" => Delete(Names(request)),
            _ => throw new ServiceException(
                "UnknownOperationException",
                $"The local Parameter Store does not support {operation}."
            ),
        };

    private JsonObject Get(string reference, bool decrypt) => new() { ["Parameter"] = Find(reference).ToJson(decrypt) };

    private JsonObject Get(IEnumerable<string> references, bool decrypt)
    {
        var (found, invalid) = (new JsonArray(), new JsonArray());
        foreach (var reference in references)
        {
            try
            {
                found.Add((JsonNode)Find(reference).ToJson(decrypt));
            }
            catch (ServiceException)
            {
                invalid.Add((JsonNode)reference);
            }
        }

        return new JsonObject { ["Parameters"] = found, ["InvalidParameters"] = invalid };
    }

    // A reference is a name, or a name and a version: /cxf/local/acme/crm:2.
    private StoredParameter Find(string reference)
    {
        // It can also be the parameter's ARN.
        reference = reference.StartsWith(StoredParameter.ArnPrefix, StringComparison.Ordinal)
            ? reference[StoredParameter.ArnPrefix.Length..]
            : reference;
        var colon = reference.IndexOf(':');
        var name = colon < 0 ? reference : reference[..colon];
        if (!_parameters.TryGetValue(name, out var versions))
        {
            throw new ServiceException(
                "ParameterNotFound",
                $"The parameter {name} does not exist locally. Start with --secrets FILE, or set it with aws ssm put-parameter."
            );
        }

        return colon < 0
            ? versions[^1]
            : versions.Find(one => one.Selector == reference[colon..])
                ?? throw new ServiceException(
                    "ParameterVersionNotFound",
                    $"Systems Manager could not find version {reference[(colon + 1)..]} of {name}. Verify the version "
                        + "and try again."
                );
    }

    private JsonObject Put(JsonObject request)
    {
        var value = Text(request, "Value");
        var isAdvanced = Read<string>(request["Tier"], "Tier") switch
        {
            "Advanced" => true,
            "Intelligent-Tiering" => Encoding.UTF8.GetByteCount(value) > MaxStandardValue,
            _ => false,
        };
        if (Text(request, "Name").Length == 0 || value.Length == 0)
        {
            throw ServiceException.Validation(
                $"1 validation error detected: Value '' at '{(value.Length == 0 ? "value" : "name")}' failed to satisfy "
                    + "constraint: Member must have length greater than or equal to 1."
            );
        }

        if (Encoding.UTF8.GetByteCount(value) > (isAdvanced ? MaxAdvancedValue : MaxStandardValue))
        {
            throw ServiceException.Validation(
                isAdvanced
                    ? $"Advanced tier parameters support a maximum parameter value of {MaxAdvancedValue} characters."
                    : $"Standard tier parameters support a maximum parameter value of {MaxStandardValue} characters. To create a "
                        + "larger parameter value, upgrade the parameter to use the advanced-parameter tier."
            );
        }

        var put = Put(Text(request, "Name"), Read<string>(request["Type"], "Type"), value, Flag(request, "Overwrite"));
        return new JsonObject { ["Version"] = put.Version, ["Tier"] = isAdvanced ? "Advanced" : "Standard" };
    }

    private StoredParameter Put(string name, string? type, string value, bool overwrite)
    {
        if (type is not (null or StoredParameter.SecureString or "String" or "StringList"))
        {
            throw new ServiceException("UnsupportedParameterType", "The parameter type is not supported.");
        }

        StoredParameter Create(int version, string? before) =>
            new(
                name,
                type ?? before ?? throw ServiceException.Validation("A parameter type is required when you create a parameter."),
                value,
                version,
                timeProvider.GetUtcNow()
            );

        return _parameters.AddOrUpdate(
            name,
            _ => [Create(1, null)],
            (_, versions) =>
            {
                if (!overwrite)
                {
                    throw new ServiceException(
                        "ParameterAlreadyExists",
                        "The parameter already exists. To overwrite this value, set the overwrite option in the request to true."
                    );
                }

                var next = versions.Add(Create(versions[^1].Version + 1, versions[^1].Type));
                return next.Count > KeptVersions ? next.RemoveAt(0) : next;
            }
        )[^1];
    }

    // A page continues after the last name of the previous page.
    private JsonObject List(JsonObject request)
    {
        var path = Text(request, "Path").TrimEnd('/') + "/";
        var after = Read<string>(request["NextToken"], "NextToken") ?? "";
        var recursive = Flag(request, "Recursive");
        var decrypt = Flag(request, "WithDecryption");
        var size = Math.Clamp(Read<int?>(request["MaxResults"], "MaxResults") ?? MaxParameters, 1, MaxParameters);
        var page = _parameters
            .Values.Select(versions => versions[^1])
            .Where(one => one.Name.StartsWith(path, StringComparison.Ordinal))
            .Where(one => recursive || !one.Name.AsSpan(path.Length).Contains('/'))
            .Where(one => string.CompareOrdinal(one.Name, after) > 0)
            .OrderBy(one => one.Name, StringComparer.Ordinal)
            .Take(size + 1)
            .ToList();
        var answer = new JsonObject { ["Parameters"] = new JsonArray([.. page.Take(size).Select(one => one.ToJson(decrypt))]) };
        if (page.Count > size)
        {
            answer["NextToken"] = page[size - 1].Name;
        }

        return answer;
    }

    private JsonObject Delete(string name) =>
        _parameters.TryRemove(name, out _)
            ? []
            : throw new ServiceException("ParameterNotFound", $"The parameter {name} does not exist.");

    private JsonObject Delete(IEnumerable<string> names)
    {
        var (deleted, invalid) = (new JsonArray(), new JsonArray());
        foreach (var name in names)
        {
            (_parameters.TryRemove(name, out _) ? deleted : invalid).Add((JsonNode)name);
        }

        return new JsonObject { ["DeletedParameters"] = deleted, ["InvalidParameters"] = invalid };
    }

    private static bool Flag(JsonObject request, string member) => Read<bool?>(request[member], member) ?? false;

    private static IEnumerable<string> Names(JsonObject request)
    {
        var names = request["Names"] as JsonArray ?? throw ServiceException.Validation("Names is missing.");
        return names.Count is > 0 and <= MaxParameters
            ? names.Select(name => Read<string>(name, "Names") ?? "")
            : throw ServiceException.Validation(
                "1 validation error detected: Value at 'names' failed to satisfy constraint: Member must have length "
                    + (names.Count == 0 ? "greater than or equal to 1." : $"less than or equal to {MaxParameters}.")
            );
    }

    private static string Text(JsonObject request, string member) =>
        Read<string>(request[member], member) ?? throw ServiceException.Validation($"{member} is missing.");

    private static T? Read<T>(JsonNode? node, string member) =>
        node is null ? default
        : node is JsonValue value && value.TryGetValue<T>(out var read) ? read
        : throw new ServiceException("SerializationException", $"{member} has the wrong type.");
}
