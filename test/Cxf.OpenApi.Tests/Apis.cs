using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Checks;
using Cxf.Testing;

namespace Cxf.OpenApi.Tests;

/// <summary>The APIs of the samples, and a tenant with a connection to each.</summary>
internal static class Apis
{
    public static string[] Names { get; } = ["calendar", "crm", "desk"];

    private static readonly Lazy<Dictionary<ConnectionId, ApiDescription>> Read = new(() =>
        Names.ToDictionary(ConnectionId.Parse, name => Describe(Document(name)))
    );

    /// <summary>The document of an API.</summary>
    public static byte[] Document(string name) =>
        File.ReadAllBytes(ProjectRoot.Path("src", "Cxf.Local", "Samples", "apis", name + ".yaml"));

    /// <summary>The description of a document that can be imported.</summary>
    public static ApiDescription Describe(byte[] document)
    {
        var result = OpenApiImport.Read(document, new ImportOptions { From = "test" });
        Assert.Equal([], result.Problems);
        var description = ApiDescription.Read(result.Description!.Value, out var problem);
        Assert.Null(problem);
        return description!;
    }

    /// <summary>The tenant.</summary>
    public static FlowContext Tenant { get; } =
        new(Names.ToDictionary(ConnectionId.Parse, _ => (IReadOnlyCollection<string>)["GET", "POST", "PATCH", "DELETE"]))
        {
            Descriptions = Read.Value,
        };
}
