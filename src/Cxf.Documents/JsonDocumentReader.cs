using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Cxf.Documents;

/// <summary>
/// Reads one document and gathers everything that is wrong with it, so that a person sees all problems at once.
/// The members of the document are read through <see cref="Root"/>.
/// </summary>
public sealed class JsonDocumentReader
{
    /// <summary>How many problems of one code are listed; of the others only the number is reported.</summary>
    public const int MaxOfOneCode = 100;

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<NamedMember> _missing = [];
    private readonly List<NamedMember> _unknown = [];

    /// <summary>Starts reading; a syntax problem and duplicate names are reported at once.</summary>
    /// <param name="source">The text.</param>
    /// <param name="codes">The codes of this kind of document.</param>
    /// <param name="refuseDuplicates">Whether a name twice in an object is an error; costs a pass over the text.</param>
    public JsonDocumentReader(JsonSource source, ShapeCodes codes, bool refuseDuplicates = true)
    {
        Source = source;
        Codes = codes;
        if (source.SyntaxProblem is { } problem)
        {
            Add(codes.Syntax, DiagnosticSeverity.Error, JsonPointer.Root, () => problem.Position, problem.Message, problem.Fix);
            return;
        }

        if (source.HasByteOrderMark && codes.ByteOrderMark is { } mark)
        {
            Add(
                mark,
                DiagnosticSeverity.Warning,
                JsonPointer.Root,
                () => new JsonPosition(1, 1),
                "The file starts with a byte order mark, which not every program can read.",
                "Save the file with the encoding UTF-8 without a byte order mark."
            );
        }

        foreach (var duplicate in refuseDuplicates ? source.Duplicates : [])
        {
            Add(
                codes.Duplicate,
                DiagnosticSeverity.Error,
                duplicate.Pointer,
                () => duplicate.Position,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The object already has a member \"{JsonPointer.Last(duplicate.Pointer)}\" at line {duplicate.First.Line}."
                ),
                "Rename or remove one of the two."
            );
        }
    }

    /// <summary>The text being read.</summary>
    public JsonSource Source { get; }

    /// <summary>The codes of this kind of document.</summary>
    public ShapeCodes Codes { get; }

    /// <summary>The document's outermost value.</summary>
    public JsonCursor Root => new(this, Source.Root);

    /// <summary>Whether an error was reported so far.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>What was reported so far, in the order of the text; after the problems, what is only worth knowing.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics =>
        [
            .. Misnamed(Explained(_diagnostics))
                .OrderBy(diagnostic => diagnostic.Severity == DiagnosticSeverity.Info)
                .ThenBy(diagnostic => diagnostic.Line)
                .ThenBy(diagnostic => diagnostic.Column)
                .Concat(Omitted()),
        ];

    /// <summary>
    /// Whether a problem of this code would still be listed; where not, it is counted. Asked before work that only its message
    /// needs.
    /// </summary>
    public bool Lists(string code)
    {
        var count = _counts.GetValueOrDefault(code);
        _counts[code] = count < MaxOfOneCode ? count : count + 1;
        return count < MaxOfOneCode;
    }

    /// <summary>Reports a problem at the value at a pointer.</summary>
    public void Report(
        string pointer,
        string code,
        string message,
        string fix,
        DiagnosticSeverity severity = DiagnosticSeverity.Error
    ) => Add(code, severity, pointer, () => Source.PositionOf(pointer), message, fix);

    /// <summary>Reports a problem with the name of the member at a pointer.</summary>
    public void ReportName(
        string pointer,
        string code,
        string message,
        string fix,
        DiagnosticSeverity severity = DiagnosticSeverity.Error
    ) => Add(code, severity, pointer, () => Source.PositionOfName(pointer), message, fix);

    /// <summary>Reports a problem at one character of the string at a pointer, e.g. inside an expression.</summary>
    public void ReportInText(
        string pointer,
        int index,
        string code,
        string message,
        string fix,
        DiagnosticSeverity severity = DiagnosticSeverity.Error
    ) => Add(code, severity, pointer, () => Source.PositionInText(pointer, index), message, fix);

    /// <summary>A sentence that proposes a name instead of one that does not exist.</summary>
    public string Suggest(string wrong, IReadOnlyCollection<string> names, string prefix = "") =>
        Suggestion.Of(wrong, names, prefix, Codes.Synonyms());

    internal void ReportMissing(string holder, string name, string fix)
    {
        var count = _diagnostics.Count;
        Report(holder, Codes.Missing, $"The member \"{name}\" is missing.", fix);
        _missing.AddRange(_diagnostics.Skip(count).Select(said => new NamedMember(holder, name, said)));
    }

    internal void ReportUnknown(string holder, string name, IReadOnlyCollection<string> known)
    {
        var count = _diagnostics.Count;
        ReportName(
            JsonPointer.Append(holder, name),
            Codes.Unknown,
            $"There is no member \"{name}\" here.",
            Suggestion.Nearest(name, known, Codes.Synonyms()) is not null
                ? Suggest(name, known)
                : $"Remove it, or use one of: {string.Join(", ", known)}."
        );
        _unknown.AddRange(_diagnostics.Skip(count).Select(said => new NamedMember(holder, name, said)));
    }

    // A member that has a problem of its own does not also have the problem that it does not exist.
    private List<Diagnostic> Explained(List<Diagnostic> said)
    {
        var others =
            _unknown.Count == 0 ? [] : said.Where(one => one.Code != Codes.Unknown).Select(one => one.Pointer).ToHashSet();
        return others.Count == 0 ? said : said.FindAll(one => one.Code != Codes.Unknown || !others.Contains(one.Pointer));
    }

    // A required member under another name is one mistake, not one that is missing and one that does not exist.
    private IEnumerable<Diagnostic> Misnamed(List<Diagnostic> said)
    {
        var replaced = new Dictionary<Diagnostic, Diagnostic?>(ReferenceEqualityComparer.Instance);
        foreach (var holder in _missing.GroupBy(member => member.Holder))
        {
            var missing = holder.ToList();
            var unknown = _unknown.Where(member => member.Holder == holder.Key).ToList();
            foreach (var member in missing)
            {
                var meant =
                    unknown.Find(other => Suggestion.Nearest(other.Name, [member.Name], Codes.Synonyms()) is not null)
                    ?? (missing.Count == 1 && unknown.Count == 1 ? unknown[0] : null);
                if (meant is not null && replaced.TryAdd(meant.Said, null))
                {
                    replaced[member.Said] = null;
                    replaced[meant.Said] = meant.Said with
                    {
                        Message = $"There is no member \"{meant.Name}\" here, and \"{member.Name}\" is missing.",
                        Fix = $"Did you mean \"{member.Name}\"? {member.Said.Fix}",
                    };
                }
            }
        }

        return replaced.Count == 0
            ? said
            : said.Select(one => replaced.TryGetValue(one, out var other) ? other : one).OfType<Diagnostic>();
    }

    private void Add(
        string code,
        DiagnosticSeverity severity,
        string pointer,
        Func<JsonPosition> position,
        string message,
        string fix
    )
    {
        HasErrors |= severity == DiagnosticSeverity.Error;
        if (Lists(code))
        {
            var (line, column) = position();
            _counts[code]++;
            _diagnostics.Add(new Diagnostic(code, severity, pointer, line, column, message, fix));
        }
    }

    private IEnumerable<Diagnostic> Omitted() =>
        from counted in _counts
        where counted.Value > MaxOfOneCode
        let last = _diagnostics.FindLast(diagnostic => diagnostic.Code == counted.Key)
        select last with
        {
            Message = string.Create(
                CultureInfo.InvariantCulture,
                $"{counted.Value - MaxOfOneCode:N0} more problems of this kind are not listed."
            ),
            Fix = "Correct those that are listed, then check again.",
        };

    private sealed record NamedMember(string Holder, string Name, Diagnostic Said);
}

