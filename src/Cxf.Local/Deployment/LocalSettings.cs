using Cxf.Documents.Identifiers;
using Cxf.Functions.Deployment;
using Cxf.Functions.Stores.Caching;
using Cxf.Local.Stores;

namespace Cxf.Local.Deployment;

/// <summary>What template.yaml tells the functions on AWS, for a deployment on this machine.</summary>
internal static class LocalSettings
{
    public static DeploymentSettings For(FolderConfigurationStore store) =>
        For(StageName.Parse(LocalDeployment.Stage), store.Drafts().Select(draft => draft.Tenant).ToHashSet());

    /// <summary>Of a stage, as if it were on this machine.</summary>
    public static DeploymentSettings For(StageName stage) => For(stage, new HashSet<TenantId>());

    private static DeploymentSettings For(StageName stage, IReadOnlySet<TenantId> directTenants) =>
        new()
        {
            Stage = stage,
            ConfigTable = $"cxf-{stage}-config",
            RunsTable = $"cxf-{stage}-runs",
            StateMachineArnPrefix = $"arn:aws:states:{LocalAccount.Region}:{LocalAccount.Id}:stateMachine:",
            StateMachineRoleArn = $"arn:aws:iam::{LocalAccount.Id}:role/cxf-{stage}-StateMachine",
            CallApiArn = LocalDeployment.FunctionArn("CallApi", stage.Value),
            // The next call sees a publish: there is no table that caches would protect.
            CacheAges = CacheAges.None,
            DirectTenants = directTenants,
        };
}
