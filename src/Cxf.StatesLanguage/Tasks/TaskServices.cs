using Cxf.StatesLanguage.Mocks;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>Who does which task.</summary>
internal sealed class TaskServices(
    IReadOnlyDictionary<string, ITaskHandler> integrations, ITaskHandler lambdaFunction, MockFile? mocks)
{
    /// <summary>Ready-made answers for states, or null.</summary>
    public MockFile? Mocks { get; } = mocks;

    /// <summary>The handler of a resource, or null where this engine has none.</summary>
    public ITaskHandler? Find(TaskResource resource) => resource.Kind switch
    {
        TaskResourceKind.LambdaFunction => lambdaFunction,
        TaskResourceKind.Integration => integrations.GetValueOrDefault($"{resource.Service}:{resource.Action}"),
        _ => null,
    };
}
