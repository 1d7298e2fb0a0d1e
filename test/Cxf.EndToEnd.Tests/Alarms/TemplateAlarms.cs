using System.Text.Json;
using System.Text.RegularExpressions;
using Cxf.EndToEnd.Tests.Lambda;
using Cxf.Local.Templates;
using YamlDotNet.RepresentationModel;

namespace Cxf.EndToEnd.Tests.Alarms;

/// <summary>The alarms of template.yaml, with one version of every function deployed last, and what reads them.</summary>
internal sealed partial class TemplateAlarms
{
    private const string AlarmType = "AWS::CloudWatch::Alarm";

    private readonly YamlMappingNode _template;
    private readonly TemplateValues _values;
    private readonly string _version;

    public TemplateAlarms(string version)
    {
        var stream = new YamlStream();
        using (var reader = File.OpenText(DeployedProcesses.TemplateFile))
        {
            stream.Load(reader);
        }

        _version = version;
        _template = (YamlMappingNode)stream.Documents[0].RootNode;
        _values = new TemplateValues(_template, new Dictionary<string, string> { ["Stage"] = "local" });
        All = [.. Resources(AlarmType).Select(alarm => Read(alarm.Name, alarm.Properties))];
    }

    public IReadOnlyList<Alarm> All { get; }

    /// <summary>The names of the alarms that fire.</summary>
    public IEnumerable<string> Firing(IReadOnlyCollection<MetricDatum> data) =>
        All.Where(alarm => alarm.Fires(data)).Select(alarm => alarm.Name).Order();

    /// <summary>The alarms that take callers back from a function's new version, by function.</summary>
    public Dictionary<string, List<string>> OfMoves() =>
        Resources("AWS::Serverless::Function")
            .ToDictionary(
                function => function.Name,
                function =>
                    ((YamlSequenceNode)function.Properties.Find("DeploymentPreference")!.Find("Alarms")!)
                        .Select(name => ((YamlScalarNode)name).Value!)
                        .ToList()
            );

    /// <summary>The log groups that metric filters look at.</summary>
    public IEnumerable<string> FilteredLogGroups =>
        Resources("AWS::Logs::MetricFilter").Select(filter => Text(filter.Properties, "LogGroupName"));

    /// <summary>What the template's metric filters make of a line of the state machines' log.</summary>
    public IEnumerable<MetricDatum> OfMachineLog(JsonElement line, DateTimeOffset time)
    {
        foreach (var (name, filter) in Resources("AWS::Logs::MetricFilter"))
        {
            // Amazon CloudWatch Logs user guide, "Filter pattern syntax": { $.member = "text" }.
            var pattern = Equality().Match(_values.Text(filter.Find("FilterPattern")));
            Assert.True(pattern.Success, $"{name}: this pattern is not evaluated here.");
            if (line.TryGetProperty(pattern.Groups[1].Value, out var member) && member.GetString() == pattern.Groups[2].Value)
            {
                foreach (var metric in (YamlSequenceNode)filter.Find("MetricTransformations")!)
                {
                    yield return new MetricDatum(
                        MetricDatum.KeyOf(Text(metric, "MetricNamespace"), Text(metric, "MetricName"), []),
                        time,
                        double.Parse(Text(metric, "MetricValue"))
                    );
                }
            }
        }
    }

    private Alarm Read(string name, YamlNode properties)
    {
        Assert.Equal("GreaterThanThreshold", Text(properties, "ComparisonOperator"));
        Assert.Equal("notBreaching", Text(properties, "TreatMissingData"));
        Assert.Null(properties.Find("DatapointsToAlarm"));
        Assert.Null(properties.Find("Metrics"));
        var dimensions =
            (properties.Find("Dimensions") as YamlSequenceNode)?.Select(one => (Text(one, "Name"), Text(one, "Value"))) ?? [];
        return new Alarm(
            name,
            MetricDatum.KeyOf(Text(properties, "Namespace"), Text(properties, "MetricName"), dimensions),
            Text(properties, properties.Find("Statistic") is null ? "ExtendedStatistic" : "Statistic"),
            TimeSpan.FromSeconds(int.Parse(Text(properties, "Period"))),
            int.Parse(Text(properties, "EvaluationPeriods")),
            double.Parse(Text(properties, "Threshold")),
            properties.Find("AlarmActions") is not null
        );
    }

    private string Text(YamlNode node, string name) =>
        Text(node.Find(name) ?? throw new ArgumentException($"{name} is missing.", nameof(name)));

    private string Text(YamlNode node) =>
        node switch
        {
            // AWS SAM: Function.Version is the resource of the version published last, and Version its attribute, the number.
            YamlScalarNode { Tag.IsEmpty: false, Value: var value }
                when value!.EndsWith(".Version.Version", StringComparison.Ordinal) => _version,
            YamlScalarNode { Tag.IsEmpty: false, Value: var value }
                when value!.EndsWith(".QueueName", StringComparison.Ordinal) => _values.NameOf(value.Split('.')[0]),
            YamlSequenceNode { Tag.IsEmpty: false } join when join.Tag.Value == "!Join" => string.Join(
                Text(join[0]),
                ((YamlSequenceNode)join[1]).Select(Text)
            ),
            _ => _values.Text(node),
        };

    private IEnumerable<(string Name, YamlNode Properties)> Resources(string type) =>
        ((YamlMappingNode)_template.Find("Resources")!)
            .Children.Where(resource => TemplateValues.TypeOf(resource.Value) == type)
            .Select(resource => (((YamlScalarNode)resource.Key).Value!, resource.Value.Find("Properties")!));

    [GeneratedRegex("""^\{ \$\.(\w+) = "(\w+)" \}$""")]
    private static partial Regex Equality();
}
