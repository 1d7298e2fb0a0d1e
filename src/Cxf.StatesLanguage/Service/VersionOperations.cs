namespace Cxf.StatesLanguage.Service;

internal sealed class VersionOperations(StateMachineRegistry registry)
{
    public PublishVersionResult PublishStateMachineVersion(PublishVersionRequest request)
    {
        var arn = RequestMember.Required(request.StateMachineArn, "stateMachineArn");
        RequestMember.CheckDescription("description", request.Description);
        lock (registry.Lock)
        {
            var machine = registry.Machine(arn);
            if (request.RevisionId is not null && request.RevisionId != (machine.Current.RevisionId ?? "INITIAL"))
            {
                throw ApiErrors.Conflict(
                    $"Failed to publish the State Machine version for revision {request.RevisionId}. "
                        + $"The current State Machine revision is {machine.Current.RevisionId ?? "INITIAL"}."
                );
            }

            var version = machine.Publish(request.Description, registry.Now);
            return new PublishVersionResult(version.CreationDate, version.Arn);
        }
    }

    public EmptyResult DeleteStateMachineVersion(VersionRequest request)
    {
        var arn = RequestMember.Required(request.StateMachineVersionArn, "stateMachineVersionArn");
        lock (registry.Lock)
        {
            var (machine, qualifier) = registry.Split(arn);
            if (machine?.VersionOf(qualifier) is not { } version)
            {
                return new EmptyResult();
            }

            var aliases = machine
                .Aliases.Values.Where(alias => alias.Routing.Any(route => route.StateMachineVersionArn == version.Arn))
                .Select(static alias => alias.Name)
                .ToList();
            if (aliases.Count > 0)
            {
                throw ApiErrors.Conflict(
                    "Version to be deleted must not be referenced by an alias. "
                        + $"Current list of aliases referencing this version: [{string.Join(", ", aliases)}]"
                );
            }

            machine.Versions.Remove(version.Number);
            return new EmptyResult();
        }
    }

    public ListVersionsResult ListStateMachineVersions(ListRequest request)
    {
        var arn = RequestMember.Required(request.StateMachineArn, "stateMachineArn");
        lock (registry.Lock)
        {
            var page = Paging.Take(
                registry.Machine(arn).Versions.Values.Reverse(),
                static version => Paging.Position(version.Number),
                request.MaxResults,
                request.NextToken,
                $"Versions {arn}",
                Paging.PageTokenCharacters,
                descending: true
            );
            return new ListVersionsResult(
                [.. page.Items.Select(static version => new VersionListItem(version.Arn, version.CreationDate))],
                page.NextToken
            );
        }
    }
}
