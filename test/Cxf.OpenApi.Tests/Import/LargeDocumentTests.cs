using System.Text.Json;
using Cxf.Flows.ApiDescriptions;

namespace Cxf.OpenApi.Tests.Import;

public sealed class LargeDocumentTests
{
    private const string Operation = """
        {"operationId":"ID","description":"TEXT","parameters":[{"name":"id","in":"path","required":true,
         "schema":{"type":"string"}}],"responses":{"200":{"description":"ok","content":{"application/json":{"schema":
         {"$ref":"#/components/schemas/TYPE"}}}}}}
        """;

    /// <summary>20 MB: 13,000 operations, and types that all lead to each other.</summary>
    [Fact]
    public void A_document_of_20_MB_is_imported()
    {
        var document = Write(6_800);
        Assert.InRange(document.Length, 19_000_000, OpenApiImport.MaxBytes);
        var result = OpenApiImport.Read(document, new ImportOptions());
        Assert.Equal([], result.Problems);
        Assert.Equal((13_600, 13_600), (result.OperationsFound, result.OperationsKept));
        var description = ApiDescription.Read(result.Description!.Value, out _)!;
        var type = Assert.Single(description.Operations["getThing9"].Answers).Schema!;
        Assert.Equal("T11", type.Property("p3")!.Property("p3")!.Name);
    }

    [Fact]
    public void A_description_that_cannot_be_stored_is_refused_and_a_part_of_it_is_not()
    {
        var document = Write(7_000, words: 7);
        var refused = Assert.Single(OpenApiImport.Read(document, new ImportOptions()).Problems);
        Assert.Contains("too large to be stored", refused.Message);
        Assert.Contains("--path", refused.Fix);
        Assert.Equal(2, OpenApiImport.Read(document, new ImportOptions { Paths = ["/things777/"] }).OperationsKept);
    }

    private static byte[] Write(int count, int words = 0)
    {
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written))
        {
            json.WriteStartObject();
            json.WriteString("openapi", "3.0.3");
            json.WriteStartObject("info");
            json.WriteString("title", "Large");
            json.WriteString("version", "1");
            json.WriteEndObject();
            json.WriteStartObject("paths");
            for (var i = 0; i < count; i++)
            {
                WritePath(json, i);
            }

            json.WriteEndObject();
            json.WriteStartObject("components");
            json.WriteStartObject("schemas");
            for (var i = 0; i < count; i++)
            {
                WriteType(json, i, count, words);
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return written.ToArray();
    }

    private static void WritePath(Utf8JsonWriter json, int number)
    {
        json.WriteStartObject($"/things{number}/{{id}}");
        foreach (var method in new[] { "get", "put" })
        {
            json.WritePropertyName(method);
            json.WriteRawValue(
                Operation
                    .Replace("ID", $"{method}Thing{number}")
                    .Replace("TEXT", new string('d', 200))
                    .Replace("TYPE", "T" + number)
            );
        }

        json.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter json, int number, int count, int words)
    {
        // Names that do not repeat cannot be packed.
        var random = new Random(number);
        json.WriteStartObject("T" + number);
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        for (var member = 0; member < 20; member++)
        {
            var name =
                words == 0
                    ? "p" + member
                    : string.Concat(Enumerable.Range(0, words).Select(_ => (char)('a' + random.Next(26)))) + member;
            json.WriteStartObject(name);
            if (member == 3 && words == 0)
            {
                json.WriteString("$ref", $"#/components/schemas/T{(number + 1) % count}");
            }
            else
            {
                json.WriteString("type", "string");
                json.WriteString("description", new string('x', 60));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
