using System.Text.RegularExpressions;
using Cxf.Local;
using Cxf.Local.Templates;
using YamlDotNet.RepresentationModel;

namespace Cxf.EndToEnd.Tests.Lambda;

/// <summary>What the template's roles allow their functions, and the flows' machines.</summary>
internal static class FunctionRoles
{
    /// <summary>The role of the flows' machines, which have no function.</summary>
    public const string Machines = "StateMachineRole";

    public static Dictionary<string, List<Permission>> Read(string template)
    {
        using var reader = File.OpenText(template);
        var stream = new YamlStream();
        stream.Load(reader);
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        var values = new TemplateValues(root, new Dictionary<string, string> { ["Stage"] = "local" });
        var resources = ((YamlMappingNode)root["Resources"]).Children;
        var roles = resources
            .Where(resource => TemplateValues.TypeOf(resource.Value) == "AWS::Serverless::Function")
            .ToDictionary(
                function => ((YamlScalarNode)function.Key).Value!,
                function =>
                    Permissions(
                            root["Resources"][((YamlScalarNode)function.Value["Properties"]["Role"]).Value!.Split('.')[0]],
                            values
                        )
                        .ToList()
            );
        roles.Add(Machines, Permissions(root["Resources"][Machines], values).ToList());
        return roles;
    }

    private static IEnumerable<Permission> Permissions(YamlNode role, TemplateValues values) =>
        from policy in ((YamlSequenceNode)role["Properties"]["Policies"]).Children
        from given in ((YamlSequenceNode)policy["PolicyDocument"]["Statement"]).Children
        let statement = values.Chosen(given)
        where statement is not null
        from action in statement["Action"] is YamlSequenceNode list ? list.Children : [statement["Action"]]
        select new Permission(((YamlScalarNode)action).Value!, ResourceOf(statement["Resource"], values));

    // A stream's ARN is made up by AWS; no call of ours names it.
    private static string ResourceOf(YamlNode resource, TemplateValues values) =>
        values.Chosen(resource) is YamlScalarNode { Value: { } value } && value.EndsWith(".StreamArn", StringComparison.Ordinal)
            ? value
            : values.Text(resource);

    internal sealed record Permission(string Action, string Resource)
    {
        public bool Allows(string action, string resource) => action == Action && Pattern().IsMatch(ArnOf(resource));

        // Tables are called by name, machines to be created too.
        private string ArnOf(string resource) =>
            resource.StartsWith("arn:", StringComparison.Ordinal) ? resource
            : Action.StartsWith("dynamodb:", StringComparison.Ordinal)
                ? $"arn:aws:dynamodb:{LocalAccount.Region}:{LocalAccount.Id}:table/{resource}"
            : Action.StartsWith("ssm:", StringComparison.Ordinal)
                ? $"arn:aws:ssm:{LocalAccount.Region}:{LocalAccount.Id}:parameter{resource}"
            : $"arn:aws:states:{LocalAccount.Region}:{LocalAccount.Id}:stateMachine:{resource}";

        private Regex Pattern() => new("^" + Regex.Escape(Resource).Replace(@"\*", ".*") + "$");
    }
}
