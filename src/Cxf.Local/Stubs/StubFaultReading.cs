using Cxf.Documents;
using Cxf.Flows.ApiDescriptions;

namespace Cxf.Local.Stubs;

/// <summary>Reads faults as they are written, and compares them with the connections that they are about.</summary>
internal static class StubFaultReading
{
    /// <summary>Reads all.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="apis">The connections of the folder.</param>
    /// <param name="problems">Every problem with its fix, each after the text that has it.</param>
    public static IReadOnlyList<StubFault> Read(
        IReadOnlyList<string> texts,
        IReadOnlyList<StubApi> apis,
        out IReadOnlyList<string> problems
    )
    {
        var faults = new List<StubFault>();
        var found = new List<string>();
        foreach (var text in texts)
        {
            var fault = StubFault.Read(text, out var problem);
            problem = fault is null ? problem : ProblemOf(fault, apis) ?? After(fault, faults);
            if (problem is not null)
            {
                found.Add($"{text}: {problem}");
            }

            if (fault is not null)
            {
                faults.Add(fault);
            }
        }

        problems = found;
        return faults;
    }

    private static string? ProblemOf(StubFault fault, IReadOnlyList<StubApi> apis)
    {
        var same = apis.Where(api => api.Connection.Value == fault.Connection).ToList();
        if (same.Count == 0)
        {
            var names = apis.Select(api => api.Connection.Value).Distinct().ToList();
            return $"There is no connection \"{fault.Connection}\". "
                + (names.Count == 0 ? "The folder has none." : Suggestion.Of(fault.Connection, names));
        }

        var described = same.Select(api => api.Description).OfType<ApiDescription>().ToList();
        return described.Count == 0 ? same[0].NotDescribed.ToString()
            : fault.Operation is { } operation && described.TrueForAll(api => api.Find(operation) is null)
                ? $"The API of \"{fault.Connection}\" has no operation \"{operation}\". {described[0].Suggest(operation)}"
            : null;
    }

    private static string? After(StubFault fault, List<StubFault> before) =>
        before.Find(one => one.Connection == fault.Connection && one.Operation == fault.Operation && one.Times is null)
            is { } endless
            ? $"It has no effect: {endless.Text} before it never ends. Limit that one, for example to {endless.Text}*2, or "
                + "remove one of them."
            : null;
}
