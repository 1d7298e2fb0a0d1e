using System.Text.RegularExpressions;
using Cxf.Testing;
using YamlDotNet.RepresentationModel;

namespace Cxf.Architecture.Tests;

public sealed partial class TemplateTests
{
    [Fact]
    public void The_contact_flow_deployed_is_the_one_that_cxf_call_walks()
    {
        var flow = Template.Resources("AWS::Connect::ContactFlow").Single().Resource;
        var substitution = (YamlSequenceNode)flow.Properties()["Content"];
        var walked = File.ReadAllText(ProjectRoot.Path("src", "Cxf.Local", "Samples", "contact-flows", "press-5.json"));
        Assert.Equal(walked.TrimEnd(), Template.Text(substitution[0]).TrimEnd());
        var given = ((YamlMappingNode)substitution[1]).Children.Keys.Select(Template.Text);
        Assert.Equal(Placeholder().Matches(walked).Select(match => match.Groups[1].Value).Distinct().Order(), given.Order());
    }

    [Fact]
    public void Every_reference_is_to_something_that_the_template_has()
    {
        var template = Template.Read();
        var known = Names(template, "Parameters").Concat(Names(template, "Resources")).ToHashSet();
        var references = template
            .Descendants()
            .OfType<YamlScalarNode>()
            .SelectMany(References)
            .Where(name => !name.StartsWith("AWS::"));
        Assert.Empty(references.Select(name => name.Split('.')[0]).Distinct().Except(known));
    }

    [Fact]
    public void Connect_and_state_machines_reach_functions_only_through_their_alias()
    {
        // What CloudWatch looks at is named by function and alias in two dimensions.
        var reaching = Template
            .Resources()
            .Where(resource => !Template.Text(resource.Resource["Type"]).StartsWith("AWS::CloudWatch::"));
        var direct = reaching
            .SelectMany(resource => resource.Resource.Descendants())
            .OfType<YamlScalarNode>()
            .Where(node => node.Tag.ToString() is "!Ref" or "!GetAtt" && Regex.IsMatch(node.Value!, "Function(\\.Arn)?$"));
        Assert.Empty(direct.Select(node => node.Value));
    }

    [Fact]
    public void Every_function_has_a_role_a_log_group_and_a_handler_of_its_own()
    {
        var functions = Template.Resources("AWS::Serverless::Function").ToList();
        Assert.Equal(
            ["CallApiFunction", "ExecuteFlowFunction", "GetFlowResultFunction", "PublishFlowFunction"],
            functions.Select(function => function.Name).Order()
        );
        Assert.All(
            functions,
            function =>
            {
                var name = function.Name[..^"Function".Length];
                Assert.Equal($"{name}Role.Arn", Template.Text(function.Resource.Properties()["Role"]));
                Assert.Equal($"{name}Logs", Template.Text(function.Resource.Properties()["LoggingConfig"]["LogGroup"]));
                Assert.Equal(
                    name,
                    Template.Text(function.Resource.Properties()["Environment"]["Variables"]["ANNOTATIONS_HANDLER"])
                );
            }
        );
    }

    [Fact]
    public void No_role_allows_every_action_or_more_resources_than_it_must()
    {
        var statements = Template
            .Resources("AWS::IAM::Role")
            .SelectMany(role => (role.Resource.Properties().Find("Policies") as YamlSequenceNode)?.Children ?? [])
            .SelectMany(policy => ((YamlSequenceNode)policy["PolicyDocument"]["Statement"]).Children)
            // !If [a condition, the statement, nothing].
            .Select(statement => statement is YamlSequenceNode choice ? choice[1] : statement);
        Assert.All(
            statements,
            statement =>
            {
                Assert.DoesNotContain(
                    statement["Action"].Descendants().OfType<YamlScalarNode>(),
                    action => action.Value!.Contains('*')
                );
                var resource = statement["Resource"] as YamlScalarNode;

                // X-Ray, ListStreams, the delivery of logs and a VPC's interfaces have no resources to name (AWS service
                // authorization reference).
                Assert.True(
                    resource?.Value != "*"
                        || Template.Text(statement["Sid"]) is "Trace" or "FindStreams" or "DeliverLogs" or "ConnectToVpc",
                    Template.Text(statement["Sid"])
                );
            }
        );
    }

