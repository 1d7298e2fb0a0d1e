using YamlDotNet.RepresentationModel;

namespace Cxf.Local.Templates;

/// <summary>Reading a YAML tree.</summary>
internal static class YamlNodes
{
    /// <summary>The value of a name, or null.</summary>
    public static YamlNode? Find(this YamlNode node, string name) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : null;
}
