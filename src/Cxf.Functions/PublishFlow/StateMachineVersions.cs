using System.Runtime.CompilerServices;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Cxf.Functions.Stores;

namespace Cxf.Functions.PublishFlow;

/// <summary>The published versions of a state machine.</summary>
public sealed class StateMachineVersions(IAmazonStepFunctions stepFunctions)
{
    // ListStateMachineVersions: maxResults, at most 1,000.
    private const int ListPage = 1_000;

    // Far above what two clocks of AWS differ by.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Publishes a revision; the same revision again is the same version. A machine has at most 1,000 versions (Step Functions
    /// quotas). If there is no room, the oldest version that no alias refers to is removed; its record remains, and it can be
    /// compiled again from it.
    /// </summary>
    /// <exception cref="ConflictException">The machine is at another revision: someone else publishes the same flow.</exception>
    public async Task<string> PublishAsync(
        string machineArn,
        string revision,
        FlowVersion version,
        CancellationToken cancellationToken
    )
    {
        var request = new PublishStateMachineVersionRequest
        {
            StateMachineArn = machineArn,
            RevisionId = revision,
            Description = VersionDescription.Of(version),
        };
        try
        {
            return (await stepFunctions.PublishStateMachineVersionAsync(request, cancellationToken)).StateMachineVersionArn;
        }
        catch (ServiceQuotaExceededException)
        {
            await DeleteOldestAsync(machineArn, cancellationToken);
            return (await stepFunctions.PublishStateMachineVersionAsync(request, cancellationToken)).StateMachineVersionArn;
        }
    }

    /// <summary>The description that a version was published with, or null if the version does not exist.</summary>
    public async Task<string?> FindDescriptionAsync(string machineVersionArn, CancellationToken cancellationToken)
    {
        try
        {
            var request = new DescribeStateMachineRequest { StateMachineArn = machineVersionArn };
            return (await stepFunctions.DescribeStateMachineAsync(request, cancellationToken)).Description;
        }
        catch (StateMachineDoesNotExistException)
        {
            return null;
        }
    }

    /// <summary>Deletes a version; a missing one is not an error.</summary>
    /// <exception cref="ConflictException">An alias refers to it.</exception>
    public async Task DeleteAsync(string machineVersionArn, CancellationToken cancellationToken) =>
        await stepFunctions.DeleteStateMachineVersionAsync(
            new DeleteStateMachineVersionRequest { StateMachineVersionArn = machineVersionArn },
            cancellationToken
        );

    /// <summary>Deletes the versions that were published for records which never learned of it.</summary>
    public async Task DeleteUnfinishedAsync(
        string machineArn,
        IReadOnlyCollection<VersionEntry> unfinished,
        CancellationToken cancellationToken
    )
    {
        var descriptions = unfinished.Select(VersionDescription.Of).ToHashSet();
        var since = unfinished.Min(entry => entry.CreatedAt) - ClockDifference;
        await foreach (var version in ListAsync(machineArn, cancellationToken))
        {
            // A version is published after its record was written, and the list begins with the newest.
            if (version.CreationDate?.ToUniversalTime() < since.UtcDateTime)
            {
                return;
            }

            if (
                await FindDescriptionAsync(version.StateMachineVersionArn, cancellationToken) is { } description
                && descriptions.Contains(description)
            )
            {
                await DeleteAsync(version.StateMachineVersionArn, cancellationToken);
            }
        }
    }

    private async Task DeleteOldestAsync(string machineArn, CancellationToken cancellationToken)
    {
        var newestFirst = new List<string>();
        await foreach (var version in ListAsync(machineArn, cancellationToken))
        {
            newestFirst.Add(version.StateMachineVersionArn);
        }

        foreach (var arn in newestFirst.AsEnumerable().Reverse())
        {
            try
            {
                await DeleteAsync(arn, cancellationToken);
                return;
            }
            catch (ConflictException)
            {
                // An alias refers to it; try the next one.
            }
        }
    }

    // Newest first, as the service lists them; none of a machine that was never created.
    private async IAsyncEnumerable<StateMachineVersionListItem> ListAsync(
        string machineArn,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var request = new ListStateMachineVersionsRequest { StateMachineArn = machineArn, MaxResults = ListPage };
        do
        {
            ListStateMachineVersionsResponse page;
            try
            {
                page = await stepFunctions.ListStateMachineVersionsAsync(request, cancellationToken);
            }
            catch (StateMachineDoesNotExistException)
            {
                yield break;
            }

            foreach (var version in page.StateMachineVersions)
            {
                yield return version;
            }

            request.NextToken = page.NextToken;
        } while (!string.IsNullOrEmpty(request.NextToken));
    }
}

/// <summary>How a flow's version is described in Step Functions: by it the version there is known as the flow's.</summary>
internal static class VersionDescription
{
    /// <summary>How PublishStateMachineVersion calls the revision of a machine that was never updated.</summary>
    public const string InitialRevision = "INITIAL";

    public static string Of(FlowVersion version) => Of(version.Version, version.ContentHash);

    public static string Of(VersionEntry version) => Of(version.Version, version.ContentHash);

    private static string Of(int number, string contentHash) => $"CXF version {number}, content {contentHash}";
}