    // Step Functions developer guide, "Creating an IAM role for your state machine": both keys prevent the confused deputy.
    [Fact]
    public void Only_state_machines_of_this_stage_and_account_may_take_their_role()
    {
        var role = Template.Resources("AWS::IAM::Role").Single(role => role.Name == "StateMachineRole").Resource.Properties();
        var statement = Assert.Single(((YamlSequenceNode)role["AssumeRolePolicyDocument"]["Statement"]).Children);
        Assert.Equal("states.amazonaws.com", Template.Text(statement["Principal"]["Service"]));
        Assert.Equal("AWS::AccountId", Template.Text(statement["Condition"]["StringEquals"]["aws:SourceAccount"]));
        Assert.Equal(
            "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:cxf-${Stage}-*",
            Template.Text(statement["Condition"]["ArnLike"]["aws:SourceArn"])
        );
    }

    // CloudFormation user guide, "Rules section syntax": what a rule may use.
    [Fact]
    public void Rules_use_only_functions_that_rules_may_use() =>
        Assert.All(
            Template.Read()["Rules"].Descendants().Where(node => !node.Tag.IsEmpty && node.Tag.Value.StartsWith('!')),
            node => Assert.Contains(node.Tag.Value, (string[])["!And", "!Contains", "!Equals", "!Not", "!Or", "!Ref"])
        );

    [Fact]
    public void Self_checks_ask_the_newest_version_and_not_the_alias() =>
        Assert.All(
            Template.Resources("AWS::Scheduler::Schedule"),
            schedule =>
            {
                var target = schedule.Resource.Properties()["Target"];
                Assert.Equal(schedule.Name.Replace("SelfCheck", "Function.Version"), Template.Text(target["Arn"]));
                Assert.Equal("""{"selfCheck": true}""", Template.Text(target["Input"]));
            }
        );

    [Fact]
    public void The_build_makes_every_function()
    {
        var makefile = File.ReadAllText(ProjectRoot.Path("Makefile"));
        Assert.All(
            Template.Resources("AWS::Serverless::Function"),
            function =>
            {
                Assert.Equal("makefile", Template.Text(function.Resource["Metadata"]["BuildMethod"]));
                Assert.EndsWith("Function", function.Name);
            }
        );
        Assert.Contains("build-%Function:", makefile);
    }

    [Fact]
    public void Every_parameter_that_samconfig_sets_is_one_of_the_templates()
    {
        var set = Overrides()
            .Matches(File.ReadAllText(ProjectRoot.Path("samconfig.toml")))
            .SelectMany(match => match.Groups[1].Value.Split(' '))
            .Select(pair => pair.Split('=')[0])
            .Distinct()
            .ToList();
        Assert.NotEmpty(set);
        Assert.Empty(set.Except(Names(Template.Read(), "Parameters")));
    }

    private static IEnumerable<string> Names(YamlMappingNode template, string section) =>
        ((YamlMappingNode)template[section]).Children.Keys.Select(Template.Text);

    private static IEnumerable<string> References(YamlScalarNode node) =>
        node.Tag.ToString() switch
        {
            "!Ref" or "!GetAtt" => [node.Value!],
            "!Sub" => Placeholder().Matches(node.Value!).Select(match => match.Groups[1].Value),
            _ => [],
        };

    [GeneratedRegex("parameter_overrides = \"([^\"]*)\"")]
    private static partial Regex Overrides();

    [GeneratedRegex(@"\$\{([^!}][^}]*)\}")]
    private static partial Regex Placeholder();
}
