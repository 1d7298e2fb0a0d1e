namespace Cxf.StatesLanguage.Service;

/// <content>Aliases.</content>
public sealed partial class StepFunctionsService
{
    /// <summary>Creates an alias of one or two versions. Creating the same again answers the same.</summary>
    public CreateAliasResult CreateStateMachineAlias(CreateAliasRequest request)
    {
        var name = Required(request.Name, "name");
        AliasNames.Check(name);
        MemberLength.CheckDescription("description", request.Description);
        var routing = request.RoutingConfiguration ?? throw ApiErrors.Missing("routingConfiguration");
        lock (_gate)
        {
            var machine = CheckRouting(routing, null);
            var arn = $"{machine.Current.Arn}:{name}";
            if (machine.Aliases.TryGetValue(name, out var existing))
            {
                return existing.Description == request.Description && existing.Routing.SequenceEqual(routing)
                    ? new CreateAliasResult(arn, existing.CreationDate)
                    : throw ApiErrors.Conflict(
                        "Failed to create alias because an alias with the same name and a different routing configuration already exists.");
            }

            if (machine.Aliases.Count >= ServiceLimits.Aliases)
            {
                throw ApiErrors.QuotaExceeded($"A state machine has at most {ServiceLimits.Aliases} aliases; delete one first.");
            }

            var now = Now;
            machine.Aliases.Add(name, new MachineAlias(arn, name, request.Description, routing, now, now));
            return new CreateAliasResult(arn, now);
        }
    }

    /// <summary>Changes an alias.</summary>
    public UpdateAliasResult UpdateStateMachineAlias(UpdateAliasRequest request)
    {
        var arn = Required(request.StateMachineAliasArn, "stateMachineAliasArn");
        if (request is { Description: null, RoutingConfiguration: null })
        {
            throw ApiErrors.Validation("Either the description or the RoutingConfiguration must be specified");
        }

        MemberLength.CheckDescription("description", request.Description);
        lock (_gate)
        {
            var (machine, alias) = Alias(arn);
            if (request.RoutingConfiguration is not null)
            {
                CheckRouting(request.RoutingConfiguration, machine);
            }

            var now = Now;
            machine.Aliases[alias.Name] = alias with
            {
                Description = request.Description ?? alias.Description,
                Routing = request.RoutingConfiguration ?? alias.Routing,
                UpdateDate = now,
            };
            return new UpdateAliasResult(now);
        }
    }

    /// <summary>Describes an alias.</summary>
    public DescribeAliasResult DescribeStateMachineAlias(AliasRequest request)
    {
        var arn = Required(request.StateMachineAliasArn, "stateMachineAliasArn");
        lock (_gate)
        {
            var (_, alias) = Alias(arn);
            return new DescribeAliasResult(
                alias.Arn, alias.Name, alias.Description, alias.Routing, alias.CreationDate, alias.UpdateDate);
        }
    }

    /// <summary>Deletes an alias. A missing one is no error.</summary>
    public EmptyResult DeleteStateMachineAlias(AliasRequest request)
    {
        var arn = Required(request.StateMachineAliasArn, "stateMachineAliasArn");
        lock (_gate)
        {
            CheckMachineArn(arn);
            var cut = arn.LastIndexOf(':');
            if (_machines.TryGetValue(arn[..cut], out var machine))
            {
                machine.Aliases.Remove(arn[(cut + 1)..]);
            }

            return new EmptyResult();
        }
    }

    /// <summary>Lists a machine's aliases by name.</summary>
    public ListAliasesResult ListStateMachineAliases(ListRequest request)
    {
        var arn = Required(request.StateMachineArn, "stateMachineArn");
        lock (_gate)
        {
            var aliases = Machine(arn).Aliases.Values.OrderBy(static alias => alias.Name, StringComparer.Ordinal);
            var page = Paging.Take([.. aliases], request.MaxResults, request.NextToken, $"Aliases {arn}");
            return new ListAliasesResult(
                [.. page.Items.Select(static alias => new AliasListItem(alias.Arn, alias.CreationDate))], page.NextToken);
        }
    }

    private (StateMachineRecord Machine, MachineAlias Alias) Alias(string arn)
    {
        CheckMachineArn(arn);
        var cut = arn.LastIndexOf(':');
        return _machines.TryGetValue(arn[..cut], out var machine) && machine.Aliases.TryGetValue(arn[(cut + 1)..], out var alias)
            ? (machine, alias)
            : throw ApiErrors.ResourceNotFound();
    }

    private StateMachineRecord CheckRouting(IReadOnlyList<RoutingConfigurationItem> routing, StateMachineRecord? expected)
    {
        AliasRouting.Check(routing);
        foreach (var route in routing)
        {
            var arn = route.StateMachineVersionArn ?? throw ApiErrors.Missing("routingConfiguration.stateMachineVersionArn");
            var (machine, qualifier) = Qualified(arn);
            if (qualifier is null)
            {
                throw ApiErrors.Validation($"Routing configuration must contain state machine version ARNs. Received: [{arn}]");
            }

            if (VersionOf(machine, qualifier) is null)
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