/// <summary>
/// The codes of the problems of shape that any JSON document can have; each kind of document has its own.
/// </summary>
/// <param name="Syntax">The text is not JSON.</param>
/// <param name="Duplicate">An object has a name twice.</param>
/// <param name="Missing">A required member is absent.</param>
/// <param name="Unknown">A member that the document does not have.</param>
/// <param name="WrongType">A value of the wrong JSON type.</param>
/// <param name="OutOfRange">A number outside its bounds, or text that is empty or too long.</param>
/// <param name="NotAWord">Text that is not one of the words allowed there.</param>
public sealed record ShapeCodes(
    string Syntax,
    string Duplicate,
    string Missing,
    string Unknown,
    string WrongType,
    string OutOfRange,
    string NotAWord
)
{
    /// <summary>A byte order mark at the start of the file; null if it is not reported. Default: null.</summary>
    public string? ByteOrderMark { get; init; }

    /// <summary>
    /// What people write for a word or a member of this kind of document, in small letters. Asked only where a word is wrong,
    /// so that a document without mistakes does not wait for the table. Default: nothing.
    /// </summary>
    public Func<IReadOnlyDictionary<string, string[]>> Synonyms { get; init; } = () => FrozenDictionary<string, string[]>.Empty;
}

/// <summary>A document as read: its value unless there are errors, and everything there is to say about it.</summary>
/// <typeparam name="T">The document's model.</typeparam>
/// <param name="Value">The model, or null when <paramref name="Diagnostics"/> holds an error.</param>
/// <param name="Diagnostics">All problems, in the order of the text.</param>
public sealed record ReadResult<T>(T? Value, IReadOnlyList<Diagnostic> Diagnostics)
    where T : class
{
    /// <summary>Whether the document can be used.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;
}
