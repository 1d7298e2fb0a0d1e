using Cxf.Documents.Identifiers;
using Cxf.Local.AwsServices;

namespace Cxf.Local.Examination;

/// <summary>What a role must be allowed to do, as its policy in template.yaml says.</summary>
/// <param name="Actions">The actions.</param>
/// <param name="Resource">A resource that they are done on.</param>
internal sealed record RoleRight(IReadOnlyList<string> Actions, string Resource)
{
    /// <summary>What requests say besides. Default: null, nothing.</summary>
    public ConditionValue? Condition { get; init; }

    /// <summary>What happens without the right, if that is less than a failed call. Default: null.</summary>
    public string? Effect { get; init; }
}

/// <summary>Where a stage is.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Partition">The partition, such as <c>aws</c>.</param>
/// <param name="Region">The region.</param>
/// <param name="Account">The account.</param>
/// <param name="CallApiArn">The alias of CallApi.</param>
/// <param name="MachineRoleArn">The role of state machines.</param>
/// <param name="KeyArn">The stage's own key; null for AWS's own.</param>
internal sealed record StagePlace(
    StageName Stage,
    string Partition,
    string Region,
    string Account,
    string CallApiArn,
    string MachineRoleArn,
    string? KeyArn
)
{
    /// <summary>The ARN of a resource of the stage's account.</summary>
    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{Account}:{resource}";
}

/// <summary>
/// The rights of the roles of template.yaml, each with a resource that stands for all that its statement names. Traces are left
/// out: nothing fails without them.
/// </summary>
internal static class RoleRights
{
    // No tenant, flow or run has this name: only rights are asked for.
    private const string Sample = "doctor";

    private static readonly string[] KeyActions =
    [
        "kms:CreateGrant",
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
    ];

    public static IEnumerable<RoleRight> OfExecuteFlow(StagePlace at) =>
        [
            new(["dynamodb:GetItem"], ConfigTable(at)),
            new(["states:StartExecution", "states:StartSyncExecution"], Machine(at)),
            new(["states:DescribeExecution"], Execution(at)),
            new(["dynamodb:GetItem", "dynamodb:UpdateItem"], RunsTable(at)),
            Log(at, "ExecuteFlow"),
            .. Key(at, "dynamodb"),
        ];

    public static IEnumerable<RoleRight> OfGetFlowResult(StagePlace at) =>
        [
            new(["dynamodb:GetItem"], ConfigTable(at)),
            new(["states:DescribeExecution"], Execution(at)),
            new(["dynamodb:GetItem"], RunsTable(at)),
            Log(at, "GetFlowResult"),
            .. Key(at, "dynamodb"),
        ];

    public static IEnumerable<RoleRight> OfCallApi(StagePlace at, bool isInVpc) =>
        [
            new(["dynamodb:GetItem"], ConfigTable(at)),
            new(["dynamodb:GetItem", "dynamodb:UpdateItem"], RunsTable(at)) { Condition = Partition("LIMITS#") },
            new(["ssm:GetParameter"], Parameter(at, Sample)),
            new(["ssm:PutParameter"], Parameter(at, $"{Sample}.rotated")),
            new(["dynamodb:GetItem", "dynamodb:PutItem"], RunsTable(at)) { Condition = Partition("ANSWERS#") },
            Log(at, "CallApi"),
            .. Key(at, "dynamodb", "ssm"),
            .. isInVpc
                ? (RoleRight[])
                    [
                        new(
                            [
                                "ec2:AssignPrivateIpAddresses",
                                "ec2:CreateNetworkInterface",
                                "ec2:DeleteNetworkInterface",
                                "ec2:DescribeNetworkInterfaces",
                                "ec2:DescribeSubnets",
                                "ec2:UnassignPrivateIpAddresses",
                            ],
                            "*"
                        ),
                    ]
                : [],
        ];

