using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Cxf.Local.Templates;

/// <summary>
/// The texts that a template's values become on this machine: !Ref, !GetAtt and !Sub on parameters, pseudo parameters and
/// resources, and !If with the template's conditions. Others (!Join, …) are refused by name rather than guessed.
/// </summary>
internal sealed partial class TemplateValues(YamlMappingNode template, IReadOnlyDictionary<string, string> parameters)
{
    private static readonly Dictionary<string, string> Pseudo = new()
    {
        ["AWS::Region"] = LocalAccount.Region,
        ["AWS::AccountId"] = LocalAccount.Id,
        ["AWS::Partition"] = "aws",
        ["AWS::StackName"] = "cxf-local",
        ["AWS::URLSuffix"] = "amazonaws.com",
    };

    /// <summary>A resource's type.</summary>
    public static string TypeOf(YamlNode resource) => (resource.Find("Type") as YamlScalarNode)?.Value ?? "";

    /// <summary>The text of a value; empty for none.</summary>
    /// <exception cref="TemplateException">It is not a text, or refers to something that does not exist.</exception>
    public string Text(YamlNode? node) =>
        Chosen(node) switch
        {
            null => "",
            YamlScalarNode scalar when scalar.Tag.IsEmpty || !scalar.Tag.IsLocal => scalar.Value ?? "",
            YamlScalarNode scalar => scalar.Tag.Value switch
            {
                "!Ref" => Ref(scalar.Value!),
                "!GetAtt" => GetAtt(scalar.Value!),
                "!Sub" => Reference().Replace(scalar.Value!, match => Named(match.Groups[1].Value)),
                var tag => throw new TemplateException(
                    $"{tag} {scalar.Value} is not supported locally. Set the variable with --env-vars."
                ),
            },
            var other => throw new TemplateException($"Line {other.Start.Line}: expected a text."),
        };

    /// <summary>
    /// What is left of a value when its condition is decided: of <c>!If</c> the branch; null for <c>AWS::NoValue</c>.
    /// </summary>
    /// <exception cref="TemplateException">The condition does not exist, or is not understood here.</exception>
    public YamlNode? Chosen(YamlNode? node) =>
        node switch
        {
            YamlSequenceNode { Children: [YamlScalarNode condition, var yes, var no] } choice when IsTagged(choice, "!If") =>
                Chosen(IsMet(condition.Value!) ? yes : no),
            YamlScalarNode { Value: "AWS::NoValue" } scalar when IsTagged(scalar, "!Ref") => null,
            _ => node,
        };

    /// <summary>A resource's name on AWS.</summary>
    public string NameOf(string logicalId) => Text(NameProperty(logicalId)) is { Length: > 0 } name ? name : logicalId;

    /// <summary>The ARN of a function's alias.</summary>
    public string AliasArnOf(string logicalId) => ArnOf(logicalId) + ":" + Text(Alias(logicalId));

    private bool IsMet(string condition) =>
        Decide(
            template.Find("Conditions")?.Find(condition)
                ?? throw new TemplateException($"The template has no condition {condition}.")
        );

    // CloudFormation user guide, "Condition functions".
    private bool Decide(YamlNode condition) =>
        (condition.Tag.IsEmpty ? "" : condition.Tag.Value, condition) switch
        {
            ("!Condition", YamlScalarNode { Value: { } name }) => IsMet(name),
            ("!Equals", YamlSequenceNode { Children: [var left, var right] }) => Text(left) == Text(right),
            ("!Not", YamlSequenceNode { Children: [var one] }) => !Decide(one),
            ("!And", YamlSequenceNode all) => all.Children.All(Decide),
            ("!Or", YamlSequenceNode any) => any.Children.Any(Decide),
            var (tag, _) => throw new TemplateException(
                $"Line {condition.Start.Line}: the condition {tag} " + "is not understood here."
            ),
        };

    private static bool IsTagged(YamlNode node, string tag) => !node.Tag.IsEmpty && node.Tag.Value == tag;

    private YamlNode? Alias(string logicalId) =>
        Resource(logicalId).Find("Properties")?.Find("AutoPublishAlias")
        ?? template.Find("Globals")?.Find("Function")?.Find("AutoPublishAlias");

    private YamlNode? NameProperty(string logicalId)
    {
        var properties = Resource(logicalId).Find("Properties");
        return properties?.Find("FunctionName")
            ?? properties?.Find("TableName")
            ?? properties?.Find("QueueName")
            ?? properties?.Find("LogGroupName");
    }

    private string Named(string name) => name.Contains('.') ? GetAtt(name) : Ref(name);

    private string Ref(string name)
    {
        if (Pseudo.TryGetValue(name, out var pseudo))
        {
            return pseudo;
        }

        if (parameters.TryGetValue(name, out var given))
        {
            return given;
        }

        if (template.Find("Parameters")?.Find(name) is { } parameter)
        {
            return Text(parameter.Find("Default"));
        }

        return name.EndsWith(".Alias", StringComparison.Ordinal) ? AliasArnOf(name[..^".Alias".Length]) : NameOf(name);
    }

    private string GetAtt(string name) =>
        name.Split('.') switch
        {
            [var resource, "Arn"] => ArnOf(resource),
            [var resource, "Alias"] => AliasArnOf(resource),
            _ => throw new TemplateException($"The attribute {name} is not known locally. Set the variable with --env-vars."),
        };

    private string ArnOf(string logicalId) =>
        TypeOf(Resource(logicalId)) switch
        {
            "AWS::Serverless::Function" => Arn("lambda", "function:" + NameOf(logicalId)),
            "AWS::DynamoDB::Table" => Arn("dynamodb", "table/" + NameOf(logicalId)),
            "AWS::SQS::Queue" => Arn("sqs", NameOf(logicalId)),
            // CloudFormation's ends so, and Step Functions wants it so.
            "AWS::Logs::LogGroup" => Arn("logs", "log-group:" + NameOf(logicalId) + ":*"),
            "AWS::IAM::Role" => $"arn:aws:iam::{LocalAccount.Id}:role/{logicalId}",
            var type => throw new TemplateException(
                $"The ARN of {logicalId}, an {type}, is not known locally. Set the variable with --env-vars."
            ),
        };

    private YamlNode Resource(string logicalId) =>
        template["Resources"].Find(logicalId)
        ?? throw new TemplateException($"The template has no parameter or resource {logicalId}.");

    private static string Arn(string service, string resource) =>
        $"arn:aws:{service}:{LocalAccount.Region}:{LocalAccount.Id}:{resource}";

    [GeneratedRegex(@"\$\{([^!}][^}]*)\}")]
    private static partial Regex Reference();
}
