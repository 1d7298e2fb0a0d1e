using System.Text.Json;
using Cxf.Flows.Runs;
using Spectre.Console;

namespace Cxf.Local.Output;

/// <summary>
/// Prints the history of an execution: one line for each step with its state, its duration, what it sent and what came of it.
/// </summary>
/// <param name="lines">Where to.</param>
/// <param name="personalData">Masks values.</param>
/// <param name="isFull">Whether input, output, requests, answers and variables are printed in full below each step.</param>
/// <param name="indent">The column in which the lines begin.</param>
internal sealed class HistoryPrinter(Lines lines, PersonalData personalData, bool isFull = false, int indent = 2)
{
    /// <summary>Characters of a body or a variable in a step's line.</summary>
    private const int ShownJson = 70;

    /// <summary>Below this width, the rest of a broken line does not begin below the last column.</summary>
    private const int WideTerminal = 120;

    private const int DurationWidth = 8;
    private const int LabelWidth = 10;
    private const int OffsetWidth = 12;

    /// <summary>
    /// When the execution started, to print the time from there before each step, and each try of a step. Default: null, without.
    /// </summary>
    public DateTimeOffset? Origin { get; init; }

    /// <summary>A cause that the output has already, so that its step names only the error. Default: null.</summary>
    public string? PrintedCause { get; init; }

    /// <summary>Prints the steps.</summary>
    public void Print(IReadOnlyList<HistoryRow> rows)
    {
        personalData.Learn(rows);
        var name = rows.Select(row => row.Name.Length).DefaultIfEmpty().Max();
        var type = rows.Select(row => TypeOf(row).Length).DefaultIfEmpty().Max();
        var column = indent + (Origin is null ? 0 : OffsetWidth) + name + type + DurationWidth + 6;
        var hanging = lines.Width < WideTerminal ? indent + 4 : column;
        foreach (var row in rows)
        {
            var duration = row.Exited is { } exited ? Durations.Text(exited - row.Entered) : "-";
            var label = $"{row.Name.PadRight(name)}  {TypeOf(row).PadRight(type)}";
            var start = $"{new string(' ', indent)}{Offset(row.Entered)}{label}  {duration.PadLeft(DurationWidth)}";
            var (what, problem) = (Happened(row), Problem(row));
            var space = what.Length + problem.Length == 0 ? "" : "  ";
            lines.Write(
                hanging,
                (start + space, Color.Default),
                (what, Color.Default),
                (what.Length > 0 && problem.Length > 0 ? "  " : "", Color.Default),
                (problem, Color.Red)
            );
            if (Origin is not null && row.Attempts.Count > 1)
            {
                PrintAttempts(row);
            }

            if (isFull)
            {
                PrintDetails(row);
            }
        }
    }

    private void PrintAttempts(HistoryRow row)
    {
        foreach (var (index, attempt) in row.Attempts.Index())
        {
            if (index > 0 && row.Attempts[index - 1].Ended is { } ended)
            {
                Line($"waited {Durations.Text(attempt.Started - ended)} before the next try");
            }

            var duration = attempt.Ended is { } end ? Durations.Text(end - attempt.Started) : "-";
            var result =
                attempt.Error is { } error ? error + Cause(attempt.Cause)
                : attempt.Ended is null ? "no answer before the run ended"
                : "answered";
            Line($"{Offset(attempt.Started)}try {index + 1}  {duration}  {result}");
        }
    }

    private void Line(string text) => lines.Write($"{new string(' ', indent + 4)}{text}");

    private string Cause(string? cause)
    {
        var sentence = FailureCause.Of(cause ?? "");
        return sentence.Length == 0 || sentence == PrintedCause ? "" : $": {personalData.ShownSentence(sentence)}";
    }

    private string Offset(DateTimeOffset time) =>
        Origin is { } origin ? $"+{Durations.Text(time - origin)}".PadLeft(OffsetWidth - 2) + "  " : "";

