using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Cxf.Architecture.Tests;

/// <summary>
/// A parameter that changes reaches callers. SAM makes a version of a function when the template changes, and compares it before
/// the parameters have values (serverless-application-model issue 3820). What makes a version here is its description:
/// CloudFormation replaces an AWS::Lambda::Version whose description changes.
/// </summary>
public sealed partial class TemplateVersionTests
{
    // Belong to the function or its alias, and not to a version (Lambda developer guide, "Manage Lambda function versions").
    private static readonly string[] OutsideOfVersions =
    [
        "AutoPublishAlias",
        "AutoPublishAliasAllProperties",
        "DeploymentPreference",
        "ProvisionedConcurrencyConfig",
        "ReservedConcurrentExecutions",
        "VersionDescription",
    ];

    // A resource that one of these changes is another one afterwards, with another name.
    private static readonly Dictionary<string, string[]> Replacing = new()
    {
        ["AWS::IAM::Role"] = ["Path", "RoleName"],
        ["AWS::Logs::LogGroup"] = ["LogGroupName"],
        ["AWS::Serverless::Function"] = ["FunctionName"],
    };

    // Another stage is another stack: all names have it.
    private const string Stage = "Stage";

    private static readonly YamlMappingNode Tree = Template.Read();

    public static TheoryData<string> Functions =>
        [.. Template.Resources("AWS::Serverless::Function").Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_versions_description_names_every_parameter_that_the_version_contains_and_no_other(string function)
    {
        var properties = Resource(function).Properties();
        var contained = ((YamlMappingNode)Tree["Globals"]["Function"])
            .Children.Where(property => property.Value is YamlMappingNode || !properties.Children.ContainsKey(property.Key))
            .Concat(properties.Children)
            .Where(property => !OutsideOfVersions.Contains(Template.Text(property.Key)))
            .SelectMany(property => Parameters(property.Value, Identity));

        // Another description of the same version would be refused: Lambda publishes only what has changed.
        Assert.Equal(
            contained.Where(name => name != Stage).Distinct().Order(),
            Parameters(properties["VersionDescription"], resource => resource.Properties())
                .Where(name => name != Stage)
                .Distinct()
                .Order()
        );
    }

    // AWS::Lambda::Version: at most 256 characters.
    [Theory]
    [MemberData(nameof(Functions))]
    public void A_versions_description_fits_with_the_longest_values(string function)
    {
        var description = Resource(function).Properties()["VersionDescription"];
        var text = description is YamlSequenceNode list ? Template.Text(list[0]) : Template.Text(description);
        Assert.InRange(Placeholder().Replace(text, match => new string('x', Longest(match.Groups[1].Value))).Length, 1, 256);
    }

    private static int Longest(string name)
    {
        if (Tree["Parameters"].Find(name) is not { } parameter)
        {
            // The number of a hosted configuration's version.
            return 10;
        }

        var values = parameter.Find("AllowedValues") is YamlSequenceNode allowed ? allowed.Children : [];
        return parameter.Find("MaxLength") is { } most ? int.Parse(Template.Text(most), CultureInfo.InvariantCulture)
            : parameter.Find("MaxValue") is { } greatest ? Template.Text(greatest).Length
            : values.Max(value => Template.Text(value).Length);
    }

    // The parameters that decide a value: those that it names, those of its conditions, and what other resources have of them.
    private static IEnumerable<string> Parameters(YamlNode node, Func<YamlMappingNode, YamlNode> ofResource) =>
        node.Descendants().SelectMany(one => Named(one)).SelectMany(name => Resolve(name.Split('.')[0], ofResource));

    private static IEnumerable<string> Named(YamlNode node) =>
        (node.Tag.IsEmpty ? "" : node.Tag.Value, node) switch
        {
            ("!Ref" or "!GetAtt" or "!Condition", YamlScalarNode one) => [one.Value!],
            ("!Sub", YamlScalarNode one) => Placeholders(one),
            ("!Sub", YamlSequenceNode list) => Placeholders(list[0]),
            ("!If", YamlSequenceNode list) => [Template.Text(list[0])],
            _ => [],
        };

    private static IEnumerable<string> Placeholders(YamlNode text) =>
        Placeholder().Matches(Template.Text(text)).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Resolve(string name, Func<YamlMappingNode, YamlNode> ofResource) =>
        Tree["Parameters"].Find(name) is not null ? [name]
        : Tree["Conditions"].Find(name) is { } condition ? Parameters(condition, ofResource)
        : Tree["Resources"].Find(name) is YamlMappingNode resource ? Parameters(ofResource(resource), ofResource)
        : [];

    private static YamlMappingNode Identity(YamlMappingNode resource) =>
        new(
            resource
                .Properties()
                .Children.Where(property =>
                    Replacing.GetValueOrDefault(Template.Text(resource["Type"]), []).Contains(Template.Text(property.Key))
                )
        );

    private static YamlMappingNode Resource(string name) => (YamlMappingNode)Tree["Resources"][name];

    [GeneratedRegex(@"\$\{([^!}:][^}:]*)\}")]
    private static partial Regex Placeholder();
}
