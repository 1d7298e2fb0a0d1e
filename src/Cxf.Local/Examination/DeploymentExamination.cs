using Amazon.DynamoDBv2.Model;
using Cxf.Documents.Identifiers;
using Cxf.Functions.Stores.Runs;
using Cxf.Local.AwsServices;
using Cxf.Local.Deployment;
using Cxf.Local.Publishing;

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
    /// <param name="tenants">The tenants.</param>
    /// <param name="call">A call to make, too; null for none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<Finding>> OfAsync(
        IEnumerable<TenantId> tenants,
        SyntheticCall? call,
        CancellationToken cancellationToken
    )
    {
        await ExamineRunsTableAsync(cancellationToken);
        var examination = new TenantExamination(target, services, _findings, timeProvider);
        var instances = new HashSet<string>();
        foreach (var tenant in tenants)
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