    private void PrintDetails(HistoryRow row)
    {
        if (row.Sent is { } sent)
        {
            Detail("headers", sent.Headers);
            Detail("sent", sent.Body);
        }

        foreach (var (variable, value) in row.Variables)
        {
            Detail("sets", $"{variable} = {Value(variable, value, int.MaxValue)}", isJson: false);
        }

        Detail("in", row.Input);
        Detail("out", row.Output);
    }

    private void Detail(string label, string? text, bool isJson = true)
    {
        if (text is not null)
        {
            var start = new string(' ', indent + 2) + label.PadRight(LabelWidth);
            lines.Write(start.Length, (start + (isJson ? personalData.Json(text) : text), Color.Default));
        }
    }

    private static string TypeOf(HistoryRow row) => row.Tries > 1 ? $"{row.Type}, {row.Tries} tries" : row.Type;

    private string Happened(HistoryRow row)
    {
        var parts = new List<string>();
        if (row.Sent is { } sent)
        {
            parts.Add($"{sent.Method} {Address(sent)}");
            if (!isFull && sent.Body is { } body)
            {
                parts.Add(personalData.Json(body, ShownJson));
            }
        }

        if (row.Error is null && ResultOf(row) is { Length: > 0 } result)
        {
            parts.Add(row.Sent is null ? result : $"-> {result}");
        }

        if (!isFull)
        {
            parts.AddRange(
                row.Variables.Where(one => one.Key != row.Name)
                    .Select(one => $"{one.Key} = {Value(one.Key, one.Value, ShownJson)}")
            );
        }

        if (row is { Type: "Choice", Next: { } next })
        {
            parts.Add($"-> {next}");
        }

        return string.Join(row.Sent is null ? "  " : " ", parts);
    }

    // The cause in full: its end often names what matters.
    private string Problem(HistoryRow row)
    {
        if (row.Error is null)
        {
            return "";
        }

        return $"{row.Error}{Cause(row.Cause)}{(row.Next is { } next ? $" -> {next}" : "")}";
    }

    private string Address(SentCall sent) =>
        personalData.ShownSentence(sent.Url)
        + string.Concat(
            sent.Query.Select(
                (member, index) => $"{(index == 0 ? '?' : '&')}{member.Key}={personalData.Member(member.Key, member.Value)}"
            )
        );

    /// <summary>What came of a task: an answer's status and body, what the caller hears, or nothing worth a line.</summary>
    private string? ResultOf(HistoryRow row)
    {
        if (
            row is not { Type: "Task" or "Succeed" or "Pass", Output: { } output }
            || Parse(output) is not { ValueKind: JsonValueKind.Object } json
        )
        {
            return null;
        }

        if (row.Sent is not null && json.TryGetProperty("status", out var status) && json.TryGetProperty("body", out var body))
        {
            return isFull ? status.ToString() : $"{status} {personalData.Json(body.GetRawText(), ShownJson)}";
        }

        // The output of a step that undoes another is the failure of the run, which it hands on.
        if (row.Sent is not null && json.TryGetProperty("error", out _))
        {
            return null;
        }

        if (json.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String)
        {
            var outputs =
                json.TryGetProperty("outputs", out var values) && values.ValueKind == JsonValueKind.Object
                    ? string.Concat(
                        values.EnumerateObject().Select(one => $"  {one.Name}={personalData.Member(one.Name, TextOf(one.Value))}")
                    )
                    : "";
            return $"\"{personalData.ShownSentence(message.GetString()!)}\"{outputs}";
        }

        return row.Sent is null || isFull ? null : personalData.Json(output, ShownJson);
    }

    private string Value(string name, string json, int most) =>
        personalData.Hides(name) ? personalData.Member(name, json) : personalData.Json(json, most);

    // As a contact flow gets it.
    private static string TextOf(JsonElement value) => FlowAnswer.TextOf(value) ?? value.GetRawText();

    private static JsonElement? Parse(string json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
