using System.Globalization;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Cxf.Local.Templates;

/// <summary>template.yaml as far as running its functions on this machine needs it.</summary>
internal sealed class ServerlessTemplate
{
    private const string MappingType = "AWS::Lambda::EventSourceMapping";
    private const string FunctionType = "AWS::Serverless::Function";

    // AWS SAM developer guide, "AWS::Serverless::Function": Timeout 3 s, MemorySize 128 MB.
    private const string DefaultTimeout = "3";
    private const string DefaultMemory = "128";

    // Lambda developer guide, "DynamoDB event source mappings": BatchSize 100.
    private const int DefaultBatchSize = 100;

    private readonly YamlMappingNode _root;
    private readonly TemplateValues _values;

    private ServerlessTemplate(YamlMappingNode root, IReadOnlyDictionary<string, string> parameters)
    {
        _root = root;
        _values = new TemplateValues(root, parameters);
        Functions = [.. Resources().Where(resource => TemplateValues.TypeOf(resource.Value) == FunctionType).Select(Define)];
    }

    /// <summary>The functions, in the template's order.</summary>
    public IReadOnlyList<FunctionDefinition> Functions { get; }

    /// <summary>The mappings of tables' streams to functions.</summary>
    public IReadOnlyList<EventSource> EventSources =>
        [
            .. Resources()
                .Where(resource => TemplateValues.TypeOf(resource.Value) == MappingType)
                .Select(resource => MappingOf(resource.Value)),
        ];

    /// <summary>Reads a template.</summary>
    /// <param name="path">The file.</param>
    /// <param name="parameters">Values of parameters that differ from their defaults.</param>
    /// <exception cref="TemplateException">The file cannot be read or is not a template.</exception>
    public static ServerlessTemplate Read(string path, IReadOnlyDictionary<string, string> parameters)
    {
        try
        {
            using var reader = File.OpenText(path);
            var stream = new YamlStream();
            stream.Load(reader);
            return stream.Documents is [{ RootNode: YamlMappingNode root }, ..] && root.Find("Resources") is YamlMappingNode
                ? new ServerlessTemplate(root, parameters)
                : throw new TemplateException($"{path} has no Resources.");
        }
        catch (YamlException exception)
        {
            throw new TemplateException($"{path}({exception.Start.Line},{exception.Start.Column}): {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TemplateException(exception.Message);
        }
    }

    private IEnumerable<KeyValuePair<string, YamlNode>> Resources() =>
        ((YamlMappingNode)_root["Resources"]).Children.Select(child =>
            KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, child.Value)
        );

    private FunctionDefinition Define(KeyValuePair<string, YamlNode> resource)
    {
        var own = resource.Value.Find("Properties");
        var shared = _root.Find("Globals")?.Find("Function");
        YamlNode? Property(string name) => own?.Find(name) ?? shared?.Find(name);
        var environment = new Dictionary<string, string>();
        foreach (var (name, value) in Variables(shared).Concat(Variables(own)))
        {
            environment[((YamlScalarNode)name).Value!] = _values.Text(value);
        }

        return new FunctionDefinition(
            resource.Key,
            _values.NameOf(resource.Key),
            _values.AliasArnOf(resource.Key),
            TimeSpan.FromSeconds(
                double.Parse(_values.Text(Property("Timeout")) is { Length: > 0 } timeout ? timeout : DefaultTimeout)
            ),
            int.Parse(_values.Text(Property("MemorySize")) is { Length: > 0 } memory ? memory : DefaultMemory),
            _values.Text(Property("LoggingConfig")?.Find("LogFormat")) == "JSON",
            _values.Text(Property("LoggingConfig")?.Find("ApplicationLogLevel")),
            environment
        );
    }

    // The source is !GetAtt <table>.StreamArn; the number that DynamoDB adds to a stream's ARN does not exist locally.
    private EventSource MappingOf(YamlNode mapping)
    {
        var properties = mapping.Find("Properties") ?? new YamlMappingNode();
        var table = (_values.Chosen(properties.Find("EventSourceArn")) as YamlScalarNode)?.Value?.Split('.')
            is [var resource, "StreamArn"]
            ? _values.NameOf(resource)
            : throw new TemplateException(
                $"Line {mapping.Start.Line}: the only supported event source is the stream of a table, !GetAtt <table>.StreamArn."
            );
        var filters = properties.Find("FilterCriteria")?.Find("Filters") as YamlSequenceNode;
        return new EventSource(
            table,
            _values.Text(properties.Find("FunctionName")),
            Number(properties.Find("BatchSize"), DefaultBatchSize),
            Number(properties.Find("MaximumRetryAttempts"), 0),
            _values.Text(properties.Find("BisectBatchOnFunctionError")) == "true",
            [.. filters?.Select(filter => JsonElement.Parse(_values.Text(filter.Find("Pattern")))) ?? []]
        );
    }

    private int Number(YamlNode? node, int standard) =>
        _values.Text(node) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : standard;

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Variables(YamlNode? function) =>
        function?.Find("Environment")?.Find("Variables") is YamlMappingNode variables ? variables.Children : [];
}
