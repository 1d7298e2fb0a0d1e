using System.Text.Json;
using Cxf.Flows.ApiDescriptions;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Cxf.OpenApi;

/// <summary>
/// Reads an OpenAPI document and makes of it the description that is stored, and what it proposes for a connection.
/// </summary>
public static class OpenApiImport
{
    /// <summary>The largest document, in bytes.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>Imports a document.</summary>
    /// <param name="text">Its text: JSON or YAML.</param>
    /// <param name="options">How to import it.</param>
    public static ImportResult Read(ReadOnlyMemory<byte> text, ImportOptions options)
    {
        try
        {
            return Import(text, options);
        }
        catch (ImportException refused)
        {
            return ImportResult.Refused(refused.Message, refused.Fix);
        }
    }

    private static ImportResult Import(ReadOnlyMemory<byte> text, ImportOptions options)
    {
        if (text.Length > MaxBytes)
        {
            throw new ImportException(
                $"The document is larger than {MaxBytes / 1024 / 1024} MB.",
                "Import a part of it: many third parties publish a document for each of their products."
            );
        }

        var unsupported = new UnsupportedParts();
        var pruned = Pruned(text, unsupported);
        var version = DocumentVersion.Of(pruned);
        using var json = JsonDocument.Parse(pruned);
        var parts = new DocumentParts(json.RootElement);
        var head = Load(parts.Head());
        var prefix = Prefix(ConnectionProposal.BaseUrl(head, options.From, []), options.BaseUrl);
        var found = OperationSearch.In(json.RootElement, parts, prefix, unsupported);
        if (found.Count == 0)
        {
            throw new ImportException(
                "The document describes no operations.",
                "Name the document that has \"paths\"; some third parties split theirs into several files."
            );
        }

        var kept = KeptOperations.Of(found, options);
        var description = Describe(parts, head, version, options.From, kept, unsupported);
        return new ImportResult
        {
            Description = description,
            Connection = ConnectionProposal.Of(head, options.From, kept, unsupported),
            Unsupported = unsupported.Counts,
            OperationsFound = found.Count,
            OperationsKept = kept.Count,
        };
    }

    private static ReadOnlyMemory<byte> Pruned(ReadOnlyMemory<byte> text, UnsupportedParts unsupported)
    {
        var externals = new List<string>();
        var pruned = DocumentPruning.Copy(DocumentText.ToJson(text), externals, unsupported);
        return externals.Count == 0
            ? pruned
            : throw new ImportException(
                $"The document refers to other documents, e.g. \"{externals[0]}\" ({externals.Count} "
                    + $"{(externals.Count == 1 ? "reference" : "references")}).",
                "Import one whole document: join the files, e.g. with npx @redocly/cli bundle openapi.yaml -o bundled.json."
            );
    }

    private static OpenApiDocument Load(byte[] json)
    {
        string? problem;
        try
        {
            // No rules of style: what an operation needs is checked where it is used.
            var settings = new OpenApiReaderSettings { RuleSet = new ValidationRuleSet(), LoadExternalRefs = false };
            using var stream = new MemoryStream(json, writable: false);
            var read = OpenApiDocument.Load(stream, "json", settings);
            if (read.Document is { } document)
            {
                return document;
            }

            var error = read.Diagnostic?.Errors.FirstOrDefault();
            problem = error is null ? "it is empty." : $"{error.Pointer} {error.Message}".Trim();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The reader fails in many ways at what has another type than it expects.
            problem = exception.Message;
        }

        throw new ImportException(
            $"The document breaks the rules of OpenAPI: {problem}",
            "Correct the document, e.g. with the messages of npx @redocly/cli lint, or ask the third party for a valid one."
        );
    }

    // Where the connection begins at a shorter path than the server of the document, the difference belongs to each path.
    private static string Prefix(string? server, Uri? baseUrl)
    {
        if (
            server is null
            || baseUrl is null
            || !Uri.TryCreate(server, UriKind.Absolute, out var url)
            || url.Host != baseUrl.Host
        )
        {
            return "";
        }

        var (whole, begun) = (url.AbsolutePath.TrimEnd('/'), baseUrl.AbsolutePath.TrimEnd('/'));
        return whole.StartsWith(begun + "/", StringComparison.Ordinal) ? whole[begun.Length..] : "";
    }

    // A large part leaves twenty times its size behind. The collector would wait until several have done so.
    private static void Release(byte[] part)
    {
        if (part.Length > DocumentParts.MaxBytes)
        {
            GC.Collect();
        }
    }

    private static byte[] Describe(
        DocumentParts parts,
        OpenApiDocument head,
        string version,
        string from,
        IReadOnlyList<FoundOperation> operations,
        UnsupportedParts unsupported
    )
    {
        var byPath = operations.ToLookup(one => one.DocumentPath, StringComparer.Ordinal);
        foreach (var withExamples in new[] { true, false })
        {
            var seen = new UnsupportedParts();
            using var writer = new DescriptionWriter(seen, withExamples);
            foreach (var part in parts.OfPaths([.. byPath.Select(path => path.Key)]))
            {
                writer.Add(Load(part), byPath);
                Release(part);
            }

            while (writer.UnwrittenTypes.Count > 0)
            {
                var names = new List<string>();
                var part = parts.OfTypes(writer.UnwrittenTypes, names);
                writer.AddTypes(Load(part), names);
                Release(part);
            }

            var description = writer.Finish(head.Info?.Title ?? "", head.Info?.Version ?? "", version, from);
            if (
                description.Length <= ApiDescription.MaxBytes
                && PackedDescription.Pack(description).Length <= PackedDescription.MaxBytes
            )
            {
                unsupported.Add(seen);
                if (!withExamples)
                {
                    unsupported.Add("summaries and examples, with which the description would be too large");
                }

                return description;
            }
        }

        throw new ImportException(
            $"The description of all {operations.Count} operations is too large to be stored: more than "
                + $"{ApiDescription.MaxBytes / 1024 / 1024} MB, or {PackedDescription.MaxBytes / 1024} KB packed.",
            "Import what flows call: --path /leads keeps the operations below a path, --operation ID a single one; both can be "
                + "given several times."
        );
    }
}
