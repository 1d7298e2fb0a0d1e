using Cxf.ApiCalls.Identifiers;
using Cxf.Functions.Deployment;
using Cxf.Functions.Stores.Caching;
using Cxf.Local.Stores;

namespace Cxf.Local.Deployment;

/// <summary>What template.yaml tells the functions on AWS, for a deployment on this machine.</summary>
internal static class LocalSettings
{
    public static DeploymentSettings For(FolderConfigurationStore store) => new()
    {
        Stage = StageName.Parse(LocalDeployment.Stage),
        ConfigTable = $"cxf-{LocalDeployment.Stage}-config",
        RunsTable = $"cxf-{LocalDeployment.Stage}-runs",
        StateMachineArnPrefix = $"arn:aws:states:{LocalAccount.Region}:{LocalAccount.Id}:stateMachine:",
        StateMachineRoleArn = $"arn:aws:iam::{LocalAccount.Id}:role/cxf-{LocalDeployment.Stage}-StateMachine",
        CallApiArn = LocalDeployment.FunctionArn("CallApi"),
        // A publish is seen by the next call: there is no table here that caches would spare.
        CacheAges = CacheAges.None,
        DirectTenants = store.Drafts().Select(draft => draft.Tenant).ToHashSet(),
    };
}
