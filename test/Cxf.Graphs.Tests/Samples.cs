using Cxf.Documents;
using Cxf.Graphs.Model;
using Cxf.Graphs.Reading;
using Cxf.Testing;

namespace Cxf.Graphs.Tests;

/// <summary>The sample flows, and a flow that has every shape.</summary>
internal static class Samples
{
    /// <summary>The sample flows of all tenants, by tenant and name.</summary>
    public static IEnumerable<string> Names =>
        Directory
            .EnumerateFiles(ProjectRoot.Path("src", "Cxf.Local", "Samples", "tenants"), "*.json", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "flows")
            .Select(file =>
                $"{Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(file)))}.{Path.GetFileNameWithoutExtension(file)}"
            )
            .Order(StringComparer.Ordinal);

    public static string Text(string name) =>
        name.Split('.') is [var tenant, var flow]
            ? File.ReadAllText(ProjectRoot.Path("src", "Cxf.Local", "Samples", "tenants", tenant, "flows", flow + ".json"))
            : File.ReadAllText(ProjectRoot.Path("test", "Cxf.Graphs.Tests", "Documents", name + ".json"));

    public static JsonSource Source(string name) => JsonSource.Parse(Text(name));

    public static Graph Graph(string name) => FlowGraphReader.Read(Source(name));
}
