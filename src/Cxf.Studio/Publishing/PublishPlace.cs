using Cxf.Local.Deployment;
using Cxf.Local.Publishing;
using Cxf.Local.Statistics;
using Cxf.Studio.Runs;

namespace Cxf.Studio.Publishing;

/// <summary>Where the studio publishes: the deployment whose runs it shows, or one in files, which has no runs.</summary>
/// <param name="stage">The deployment whose runs it shows.</param>
/// <param name="folder">The folder of a deployment in files; null for none.</param>
internal sealed class PublishPlace(StageRuns stage, string? folder)
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(60);

    /// <summary>Its name for people.</summary>
    public string Name => folder is null ? $"stage {stage.Id}" : $"the deployment in {folder}";

    /// <summary>Whether it is in files.</summary>
    public bool IsInFiles => folder is not null;

    /// <summary>Its services; null for a deployment in files.</summary>
    public DeploymentServices? Services => IsInFiles ? null : stage.Services;

    /// <summary>How its flows and connections do; nothing for a deployment in files.</summary>
    public async Task<DeploymentStatistics?> StatisticsAsync(StatisticsQuery query, CancellationToken cancellationToken) =>
        IsInFiles ? null : await stage.StatisticsAsync(query, cancellationToken);

    /// <summary>Does something with it.</summary>
    /// <exception cref="StageUnavailableException">It does not answer.</exception>
    public async Task<T> AskAsync<T>(Func<IPublishTarget, Task<T>> ask, CancellationToken cancellationToken)
    {
        if (folder is null)
        {
            return await stage.AskAsync(() => OnAsync(stage.Address.OpenTarget(Wait), ask), cancellationToken);
        }

        try
        {
            return await OnAsync(new FolderTarget(folder), ask);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StageUnavailableException($"The deployment in {folder} cannot be used: {exception.Message}", exception);
        }
    }

    private static async Task<T> OnAsync<T>(IPublishTarget target, Func<IPublishTarget, Task<T>> ask)
    {
        await using (target)
        {
            return await ask(target);
        }
    }
}
