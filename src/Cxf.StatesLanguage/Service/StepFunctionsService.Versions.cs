using System.Globalization;

namespace Cxf.StatesLanguage.Service;

/// <content>Versions.</content>
public sealed partial class StepFunctionsService
{
    /// <summary>Publishes the current revision; the same revision again is the same version.</summary>
    public PublishVersionResult PublishStateMachineVersion(PublishVersionRequest request)
    {
        var arn = Required(request.StateMachineArn, "stateMachineArn");
        MemberLength.CheckDescription("description", request.Description);
        lock (_gate)
        {
            var machine = Machine(arn);
            if (request.RevisionId is not null && request.RevisionId != (machine.Current.RevisionId ?? "INITIAL"))
            {
                throw ApiErrors.Conflict(
                    $"Failed to publish the State Machine version for revision {request.RevisionId}. The current State Machine revision is {machine.Current.RevisionId ?? "INITIAL"}.");
            }

            var version = Publish(machine, request.Description);
            return new PublishVersionResult(version.CreationDate, version.Arn);
        }
    }

    /// <summary>Deletes a version that no alias names. A missing one is no error.</summary>
    public EmptyResult DeleteStateMachineVersion(VersionRequest request)
    {
        var arn = Required(request.StateMachineVersionArn, "stateMachineVersionArn");
        lock (_gate)
        {
            CheckMachineArn(arn);
            var cut = arn.LastIndexOf(':');
            if (!_machines.TryGetValue(arn[..cut], out var machine) || VersionOf(machine, arn[(cut + 1)..]) is not { } version)
            {
                return new EmptyResult();
            }

            var aliases = machine.Aliases.Values
                .Where(alias => alias.Routing.Any(route => route.StateMachineVersionArn == version.Arn))
                .Select(static alias => alias.Name)
                .ToList();
            if (aliases.Count > 0)
            {
                throw ApiErrors.Conflict(
                    $"Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [{string.Join(", ", aliases)}]");
            }

            machine.Versions.Remove(version.Number);
            return new EmptyResult();
        }
    }

    /// <summary>Lists a machine's versions, newest first.</summary>
    public ListVersionsResult ListStateMachineVersions(ListRequest request)
    {
        var arn = Required(request.StateMachineArn, "stateMachineArn");
        lock (_gate)
        {
            var page = Paging.Take(
                [.. Machine(arn).Versions.Values.Reverse()], request.MaxResults, request.NextToken, $"Versions {arn}");
            return new ListVersionsResult(
                [.. page.Items.Select(static version => new VersionListItem(version.Arn, version.CreationDate))], page.NextToken);
        }
    }

    private static MachineVersion? VersionOf(StateMachineRecord machine, string qualifier) =>
        int.TryParse(qualifier, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? machine.Versions.GetValueOrDefault(number)
            : null;

    private MachineVersion Publish(StateMachineRecord machine, string? description)
    {
        var revision = machine.Current;
        if (machine.Versions.Count > 0 && machine.Versions.Values.Last() is var last
            && last.Revision.RevisionId == revision.RevisionId)
        {
            return last;
        }

        if (machine.Versions.Count >= ServiceLimits.Versions)
        {
            throw ApiErrors.QuotaExceeded(
                $"A state machine has at most {ServiceLimits.Versions} published versions; delete one first.");
        }

        var number = ++machine.LastVersion;
        var version = new MachineVersion($"{revision.Arn}:{number}", number, revision, description, Now);
        machine.Versions.Add(number, version);
        return version;
    }
}
