using YamlDotNet.RepresentationModel;

namespace Cxf.Architecture.Tests;

/// <summary>Options of a production deployment: off by default, and where they are on, no resource is left out.</summary>
public sealed class TemplateOptionTests
{
    private static readonly string[] InVpc = ["CallApiFunction"];

    private static readonly YamlMappingNode Tree = Template.Read();

    [Fact]
    public void By_default_the_only_condition_that_is_met_is_that_the_stack_makes_its_tables() =>
        Assert.Equal(
            ["CreatesTables"],
            ((YamlMappingNode)Tree["Conditions"])
                .Children.Where(condition => IsMet(condition.Value))
                .Select(condition => Template.Text(condition.Key))
        );

    // SAM would add roles of its own without them: for a function without Role, and for a deployment preference without one.
    [Fact]
    public void Every_role_has_the_path_and_the_permissions_boundary()
    {
        Assert.All(
            Template.Resources("AWS::IAM::Role"),
            role =>
            {
                Assert.Equal("!Ref RolePath", Written(role.Resource.Properties()["Path"]));
                Assert.Equal(
                    "!If HasBoundary !Ref PermissionsBoundaryArn !Ref AWS::NoValue",
                    Written(role.Resource.Properties()["PermissionsBoundary"])
                );
            }
        );
        Assert.All(
            Template.Resources("AWS::Serverless::Function"),
            function => Assert.NotNull(function.Resource.Properties().Find("Role"))
        );
        Assert.Equal("!GetAtt DeploymentRole.Arn", Written(Tree["Globals"]["Function"]["DeploymentPreference"]["Role"]));
    }

    [Fact]
    public void Every_log_group_is_kept_for_the_given_time_encrypted_with_the_given_key_and_deleted_with_the_stack() =>
        Assert.All(
            Template.Resources("AWS::Logs::LogGroup"),
            group =>
            {
                Assert.Equal("!Ref LogRetentionDays", Written(group.Resource.Properties()["RetentionInDays"]));
                Assert.Equal("!If HasKey !Ref KmsKeyArn !Ref AWS::NoValue", Written(group.Resource.Properties()["KmsKeyId"]));
                Assert.Equal("Delete", Written(group.Resource["DeletionPolicy"]));
            }
        );

    [Fact]
    public void Tables_are_kept_and_the_queue_is_deleted_and_both_are_encrypted_with_the_given_key()
    {
        Assert.All(
            Template.Resources("AWS::DynamoDB::Table"),
            table =>
            {
                Assert.Equal("Retain", Written(table.Resource["DeletionPolicy"]));
                Assert.Equal(
                    "!If HasKey !Ref KmsKeyArn !Ref AWS::NoValue",
                    Written(table.Resource.Properties()["SSESpecification"]["KMSMasterKeyId"])
                );
            }
        );
        Assert.All(
            Template.Resources("AWS::SQS::Queue"),
            queue =>
            {
                Assert.Equal("Delete", Written(queue.Resource["DeletionPolicy"]));
                Assert.Equal(
                    "!If HasKey !Ref KmsKeyArn !Ref AWS::NoValue",
                    Written(queue.Resource.Properties()["KmsMasterKeyId"])
                );
            }
        );
    }

    // Whoever reads or writes a table that the key encrypts uses the key, and so does CallApi for secrets.
    [Fact]
    public void Every_role_that_uses_a_table_or_a_secret_may_use_the_key() =>
        Assert.All(
            Template
                .Resources("AWS::IAM::Role")
                .Select(role => (role.Name, Statements: Written(role.Resource)))
                .Where(role => role.Statements.Contains(" dynamodb:") || role.Statements.Contains(" ssm:GetParameter")),
            role =>
            {
                Assert.Contains("!If HasKey Sid UseKey", role.Statements);
                Assert.Contains("dynamodb.${AWS::Region}.amazonaws.com", role.Statements);
                Assert.Equal(
                    role.Statements.Contains(" ssm:GetParameter "),
                    role.Statements.Contains("!Sub ssm.${AWS::Region}.amazonaws.com")
                );
            }
        );