    public static IEnumerable<RoleRight> OfPublishFlow(StagePlace at, string queue) =>
        [
            new(
                ["dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"],
                ConfigTable(at)
            ),
            new(["dynamodb:DeleteItem", "dynamodb:Query"], RunsTable(at)),
            new(["ssm:DeleteParameters", "ssm:GetParametersByPath"], Parameter(at, Sample)),
            new(
                ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
                $"{ConfigTable(at)}/stream/2026-01-01T00:00:00.000"
            ),
            new(["dynamodb:ListStreams"], "*"),
            new(["sqs:SendMessage"], at.Arn("sqs", queue)),
            new(
                [
                    "states:CreateStateMachine",
                    "states:CreateStateMachineAlias",
                    "states:DeleteStateMachine",
                    "states:DeleteStateMachineVersion",
                    "states:DescribeStateMachine",
                    "states:DescribeStateMachineAlias",
                    "states:ListExecutions",
                    "states:ListStateMachineVersions",
                    "states:PublishStateMachineVersion",
                    "states:UpdateStateMachine",
                    "states:UpdateStateMachineAlias",
                ],
                Machine(at)
            ),
            new(["states:StopExecution"], Execution(at)),
            new(["iam:PassRole"], at.MachineRoleArn)
            {
                Condition = new ConditionValue("iam:PassedToService", "states.amazonaws.com"),
            },
            Log(at, "PublishFlow"),
            .. Key(at, "dynamodb", "sqs"),
        ];

    public static IEnumerable<RoleRight> OfStateMachines(StagePlace at) =>
        [
            new(["lambda:InvokeFunction"], at.CallApiArn),
            new(["states:StartExecution", "states:StartSyncExecution"], Machine(at)),
            new(["states:DescribeExecution", "states:StopExecution"], Execution(at)),
            new(
                ["events:DescribeRule", "events:PutRule", "events:PutTargets"],
                at.Arn("events", "rule/StepFunctionsGetEventsForStepFunctionsExecutionRule")
            ),
            new(
                [
                    "logs:CreateLogDelivery",
                    "logs:CreateLogStream",
                    "logs:DeleteLogDelivery",
                    "logs:DescribeLogGroups",
                    "logs:DescribeResourcePolicies",
                    "logs:GetLogDelivery",
                    "logs:ListLogDeliveries",
                    "logs:PutLogEvents",
                    "logs:PutResourcePolicy",
                    "logs:UpdateLogDelivery",
                ],
                "*"
            )
            {
                Effect = "the next publish fails, and the histories of EXPRESS runs can be lost",
            },
            new(["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"], RunsTable(at)),
            .. Key(at, "dynamodb"),
        ];

    private static string ConfigTable(StagePlace at) => at.Arn("dynamodb", $"table/cxf-{at.Stage}-config");

    private static string RunsTable(StagePlace at) => at.Arn("dynamodb", $"table/cxf-{at.Stage}-runs");

    private static string Machine(StagePlace at) => at.Arn("states", $"stateMachine:cxf-{at.Stage}-{Sample}");

    private static string Execution(StagePlace at) => at.Arn("states", $"execution:cxf-{at.Stage}-{Sample}:{Sample}");

    private static string Parameter(StagePlace at, string name) => at.Arn("ssm", $"parameter/cxf/{at.Stage}/{Sample}/{name}");

    private static ConditionValue Partition(string kind) => new("dynamodb:LeadingKeys", $"{kind}{Sample}", IsList: true);

    private static RoleRight Log(StagePlace at, string function) =>
        new(
            ["logs:CreateLogStream", "logs:PutLogEvents"],
            at.Arn("logs", $"log-group:/aws/lambda/cxf-{at.Stage}-{function}:log-stream:{Sample}")
        )
        {
            Effect = "its log is lost",
        };

    private static IEnumerable<RoleRight> Key(StagePlace at, params IEnumerable<string> services) =>
        at.KeyArn is { } key
            ? services.Select(service => new RoleRight(KeyActions, key)
            {
                Condition = new ConditionValue("kms:ViaService", $"{service}.{at.Region}.amazonaws.com"),
            })
            : [];
}
