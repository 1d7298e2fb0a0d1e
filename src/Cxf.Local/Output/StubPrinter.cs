using System.Text.Json.Nodes;
using Cxf.Flows.Checks.Descriptions;
using Cxf.Local.Stubs;
using Spectre.Console;

namespace Cxf.Local.Output;

/// <summary>Shows what a stub received: each request with its answer, and where it contradicts the description.</summary>
internal static class StubPrinter
{
    /// <summary>Prints them.</summary>
    public static void Print(
        Lines lines,
        IReadOnlyList<StubRequest> requests,
        IReadOnlyList<StubFault> unused,
        PersonalData personalData
    )
    {
        lines.Write();
        lines.Write(
            requests.Count switch
            {
                0 => "The stub received no request.",
                1 => "The stub received 1 request:",
                _ => $"The stub received {requests.Count} requests:",
            }
        );
        foreach (var request in requests)
        {
            var fault = request.Fault is { } one ? $"{one.Words} (--fault {one.Text})" : "";
            lines.Write(
                4,
                (
                    $"  {request.Connection}  {request.Operation ?? "no operation"}  {Shown(request, personalData)} -> ",
                    Color.Default
                ),
                (fault.Length > 0 ? fault : $"{request.Answer}", request.IsWrong ? Color.Red : Color.Default)
            );
            foreach (var problem in request.Problems)
            {
                lines.Write(
                    6,
                    (problem.Kind == SentProblemKind.Undocumented ? "    note   " : "    wrong  ", Color.Red),
                    ($"{personalData.ShownSentence(problem.Message)} {problem.Fix}", Color.Default)
                );
            }
        }

        foreach (var fault in unused)
        {
            lines.Write($"No request had the fault {fault.Text}.");
        }
    }

    /// <summary>The same for programs.</summary>
    public static JsonArray Json(IReadOnlyList<StubRequest> requests, PersonalData personalData) =>
        new([
            .. requests.Select(request => new JsonObject
            {
                ["connection"] = request.Connection,
                ["operation"] = request.Operation,
                ["method"] = request.Method,
                ["path"] = personalData.ShownSentence(request.Path),
                ["status"] = request.Answer,
                ["fault"] = request.Fault?.Text,
                ["problems"] = new JsonArray([
                    .. request.Problems.Select(problem => new JsonObject
                    {
                        ["kind"] = JsonKind(problem.Kind),
                        ["message"] = personalData.ShownSentence(problem.Message),
                        ["fix"] = problem.Fix,
                    }),
                ]),
            }),
        ]);

    private static string Shown(StubRequest request, PersonalData personalData) =>
        $"{request.Method} {personalData.ShownSentence(request.Path)}";

    private static string JsonKind(SentProblemKind kind) => kind.ToString().ToLowerInvariant();
}
