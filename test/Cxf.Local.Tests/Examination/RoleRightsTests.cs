using System.Text.RegularExpressions;
using Cxf.Documents.Identifiers;
using Cxf.Local.Examination;
using Cxf.Testing;
using YamlDotNet.RepresentationModel;

namespace Cxf.Local.Tests.Examination;

/// <summary>The rights that <c>cxf doctor</c> asks IAM for are those that template.yaml gives.</summary>
public sealed class RoleRightsTests
{
    private static readonly StagePlace Place = new(
        StageName.Parse("local"),
        "aws",
        "eu-central-1",
        "111122223333",
        "arn:aws:lambda:eu-central-1:111122223333:function:cxf-local-CallApi:live",
        "arn:aws:iam::111122223333:role/machines",
        "arn:aws:kms:eu-central-1:111122223333:key/1"
    );

    private static readonly Dictionary<string, IEnumerable<RoleRight>> Asked = new()
    {
        ["ExecuteFlowRole"] = RoleRights.OfExecuteFlow(Place),
        ["GetFlowResultRole"] = RoleRights.OfGetFlowResult(Place),
        ["CallApiRole"] = RoleRights.OfCallApi(Place, isInVpc: true),
        ["PublishFlowRole"] = RoleRights.OfPublishFlow(Place, "cxf-local-publish-requests-dead"),
        ["StateMachineRole"] = RoleRights.OfStateMachines(Place),
    };

    public static TheoryData<string> Roles => [.. Asked.Keys];

    [Theory]
    [MemberData(nameof(Roles))]
    public void Every_statement_of_a_role_is_asked_for_and_nothing_else(string role)
    {
        var given = Statements(role).ToList();
        var asked = Asked[role].ToList();
        Assert.All(given, statement => Assert.True(asked.Exists(statement.Allows), statement.Sid));
        Assert.All(
            asked,
            right =>
                Assert.True(
                    given.Exists(statement => statement.Allows(right)),
                    $"{string.Join(' ', right.Actions)} on {right.Resource}"
                )
        );
    }

    private static IEnumerable<Statement> Statements(string role)
    {
        using var reader = new StreamReader(ProjectRoot.Path("template.yaml"));
        var stream = new YamlStream();
        stream.Load(reader);
        return ((YamlSequenceNode)stream.Documents[0].RootNode["Resources"][role]["Properties"]["Policies"])
            .Children.SelectMany(policy => ((YamlSequenceNode)policy["PolicyDocument"]["Statement"]).Children)
            // !If [a condition, the statement, nothing].
            .Select(statement => Statement.Read(statement is YamlSequenceNode choice ? choice[1] : statement))
            .Where(statement => statement.Sid != "Trace");
    }

    private sealed record Statement(string Sid, IReadOnlyList<string> Actions, string? Resource, string? ConditionKey)
    {
        public static Statement Read(YamlNode node) =>
            new(
                Text(node["Sid"]),
                node["Action"] is YamlSequenceNode actions ? [.. actions.Children.Select(Text)] : [Text(node["Action"])],
                node["Resource"] is YamlScalarNode resource && (resource.Tag.IsEmpty || resource.Tag.Value == "!Sub")
                    ? Text(resource)
                    : null,
                ((YamlMappingNode)node).Children.TryGetValue("Condition", out var condition)
                    ? Text(((YamlMappingNode)((YamlMappingNode)condition).Children.Single().Value).Children.Single().Key)
                    : null
            );

        public bool Allows(RoleRight right) =>
            right.Actions.Order().SequenceEqual(Actions.Order())
            && right.Condition?.Key == ConditionKey
            && (Resource is null || Regex.IsMatch(right.Resource, Pattern(Resource)));

        private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

        private static string Pattern(string resource) =>
            "^"
            + Regex
                .Escape(
                    resource
                        .Replace("${AWS::Partition}", "aws")
                        .Replace("${AWS::Region}", "eu-central-1")
                        .Replace("${AWS::AccountId}", "111122223333")
                        .Replace("${Stage}", "local")
                )
                .Replace(@"\*", ".*")
            + "$";
    }
}
