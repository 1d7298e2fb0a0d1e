using Cxf.Testing;
using YamlDotNet.RepresentationModel;

namespace Cxf.Architecture.Tests;

/// <summary>template.yaml, read as the tree that it is; CloudFormation's short tags stay on their nodes.</summary>
internal static class Template
{
    public static YamlMappingNode Read()
    {
        using var reader = new StreamReader(ProjectRoot.Path("template.yaml"));
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    public static IEnumerable<(string Name, YamlMappingNode Resource)> Resources(string? type = null) =>
        ((YamlMappingNode)Read()["Resources"])
            .Children.Select(child => (((YamlScalarNode)child.Key).Value!, (YamlMappingNode)child.Value))
            .Where(resource => type is null || Text(resource.Item2["Type"]) == type);

    public static YamlMappingNode Properties(this YamlMappingNode resource) => (YamlMappingNode)resource["Properties"];

    public static YamlNode? Find(this YamlNode node, string name) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : null;

    public static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    public static IEnumerable<YamlNode> Descendants(this YamlNode node) =>
        node switch
        {
            YamlMappingNode map => map.Children.SelectMany(child => child.Value.Descendants()).Prepend(node),
            YamlSequenceNode list => list.Children.SelectMany(Descendants).Prepend(node),
            _ => [node],
        };
}
