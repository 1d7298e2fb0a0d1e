using System.Text;
using Cxf.Documents;

namespace Cxf.Flows.Catalogue;

/// <summary>
/// The page of all codes, as Markdown: each with what it means, an example document that has the problem, and its diagnostics.
/// </summary>
public static class CataloguePage
{
    /// <summary>Writes the page.</summary>
    /// <param name="example">An example document for a code, and its diagnostics.</param>
    public static string Write(Func<DiagnosticKind, (string Document, IEnumerable<Diagnostic> Said)> example)
    {
        var page = new StringBuilder(
            """
            # Diagnostics of flows

            Every problem that `cxf check`, `cxf test` and publishing find in a flow, by its code.
            You must correct an error before you can publish the flow.
            A warning means that the flow probably does not do what you meant. An info is worth knowing.
            The page is written from the rules and checked by a test: `UPDATE_GOLDEN=1` refreshes it.
            The documents are in [Examples](Examples).

            | Code | Severity | Problem |
            |---|---|---|

            """.ReplaceLineEndings("\n")
        );
        foreach (var kind in DiagnosticCatalogue.All)
        {
            page.Append($"| [{kind.Code}](#{kind.Code.ToLowerInvariant()}) | {Word(kind.Severity)} | {kind.Title} |\n");
        }

        foreach (var kind in DiagnosticCatalogue.All)
        {
            var (document, said) = example(kind);
            page.Append(
                $"\n## {kind.Code}\n\n**{kind.Title}** ({Word(kind.Severity)}) "
                    + $"{kind.Reason}\n\n```\n{document.TrimEnd()}\n```\n\n"
            );
            foreach (var diagnostic in said)
            {
                page.Append($"- line {diagnostic.Line}, column {diagnostic.Column}: {diagnostic.Message} *{diagnostic.Fix}*\n");
            }
        }

        return page.ToString();
    }

    private static string Word(DiagnosticSeverity severity) =>
        severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "info",
        };
}
