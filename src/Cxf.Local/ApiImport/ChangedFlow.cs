using Cxf.Documents;
using Cxf.Local.FlowDocuments;

namespace Cxf.Local.ApiImport;

/// <summary>A flow whose check has another result with a newer description.</summary>
/// <param name="Name">The tenant and the flow.</param>
/// <param name="Breaks">The errors that it gets.</param>
/// <param name="Changes">The warnings and hints that it gets.</param>
/// <param name="Mended">How many problems it no longer has.</param>
/// <param name="IsRecompiled">Whether its state machine becomes another one.</param>
internal sealed record ChangedFlow(
    string Name,
    IReadOnlyList<Diagnostic> Breaks,
    IReadOnlyList<Diagnostic> Changes,
    int Mended,
    bool IsRecompiled
)
{
    /// <summary>Whether nothing is different.</summary>
    public bool IsSame => Breaks.Count == 0 && Changes.Count == 0 && Mended == 0 && !IsRecompiled;

    /// <summary>What happens to it, in words.</summary>
    public string Verdict =>
        Breaks.Count > 0 ? "It breaks."
        : IsRecompiled ? "It calls something else: publish it again after the import."
        : Changes.Count > 0 ? "It works, with less certainty."
        : $"{Mended} problem{(Mended == 1 ? " is" : "s are")} gone.";

    /// <summary>Compares two readings of a flow.</summary>
    public static ChangedFlow Of(FlowFile file, FlowDocument before, FlowDocument after)
    {
        var had = before.Reading.Diagnostics.Select(Key).ToHashSet();
        var has = after.Reading.Diagnostics.Select(Key).ToHashSet();
        var added = after.Reading.Diagnostics.Where(one => !had.Contains(Key(one))).ToList();
        var isRecompiled =
            before.Reading.Flow is { } old
            && after.Reading.Flow is { } now
            && before.Compile(old).Definition != after.Compile(now).Definition;
        return new ChangedFlow(
            $"{file.Tenant}/{Path.GetFileNameWithoutExtension(file.Path)}",
            [.. added.Where(one => one.Severity == DiagnosticSeverity.Error)],
            [.. added.Where(one => one.Severity != DiagnosticSeverity.Error)],
            had.Count(one => !has.Contains(one)),
            isRecompiled
        );
    }

    private static (string, string, string) Key(Diagnostic one) => (one.Code, one.Pointer, one.Message);
}
