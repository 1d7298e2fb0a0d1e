using System.Xml.Linq;

namespace Cxf.Local.AwsServices;

/// <summary>IAM: whether a role may do something, as IAM itself decides it from all of the role's policies.</summary>
internal sealed class IamClient(AwsServiceClient service) : IDisposable
{
    private const string Allowed = "allowed";
    private const string Marker = "Marker";

    /// <summary>What a role may not do of the actions on a resource.</summary>
    /// <param name="roleArn">The role.</param>
    /// <param name="actions">The actions.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="condition">What the request says about itself besides; null for nothing.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<DeniedAction>> DeniedAsync(
        string roleArn,
        IReadOnlyList<string> actions,
        string resource,
        ConditionValue? condition,
        CancellationToken cancellationToken
    )
    {
        List<KeyValuePair<string, string>> input =
        [
            new("PolicySourceArn", roleArn),
            new("ResourceArns.member.1", resource),
            .. actions.Index().Select(one => KeyValuePair.Create($"ActionNames.member.{one.Index + 1}", one.Item)),
            .. condition is null ? [] : Entry(condition),
        ];
        var denied = new List<DeniedAction>();
        string? marker;
        do
        {
            var page = await service.PostFormAsync("SimulatePrincipalPolicy", input, cancellationToken);
            denied.AddRange(
                Child(page, "EvaluationResults")!.Elements().Where(result => Text(result, "EvalDecision") != Allowed).Select(Read)
            );
            marker = Text(page, "IsTruncated") == "true" ? Text(page, Marker) : null;
            input.RemoveAll(one => one.Key == Marker);
            input.Add(new(Marker, marker ?? ""));
        } while (marker is not null);
        return denied;
    }

    /// <inheritdoc />
    public void Dispose() => service.Dispose();

    private static KeyValuePair<string, string>[] Entry(ConditionValue condition) =>
        [
            new("ContextEntries.member.1.ContextKeyName", condition.Key),
            new("ContextEntries.member.1.ContextKeyType", condition.IsList ? "stringList" : "string"),
            new("ContextEntries.member.1.ContextKeyValues.member.1", condition.Value),
        ];

    private static DeniedAction Read(XElement result) =>
        new(
            Text(result, "EvalActionName")!,
            Child(result, "OrganizationsDecisionDetail") is { } organization
                && Text(organization, "AllowedByOrganizations") == "false"
                    ? Denial.Organization
                : Child(result, "PermissionsBoundaryDecisionDetail") is { } boundary
                && Text(boundary, "AllowedByPermissionsBoundary") == "false"
                    ? Denial.Boundary
                : Text(result, "EvalDecision") == "explicitDeny" ? Denial.Explicit
                : Denial.Missing
        );

    private static XElement? Child(XElement parent, string name) =>
        parent.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static string? Text(XElement parent, string name) => Child(parent, name)?.Value;
}

/// <summary>What a request says about itself, which conditions of policies are about.</summary>
/// <param name="Key">The condition key.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsList">Whether requests have several values of the key.</param>
internal sealed record ConditionValue(string Key, string Value, bool IsList = false);

/// <summary>An action that a role may not do.</summary>
/// <param name="Action">The action, such as <c>dynamodb:GetItem</c>.</param>
/// <param name="Denial">Why.</param>
internal sealed record DeniedAction(string Action, Denial Denial);

/// <summary>Why a role may not do something.</summary>
internal enum Denial
{
    /// <summary>No policy of the role allows it.</summary>
    Missing,

    /// <summary>A policy of the role denies it.</summary>
    Explicit,

    /// <summary>The role's permissions boundary does not allow it.</summary>
    Boundary,

    /// <summary>A policy of the organization does not allow it.</summary>
    Organization,
}
