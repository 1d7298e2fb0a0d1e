using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Cxf.Architecture.Tests;

/// <summary>template.yaml against AWS's own specification, which knows every resource type and property.</summary>
public sealed partial class TemplateSpecificationTests
{
    // What !Ref Function.X and !GetAtt Function.X may name (AWS SAM developer guide, "AWS::Serverless::Function", return values).
    private static readonly string[] FunctionAttributes = ["Arn", "Alias", "Version"];

    [Fact]
    public async Task Every_resource_is_as_AWS_specifies_its_type()
    {
        var specification = await ServiceSpecification.ReadAsync(Types());
        Assert.Empty(
            Template
                .Resources()
                .SelectMany(resource =>
                    specification.TryGetValue(Template.Text(resource.Resource["Type"]), out var type)
                        ? SpecificationCheck.Properties(resource.Name, resource.Resource.Find("Properties"), type.Properties)
                        : [$"{resource.Name} is of a type that does not exist."]
                )
        );
    }

    [Fact]
    public async Task Every_attribute_that_is_referred_to_exists()
    {
        var specification = await ServiceSpecification.ReadAsync(Types());
        var types = Template
            .Resources()
            .ToDictionary(resource => resource.Name, resource => Template.Text(resource.Resource["Type"]));
        var referred = Template.Read().Descendants().OfType<YamlScalarNode>().SelectMany(Attributes).Distinct().ToList();
        Assert.NotEmpty(referred);
        Assert.All(referred, reference => Assert.True(Has(reference.Split('.')[0], reference.Split('.')[1]), reference));

        bool Has(string resource, string attribute) =>
            types.TryGetValue(resource, out var type)
            && (type == "AWS::Serverless::Function" ? FunctionAttributes : specification[type].Attributes).Contains(attribute);
    }

    [Fact]
    public async Task A_wrong_property_a_missing_one_and_a_wrong_type_are_all_noticed()
    {
        var permission = (await ServiceSpecification.ReadAsync(["AWS::Lambda::Permission"]))["AWS::Lambda::Permission"];
        var stream = new YamlStream();
        stream.Load(
            new StringReader(
                "{ Acton: lambda:InvokeFunction, FunctionName: [a], Principal: connect.amazonaws.com, "
                    + "InvokedViaFunctionUrl: perhaps }"
            )
        );
        Assert.Equal(
            [
                "P/Action is required.",
                "P/Acton is not a property.",
                "P/FunctionName is not a string.",
                "P/InvokedViaFunctionUrl is not a boolean.",
            ],
            SpecificationCheck.Properties("P", stream.Documents[0].RootNode, permission.Properties).Order()
        );
    }

    [Fact]
    public void The_dashboard_is_JSON_that_names_metrics_or_logs()
    {
        var body = Template.Text(
            Template.Resources("AWS::CloudWatch::Dashboard").Single().Resource.Properties()["DashboardBody"]
        );
        var widgets = JsonElement.Parse(Substitution().Replace(body, "x")).GetProperty("widgets");
        Assert.All(
            widgets.EnumerateArray(),
            widget =>
            {
                var properties = widget.GetProperty("properties");
                Assert.True(
                    widget.GetProperty("type").GetString() == "log"
                        ? properties.GetProperty("query").GetString()!.StartsWith("SOURCE '", StringComparison.Ordinal)
                        : properties.GetProperty("metrics").GetArrayLength() > 0
                );
            }
        );
    }

    [Fact]
    public void Nothing_but_what_the_template_declares_is_a_condition_and_each_is_used()
    {
        var template = Template.Read();
        var declared = ((YamlMappingNode)template["Conditions"]).Children.Keys.Select(Template.Text).ToList();
        var used = Template
            .Resources()
            .Select(resource => resource.Resource.Find("Condition"))
            .OfType<YamlNode>()
            .Select(Template.Text)
            .Concat(
                template.Descendants().Where(node => node.Tag == "!If").Select(node => Template.Text(((YamlSequenceNode)node)[0]))
            )
            .Concat(template.Descendants().Where(node => node.Tag == "!Condition").Select(Template.Text));
        Assert.Equal(declared.Order(), used.Distinct().Order());
    }

    private static IEnumerable<string> Types() =>
        Template.Resources().Select(resource => Template.Text(resource.Resource["Type"])).Distinct();

    private static IEnumerable<string> Attributes(YamlScalarNode node) =>
        node.Tag.ToString() switch
        {
            "!GetAtt" => [node.Value!],
            "!Ref" when node.Value!.Contains('.') => [node.Value],
            "!Sub" => Substitution()
                .Matches(node.Value!)
                .Select(match => match.Groups[1].Value)
                .Where(name => name.Contains('.')),
            _ => [],
        };

    [GeneratedRegex(@"\$\{([^!}][^}]*)\}")]
    private static partial Regex Substitution();
}
