using System.Globalization;

namespace Cxf.Local.Stubs;

/// <summary>A fault that the stub has on demand: <c>connection[.operation]=fault[*times]</c>.</summary>
/// <param name="Text">How it was written.</param>
/// <param name="Connection">The id of the connection.</param>
/// <param name="Operation">The operation: its ID, or its method and path; null for all of the connection.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Status">The status of an answer; 0 for other kinds.</param>
/// <param name="Times">How many requests have it; null for all.</param>
internal sealed record StubFault(string Text, string Connection, string? Operation, StubFaultKind Kind, int Status, int? Times)
{
    /// <summary>How a fault is written.</summary>
    public const string Grammar =
        "CONNECTION=FAULT or CONNECTION.OPERATION=FAULT, where FAULT is a status from 400 to 599, timeout or reset; *TIMES "
        + "after it limits it to the first requests";

    private const int MinStatus = 400;
    private const int MaxStatus = 599;
    private const int MaxTimes = 1000;

    /// <summary>What it does, in a few words.</summary>
    public string Words =>
        Kind switch
        {
            StubFaultKind.Status => Status.ToString(CultureInfo.InvariantCulture),
            StubFaultKind.Timeout => "no answer",
            _ => "connection closed",
        };

    /// <summary>Reads a fault; null with the problem if the text is not one.</summary>
    public static StubFault? Read(string text, out string problem)
    {
        problem = "";
        // The name of an operation can have a method and a path, and those every character but this one at the end.
        var equals = text.LastIndexOf('=');
        var dot = text.IndexOf('.');
        if (equals < 1 || equals == text.Length - 1 || dot == 0 || dot == equals - 1)
        {
            problem = $"This is not a fault. Write {Grammar}.";
            return null;
        }

        var target = text[..equals];
        var hasOperation = dot > 0 && dot < equals;
        var parts = text[(equals + 1)..].Split('*');
        if (Kinds(parts[0]) is not var (kind, status))
        {
            problem = $"\"{parts[0]}\" is not a fault. Use a status from {MinStatus} to {MaxStatus}, timeout or reset.";
            return null;
        }

        if (parts.Length > 2 || (parts.Length == 2 && Whole(parts[1]) is not (>= 1 and <= MaxTimes)))
        {
            problem = $"\"*{string.Join('*', parts[1..])}\" is not a number of requests. Use *1 to *{MaxTimes}.";
            return null;
        }

        return new StubFault(
            text,
            hasOperation ? target[..dot] : target,
            hasOperation ? target[(dot + 1)..] : null,
            kind,
            status,
            parts.Length == 2 ? Whole(parts[1]) : null
        );
    }

    private static (StubFaultKind Kind, int Status)? Kinds(string word) =>
        word switch
        {
            "timeout" => (StubFaultKind.Timeout, 0),
            "reset" => (StubFaultKind.Reset, 0),
            _ => Whole(word) is >= MinStatus and <= MaxStatus and var status ? (StubFaultKind.Status, status) : null,
        };

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>What a fault does.</summary>
internal enum StubFaultKind
{
    /// <summary>The answer has this status.</summary>
    Status,

    /// <summary>There is no answer.</summary>
    Timeout,

    /// <summary>The connection is closed without an answer.</summary>
    Reset,
}
