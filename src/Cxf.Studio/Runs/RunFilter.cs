using System.Globalization;
using Cxf.Functions.Runs;
using Cxf.Local.Commands;
using Cxf.Local.Runs;

namespace Cxf.Studio.Runs;

/// <summary>What a person looks for in the list of runs, as the address of the page has it.</summary>
public sealed record RunFilter
{
    /// <summary>How many runs a page of the list has.</summary>
    internal const int PageSize = 50;

    private const string DefaultSince = "24h";

    /// <summary>The contact ID.</summary>
    public string? Contact { get; set; }

    /// <summary>The flow, tenant/flow, or the tenant.</summary>
    public string? Flow { get; set; }

    /// <summary>The status.</summary>
    public string? Status { get; set; }

    /// <summary>The error code.</summary>
    public string? Error { get; set; }

    /// <summary>The version.</summary>
    public string? Version { get; set; }

    /// <summary>The earliest start: a time, or how long ago. Default: 24h.</summary>
    public string? Since { get; set; }

    /// <summary>The latest start. Default: now.</summary>
    public string? Until { get; set; }

    /// <summary>The last run of the page before.</summary>
    public string? After { get; set; }

    /// <summary>Whether nothing is looked for but the newest runs.</summary>
    internal bool IsEmpty => this == new RunFilter();

    /// <summary>The address of the list with this filter.</summary>
    internal string Address
    {
        get
        {
            var parts = ((string Name, string? Value)[])
                [
                    ("contact", Contact),
                    ("flow", Flow),
                    ("status", Status),
                    ("error", Error),
                    ("version", Version),
                    ("since", Since),
                    ("until", Until),
                    ("after", After),
                ];
            var query = parts
                .Where(part => !string.IsNullOrWhiteSpace(part.Value))
                .Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!.Trim())}");
            return string.Join('?', (string[])["runs", .. (string[])[string.Join('&', query)]]).TrimEnd('?');
        }
    }

    /// <summary>The query; null with what is wrong in the filter.</summary>
    internal (RunQuery? Query, IReadOnlyList<string> Problems) Read(DateTimeOffset now)
    {
        var problems = new List<string>();
        var contact = Text(Contact);
        var runId = contact is not null && RunName.ContactOf(contact) is not null ? contact : null;
        if (contact is not null && runId is null && !RunName.IsContactId(contact))
        {
            problems.Add("A contact ID is 1 to 47 of A-Z a-z 0-9 and -.");
        }

        var flow = Text(Flow) is { } name ? FlowReference.Parse(name, needsFlow: false) : null;
        if (Text(Flow) is { } wrong && flow is null)
        {
            problems.Add(FlowReference.Problem(wrong));
        }

        var version = int.TryParse(Version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : (int?)null;
        if (Text(Version) is not null && version is null)
        {
            problems.Add("A version is a whole number, such as 3.");
        }

        var since = Time(Text(Since) ?? DefaultSince, "Since", now, problems);
        var until = Text(Until) is { } last ? Time(last, "Until", now, problems) : now;
        return problems.Count > 0
            ? (null, problems)
            : (
                new RunQuery
                {
                    Contact = runId is null ? contact : RunName.ContactOf(runId),
                    RunId = runId,
                    Tenant = flow?.Tenant,
                    Flow = flow?.Flow,
                    Status = Text(Status),
                    Error = Text(Error),
                    Version = version,
                    Since = since,
                    Until = until,
                    Limit = PageSize,
                    After = Text(After) is { } after ? RunPosition.Parse(after) : null,
                },
                []
            );
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static DateTimeOffset Time(string text, string name, DateTimeOffset now, List<string> problems)
    {
        if (TimeArgument.Parse(text.Trim(), now) is { } time)
        {
            return time;
        }

        problems.Add($"{name} takes a time such as 2026-03-01T09:00Z, or how long ago it was, such as 30m, 24h or 7d.");
        return now;
    }
}