    [Fact]
    public void Every_function_can_have_concurrency_of_its_own()
    {
        Assert.All(
            Template.Resources("AWS::Serverless::Function"),
            function =>
            {
                var name = function.Name[..^"Function".Length];
                Assert.Equal(
                    $"!If Reserves{name} !Ref {name}ReservedConcurrency !Ref AWS::NoValue",
                    Written(function.Resource.Properties()["ReservedConcurrentExecutions"])
                );
                var provisioned = function.Resource.Properties().Find("ProvisionedConcurrencyConfig");
                Assert.Equal(
                    // Nobody waits for PublishFlow.
                    name == "PublishFlow"
                        ? ""
                        : $"!If Provisions{name} ProvisionedConcurrentExecutions !Ref {name}ProvisionedConcurrency "
                            + "!Ref AWS::NoValue",
                    provisioned is null ? "" : Written(provisioned)
                );
            }
        );
    }

    [Fact]
    public void The_function_that_calls_third_parties_is_the_one_in_the_VPC()
    {
        Assert.Equal(
            InVpc,
            Template
                .Resources("AWS::Serverless::Function")
                .Where(function => function.Resource.Properties().Find("VpcConfig") is not null)
                .Select(function => function.Name)
        );
        Assert.Contains(
            "!If HasVpc Sid ConnectToVpc",
            Written(Template.Resources("AWS::IAM::Role").Single(role => role.Name == "CallApiRole").Resource)
        );
    }

    [Fact]
    public void The_outputs_are_what_others_need_of_the_stack() =>
        Assert.Equal(
            [
                "CallApiArn: !Ref CallApiFunction.Alias",
                "ConfigTableName: !Sub cxf-${Stage}-config",
                "ContactFlowArn: !Ref PressFiveContactFlow",
                "DashboardName: !Ref Dashboard",
                "DeadLetterQueueUrl: !Ref PublishRequestsDeadLetters",
                "ExecuteFlowArn: !Ref ExecuteFlowFunction.Alias",
                "GetFlowResultArn: !Ref GetFlowResultFunction.Alias",
                "PublishFlowArn: !Ref PublishFlowFunction.Alias",
                "RunsTableName: !Sub cxf-${Stage}-runs",
            ],
            ((YamlMappingNode)Tree["Outputs"])
                .Children.Select(output => $"{Template.Text(output.Key)}: {Written(output.Value["Value"])}")
                .Order(StringComparer.Ordinal)
        );

    // A region without Amazon Connect knows none of its resource types.
    [Fact]
    public void Without_an_instance_nothing_of_Amazon_Connect_is_created() =>
        Assert.All(
            Template.Resources().Where(resource => Written(resource.Resource).Contains("onnectInstanceArn")),
            resource => Assert.Contains(Template.Text(resource.Resource["Condition"]), (string[])["HasConnect", "HasContactFlow"])
        );

    /// <summary>A value in one line, as a reader of the template writes it.</summary>
    private static string Written(YamlNode node)
    {
        var text = node switch
        {
            YamlScalarNode scalar => scalar.Value,
            YamlSequenceNode list => string.Join(' ', list.Children.Select(Written)),
            YamlMappingNode map => string.Join(' ', map.Children.Select(child => $"{Written(child.Key)} {Written(child.Value)}")),
            _ => "",
        };
        return node.Tag.IsEmpty || !node.Tag.IsLocal ? text! : $"{node.Tag.Value} {text}";
    }

    // CloudFormation user guide, "Condition functions".
    private static bool IsMet(YamlNode condition) =>
        (condition.Tag.Value, condition) switch
        {
            ("!Not", YamlSequenceNode list) => !IsMet(list[0]),
            ("!And", YamlSequenceNode list) => list.Children.All(IsMet),
            ("!Or", YamlSequenceNode list) => list.Children.Any(IsMet),
            ("!Equals", YamlSequenceNode list) => Default(list[0]) == Default(list[1]),
            ("!Condition", YamlScalarNode name) => IsMet(Tree["Conditions"][name.Value!]),
            _ => throw new NotSupportedException(Written(condition)),
        };

    private static string Default(YamlNode value) =>
        value.Tag is { IsEmpty: false, Value: "!Ref" }
            ? Template.Text(Tree["Parameters"][Template.Text(value)]["Default"])
            : Template.Text(value);
}
