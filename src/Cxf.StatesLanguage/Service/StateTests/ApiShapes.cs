using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Service;

/// <summary>
/// The answers of AWS's APIs that mocked results are checked against, from the services' API models. A service without a model
/// here is not checked.
/// </summary>
internal sealed class ApiShapes
{
    // The services of the optimized integrations whose names differ from those of the SDK integrations.
    private static readonly Dictionary<string, string> OptimizedNames = new(StringComparer.Ordinal)
    {
        ["states"] = "sfn",
        ["events"] = "eventbridge",
    };

    private static readonly ConcurrentDictionary<string, ApiShapes?> Loaded = new(StringComparer.Ordinal);

    private readonly JsonElement _operations;
    private readonly JsonElement _shapes;

    private ApiShapes(JsonElement model)
    {
        _operations = model.GetProperty("operations");
        _shapes = model.GetProperty("shapes");
    }

    /// <summary>The model of a task's service, or null for a service without a model.</summary>
    public static ApiShapes? Of(TaskResource resource)
    {
        const string Sdk = "aws-sdk:";
        var service = resource.Service.StartsWith(Sdk, StringComparison.Ordinal)
            ? resource.Service[Sdk.Length..]
            : OptimizedNames.GetValueOrDefault(resource.Service, resource.Service);
        return Loaded.GetOrAdd(service, Load);
    }

    /// <summary>The shape of an operation's answer, or null where the model has none.</summary>
    public JsonElement? Answer(string operation) => _operations.TryGetProperty(operation, out var shape) ? Resolve(shape) : null;

    /// <summary>A shape by its name; the basic types <c>s</c>, <c>n</c> and <c>b</c> stand for themselves.</summary>
    public JsonElement Resolve(JsonElement reference) =>
        _shapes.TryGetProperty(reference.GetString()!, out var shape) ? shape : reference;

    private static ApiShapes? Load(string service)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"ApiShapes/{service}.json");
        if (stream is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(stream);
        return new ApiShapes(document.RootElement.Clone());
    }
}
