using Cxf.Local.FlowDocuments;

namespace Cxf.Studio.Documents;

/// <summary>
/// The addresses of the pages of a flow. A file can have any name, also one with characters that mean something in an address.
/// </summary>
/// <param name="tenant">The tenant.</param>
/// <param name="name">The name of the file, without its ending.</param>
internal readonly struct FlowAddress(string tenant, string name)
{
    private readonly string _path = $"{Uri.EscapeDataString(tenant)}/{Uri.EscapeDataString(name)}";

    /// <summary>Where it is edited.</summary>
    public string Page => $"flows/{_path}";

    /// <summary>Where it is published.</summary>
    public string Publish => $"publish/{_path}";

    /// <summary>Its runs.</summary>
    public string Runs => $"runs?flow={_path}";

    /// <summary>The JSON Schema from which its editor completes.</summary>
    public string Schema => $"schemas/{Uri.EscapeDataString(tenant)}/flow.schema.json";

    /// <summary>The addresses of a file's flow.</summary>
    public static FlowAddress Of(FlowFile file) => new(file.Tenant.Value, FlowFolder.NameOf(file));
}
