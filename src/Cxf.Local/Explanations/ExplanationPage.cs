using System.Text;

namespace Cxf.Local.Explanations;

/// <summary>The page of all codes, as Markdown. The examples of flows are on the page of flow diagnostics.</summary>
internal static class ExplanationPage
{
    /// <summary>Writes the page.</summary>
    public static string Write()
    {
        var page = new StringBuilder(
            """
            # All codes

            `cxf explain CODE` prints the same. The page is written from the code and checked by a test:
            `UPDATE_GOLDEN=1` refreshes it.
            [Diagnostics of flows](../Cxf.Flows/Catalogue/diagnostics.md) shows an example of each problem of a flow.

            ## Error codes of runs

            An answer to a contact flow contains one of these codes as `errorCode`. Logs and metrics use the same codes.
            A fail step of a flow can set another one (its `errorCode`).

            """.ReplaceLineEndings("\n")
        );
        foreach (var error in RunErrors.All)
        {
            page.Append($"\n### {error.Code}\n\n**{error.Title}** {error.Meaning}\n\n");
            page.Append($"Who can act: {error.Who}.\n\nCheck first:\n\n");
            foreach (var check in error.CheckFirst)
            {
                page.Append($"- {check}\n");
            }

            page.Append($"\nSee also: {string.Join(", ", error.Related)}.\n");
        }

        Append(page, "Connections", ExplainedKind.Connection);
        Append(page, "Events of CallApi", ExplainedKind.Request);
        Append(page, "Files of a deployment folder", ExplainedKind.Folder);
        Append(page, "Contact flows", ExplainedKind.ContactFlow);
        Append(page, "The command", ExplainedKind.Command);
        return page.ToString();
    }

    private static void Append(StringBuilder page, string title, ExplainedKind kind)
    {
        page.Append($"\n## {title}\n\n| Code | Problem | Why it matters |\n|---|---|---|\n");
        foreach (var problem in DocumentProblems.All.Where(problem => problem.Kind == kind))
        {
            page.Append($"| {problem.Code} | {problem.Title} | {problem.Meaning} |\n");
        }
    }
}
