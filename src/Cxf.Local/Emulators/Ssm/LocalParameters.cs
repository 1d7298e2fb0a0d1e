using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Cxf.ApiCalls.Secrets;
using Cxf.Documents.Identifiers;

namespace Cxf.Local.Emulators.Ssm;

/// <summary>
/// Parameter Store on this machine: what <c>--secrets</c> brought and what <c>aws ssm put-parameter</c> adds, in memory only.
/// </summary>
internal sealed class LocalParameters : ISecretSource
{
    // GetParametersByPath: MaxResults, at most 10.
    private const int PathPage = 10;

    private readonly ConcurrentDictionary<string, string> _values = new();

    /// <summary>Takes the secrets of connections, for a stage.</summary>
    public void Add(StageName stage, ConnectionSecrets secrets)
    {
        foreach (var ((tenant, connection), secret) in secrets.Texts)
        {
            _values[SecretName.For(stage, tenant, connection).Value] = secret;
        }
    }

    /// <inheritdoc />
    public ValueTask<string?> GetAsync(SecretName name, CancellationToken cancellationToken) =>
        new(_values.GetValueOrDefault(name.Value));

    /// <summary>
    /// Executes an operation of SSM's API: <c>GetParameter</c>, <c>PutParameter</c>, <c>GetParametersByPath</c> or
    /// <c>DeleteParameters</c>.
    /// </summary>
    /// <exception cref="ServiceException">The service's error.</exception>
    public JsonObject CarryOut(string operation, JsonObject request) =>
        operation switch
        {
            "GetParameter" => Get(Text(request, "Name")),
            "PutParameter" => Put(
                Text(request, "Name"),
                Text(request, "Value"),
                request["Overwrite"] is JsonValue given && given.TryGetValue<bool>(out var overwrite) && overwrite
            ),
            "GetParametersByPath" => List(Text(request, "Path"), request["NextToken"]?.GetValue<string>() ?? ""),
            "DeleteParameters" => Delete(request["Names"] as JsonArray ?? throw ServiceException.Validation("Names is missing.")),
            _ => throw new ServiceException("UnknownOperationException", $"The local Parameter Store does not support {operation}."),
        };

    private JsonObject Get(string name) =>
        _values.TryGetValue(name, out var value)
            ? new JsonObject
            {
                ["Parameter"] = new JsonObject
                {
                    ["Name"] = name,
                    ["Type"] = "SecureString",
                    ["Value"] = value,
                    ["Version"] = 1,
                },
            }
            : throw new ServiceException(
                "ParameterNotFound",
                $"The parameter {name} does not exist locally. Start with --secrets FILE, or set it with aws ssm put-parameter."
            );

    private JsonObject Put(string name, string value, bool overwrite)
    {
        if (overwrite)
        {
            _values[name] = value;
        }
        else if (!_values.TryAdd(name, value))
        {
            throw new ServiceException(
                "ParameterAlreadyExists",
                "The parameter already exists. To overwrite this value, set the overwrite option in the request to true."
            );
        }

        return new JsonObject { ["Version"] = 1, ["Tier"] = "Standard" };
    }

    // Without values: callers read SecureStrings one by one. A page continues after the last name of the previous page.
    private JsonObject List(string path, string after)
    {
        string[] names =
        [
            .. _values
                .Keys.Where(name =>
                    name.StartsWith(path + "/", StringComparison.Ordinal) && string.CompareOrdinal(name, after) > 0
                )
                .Order(StringComparer.Ordinal)
                .Take(PathPage),
        ];
        return new JsonObject
        {
            ["Parameters"] = new JsonArray([
                .. names.Select(name => new JsonObject
                {
                    ["Name"] = name,
                    ["Type"] = "SecureString",
                    ["Version"] = 1,
                }),
            ]),
            ["NextToken"] = names.Length == PathPage ? names[^1] : null,
        };
    }

    private JsonObject Delete(JsonArray names)
    {
        var removed = names
            .Select(name => name!.GetValue<string>())
            .Where(name => _values.TryRemove(name, out _))
            .Select(name => JsonValue.Create(name));
        return new JsonObject { ["DeletedParameters"] = new JsonArray([.. removed]), ["InvalidParameters"] = new JsonArray() };
    }

    private static string Text(JsonObject request, string member) =>
        request[member] is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : throw ServiceException.Validation($"{member} is missing.");
}
