using System.Globalization;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Service;

/// <summary>A state machine with its versions and aliases.</summary>
internal sealed class StateMachineRecord(MachineRevision revision, DateTimeOffset creationDate, long number)
{
    private int _lastVersion;

    /// <summary>The number of the machine among all machines and executions.</summary>
    public long Number { get; } = number;

    public MachineRevision Current { get; set; } = revision;

    public DateTimeOffset CreationDate { get; } = creationDate;

    /// <summary>Published versions by number; numbers are never reused.</summary>
    public SortedDictionary<int, MachineVersion> Versions { get; } = [];

    public Dictionary<string, MachineAlias> Aliases { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, string> Tags { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The version that an ARN's last part names, or null where it names none.</summary>
    public MachineVersion? VersionOf(string qualifier) =>
        int.TryParse(qualifier, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Versions.GetValueOrDefault(number)
            : null;

    /// <summary>Publishes the current revision; publishing it again returns the same version.</summary>
    public MachineVersion Publish(string? description, DateTimeOffset now)
    {
        if (Versions.Count > 0 && Versions.Values.Last() is var last && last.Revision.RevisionId == Current.RevisionId)
        {
            return last;
        }

        if (Versions.Count >= ServiceLimits.Versions)
        {
            throw ApiErrors.QuotaExceeded(
                $"A state machine has at most {ServiceLimits.Versions} published versions; delete one first."
            );
        }

        var number = ++_lastVersion;
        var version = new MachineVersion($"{Current.Arn}:{number}", number, Current, description, now);
        Versions.Add(number, version);
        return version;
    }
}

internal sealed record MachineVersion(
    string Arn,
    int Number,
    MachineRevision Revision,
    string? Description,
    DateTimeOffset CreationDate
);

/// <summary>A name for one version, or for two with weights.</summary>
internal sealed record MachineAlias(
    string Arn,
    string Name,
    string? Description,
    IReadOnlyList<RoutingConfigurationItem> Routing,
    DateTimeOffset CreationDate,
    DateTimeOffset UpdateDate
);
