namespace Cxf.StatesLanguage.Service;

internal sealed class AliasOperations(StateMachineRegistry registry)
{
    public CreateAliasResult CreateStateMachineAlias(CreateAliasRequest request)
    {
        var name = RequestMember.Required(request.Name, "name");
        AliasNames.Check(name);
        RequestMember.CheckDescription("description", request.Description);
        var routing = request.RoutingConfiguration ?? throw ApiErrors.Missing("routingConfiguration");
        lock (registry.Lock)
        {
            var machine = CheckRouting(routing, null);
            var arn = $"{machine.Current.Arn}:{name}";
            if (machine.Aliases.TryGetValue(name, out var existing))
            {
                return existing.Description == request.Description && existing.Routing.SequenceEqual(routing)
                    ? new CreateAliasResult(arn, existing.CreationDate)
                    : throw ApiErrors.Conflict(
                        "Failed to create alias because an alias with the same name and a different routing configuration "
                            + "already exists."
                    );
            }

            if (machine.Aliases.Count >= ServiceLimits.Aliases)
            {
                throw ApiErrors.QuotaExceeded($"A state machine has at most {ServiceLimits.Aliases} aliases; delete one first.");
            }

            var now = registry.Now;
            machine.Aliases.Add(name, new MachineAlias(arn, name, request.Description, routing, now, now));
            return new CreateAliasResult(arn, now);
        }
    }

    public UpdateAliasResult UpdateStateMachineAlias(UpdateAliasRequest request)
    {
        var arn = RequestMember.Required(request.StateMachineAliasArn, "stateMachineAliasArn");
        if (request is { Description: null, RoutingConfiguration: null })
        {
            throw ApiErrors.Validation("Either the description or the RoutingConfiguration must be specified");
        }

        RequestMember.CheckDescription("description", request.Description);
        lock (registry.Lock)
        {
            var (machine, alias) = Alias(arn);
            if (request.RoutingConfiguration is not null)
            {
                CheckRouting(request.RoutingConfiguration, machine);
            }

            var now = registry.Now;
            machine.Aliases[alias.Name] = alias with
            {
                Description = request.Description ?? alias.Description,
                Routing = request.RoutingConfiguration ?? alias.Routing,
                UpdateDate = now,
            };
            return new UpdateAliasResult(now);
        }
    }

    public DescribeAliasResult DescribeStateMachineAlias(AliasRequest request)
    {
        var arn = RequestMember.Required(request.StateMachineAliasArn, "stateMachineAliasArn");
        lock (registry.Lock)
        {
            var (_, alias) = Alias(arn);
            return new DescribeAliasResult(
                alias.Arn,
                alias.Name,
                alias.Description,
                alias.Routing,
                alias.CreationDate,
                alias.UpdateDate
            );
        }
    }

    public EmptyResult DeleteStateMachineAlias(AliasRequest request)
    {
        var arn = RequestMember.Required(request.StateMachineAliasArn, "stateMachineAliasArn");
        lock (registry.Lock)
        {
            var (machine, name) = registry.Split(arn);
            machine?.Aliases.Remove(name);
            return new EmptyResult();
        }
    }

    public ListAliasesResult ListStateMachineAliases(ListRequest request)
    {
        var arn = RequestMember.Required(request.StateMachineArn, "stateMachineArn");
        lock (registry.Lock)
        {
            var aliases = registry.Machine(arn).Aliases.Values.OrderBy(static alias => alias.Name, StringComparer.Ordinal);
            var page = Paging.Take(
                aliases,
                static alias => alias.Name,
                request.MaxResults,
                request.NextToken,
                $"Aliases {arn}",
                Paging.PageTokenCharacters
            );
            return new ListAliasesResult(
                [.. page.Items.Select(static alias => new AliasListItem(alias.Arn, alias.CreationDate))],
                page.NextToken
            );
        }
    }

    private (StateMachineRecord Machine, MachineAlias Alias) Alias(string arn)
    {
        var (machine, name) = registry.Split(arn);
        return machine is not null && machine.Aliases.TryGetValue(name, out var alias)
            ? (machine, alias)
            : throw ApiErrors.ResourceNotFound();
    }

    private StateMachineRecord CheckRouting(IReadOnlyList<RoutingConfigurationItem> routing, StateMachineRecord? expected)
    {
        AliasRouting.Check(routing);
        foreach (var route in routing)
        {
            var arn = route.StateMachineVersionArn ?? throw ApiErrors.Missing("routingConfiguration.stateMachineVersionArn");
            var (machine, qualifier) = registry.Qualified(arn);
            if (qualifier is null)
            {
                throw ApiErrors.Validation($"Routing configuration must contain state machine version ARNs. Received: [{arn}]");
            }

            if (machine.VersionOf(qualifier) is null)
            {
                throw ApiErrors.ResourceNotFound();
            }

            if (!ReferenceEquals(expected ??= machine, machine))
            {
                throw ApiErrors.Validation("Routing configuration must contain versions of the same state machine");
            }
        }

        return expected!;
    }
}
