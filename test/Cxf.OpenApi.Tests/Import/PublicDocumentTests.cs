using Cxf.Flows.ApiDescriptions;

namespace Cxf.OpenApi.Tests.Import;

/// <summary>
/// Documents of others, which are not part of the project: the folder named by <c>CXF_OPENAPI</c> holds them. README.md of
/// Cxf.OpenApi lists the documents that were tried.
/// </summary>
public sealed class PublicDocumentTests
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("CXF_OPENAPI") ?? "";

    public static TheoryData<string> Files =>
        Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file))] : [""];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_public_document_is_imported_or_refused_with_a_reason(string file)
    {
        Assert.SkipWhen(file.Length == 0, "There are no public documents here: set CXF_OPENAPI to a folder that holds some.");
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Folder, file), TestContext.Current.CancellationToken);
        var result = OpenApiImport.Read(bytes, new ImportOptions { From = file });
        if (result.Description is not { } stored)
        {
            Assert.All(result.Problems, problem => Assert.Contains("other documents", problem.Message));
            return;
        }

        var description = ApiDescription.Read(stored, out var problem);
        Assert.Null(problem);
        Assert.Equal(result.OperationsKept, description!.Operations.Count);
        Assert.NotNull(result.Connection!.BaseUrl);
        Assert.All(description.Operations.Values, operation => Assert.NotEmpty(operation.Answers));
        Assert.Equal(stored, PackedDescription.Unpack(PackedDescription.Pack(stored.Span)));
    }
}
