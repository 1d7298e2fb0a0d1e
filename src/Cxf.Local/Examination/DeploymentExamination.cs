using Amazon.DynamoDBv2.Model;
using Cxf.Documents.Identifiers;
using Cxf.Functions.Stores.Runs;
using Cxf.Local.AwsServices;
using Cxf.Local.Deployment;
using Cxf.Local.Publishing;
using Cxf.Local.Runs;

namespace Cxf.Local.Examination;

/// <summary>
/// Looks for what fails the calls of tenants: in what the tenants have, and in the deployment itself, its functions, roles,
/// permissions, alarms and queue. It only reads, and of secrets only whether they exist.
/// </summary>
/// <param name="target">The deployment.</param>
/// <param name="services">Its services; null for a deployment in files, which has none.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class DeploymentExamination(IPublishTarget target, DeploymentServices? services, TimeProvider timeProvider)
{
    private readonly FindingList _findings = new();

    /// <summary>Examines tenants and the deployment; what fails calls comes first.</summary>
    /// <param name="tenants">The tenants; null for all that have flows, which takes Step Functions.</param>
    /// <param name="call">A call to make, too; null for none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<Finding>> OfAsync(
        IReadOnlyCollection<TenantId>? tenants,
        SyntheticCall? call,
        CancellationToken cancellationToken
    )
    {
        await ExamineRunsTableAsync(cancellationToken);
        var examination = new TenantExamination(target, services, _findings, timeProvider);
        var instances = new HashSet<string>();
        foreach (var tenant in tenants ?? await TenantsAsync(services!, cancellationToken))
        {
            instances.UnionWith(await examination.ExamineAsync(tenant, cancellationToken));
        }

        if (services?.Has(AwsService.Lambda) == true)
        {
            await ExamineStageAsync(services, instances, cancellationToken);
            if (call is not null)
            {
                await call.MakeAsync(target, services, _findings, timeProvider, cancellationToken);
            }
        }

        return _findings.Sorted;
    }

    // No table lists the tenants; the state machines of their flows do.
    private async Task<IReadOnlyCollection<TenantId>> TenantsAsync(
        DeploymentServices deployment,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyCollection<TenantId> possible = [];
        await _findings.WhereAllowedAsync(
            "tenants",
            "states:ListStateMachines",
            async () =>
            {
                possible = await DeployedFlows.TenantsAsync(deployment, cancellationToken);
                if (possible.Count == 0)
                {
                    _findings.Warning(
                        "tenants",
                        $"Step Functions has no state machine of the stage {deployment.Stage}, so no tenant was examined.",
                        $"Publish flows (cxf publish FOLDER --stage {deployment.Stage}), or name the right stage or tenants."
                    );
                }
            }
        );
        var tenants = new List<TenantId>();
        foreach (var tenant in possible)
        {
            await _findings.WhereAllowedAsync(
                tenant.Value,
                "dynamodb:Query",
                async () =>
                {
                    if ((await deployment.Store.ListFlowsAsync(tenant, cancellationToken)).Count > 0)
                    {
                        tenants.Add(tenant);
                    }
                }
            );
        }

        return tenants;
    }

    private async Task ExamineStageAsync(
        DeploymentServices deployment,
        IReadOnlyCollection<string> instances,
        CancellationToken cancellationToken
    )
    {
        var functions = await new StageFunctions(deployment, _findings).ExamineAsync(cancellationToken);
        if (deployment.Has(AwsService.Iam))
        {
            await new StageRoles(deployment, _findings).ExamineAsync(functions, cancellationToken);
        }

        if (deployment.Has(AwsService.Connect))
        {
            await new ConnectAccess(deployment, _findings).ExamineAsync(functions, instances, cancellationToken);
        }

        if (deployment.Has(AwsService.CloudWatch))
        {
            await new StageAlarms(deployment, _findings).ExamineAsync(cancellationToken);
        }

        if (deployment.Has(AwsService.Sqs))
        {
            await new DeadLetters(deployment, _findings).ExamineAsync(cancellationToken);
        }
    }

    // Every run of a flow that changes something is claimed there first.
    private async Task ExamineRunsTableAsync(CancellationToken cancellationToken)
    {
        if (services is null)
        {
            return;
        }

        await _findings.WhereAllowedAsync(
            services.RunsTable,
            "dynamodb:GetItem",
            async () =>
            {
                try
                {
                    await new RunStore(services.Tables, services.RunsTable).FindAsync(
                        TenantId.Parse("self-check"),
                        0,
                        "self-check",
                        cancellationToken
                    );
                }
                catch (ResourceNotFoundException)
                {
                    _findings.Error(
                        services.RunsTable,
                        "There is no table of runs, so flows that change something do not start.",
                        "Deploy the stack again, or name the right stage."
                    );
                }
            }
        );
    }
}
