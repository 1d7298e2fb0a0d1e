using System.Text.Json.Nodes;
using Cxf.Functions.PublishFlow;
using Cxf.Local.Deployment;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Local.Stores;

namespace Cxf.Local.Publishing;

/// <summary>What came of publishing a folder, for people and for programs.</summary>
/// <param name="target">The name of the deployment.</param>
internal sealed class PublishReport(string target)
{
    private const string NotReplacedReason = "Someone else saved the draft in the deployment and did not publish it.";

    /// <summary>The documents with diagnostics; if one of them is an error, nothing was written.</summary>
    public List<CheckedDocument> Checked { get; } = [];

    /// <summary>Drafts that contain unpublished work of someone else.</summary>
    public List<WrittenDraft> NotReplaced { get; } = [];

    /// <summary>PublishFlow's answers.</summary>
    public List<PublishedFlow> Published { get; } = [];

    /// <summary>The instances that may act for a tenant from now on.</summary>
    public List<InstanceBinding> Bound { get; } = [];

    /// <summary>Data that only the deployment contains, and what was done with it; null if it was not searched.</summary>
    public Leftovers? Leftovers { get; set; }

    /// <summary>Whether <see cref="Leftovers"/> were to be removed.</summary>
    public bool Prunes { get; init; }

    /// <summary>PublishFlow's answers about the flows that were removed.</summary>
    public List<PublishedFlow> Removed { get; } = [];

    /// <summary>The secrets that the connections need.</summary>
    public List<SecretToSet> Secrets { get; } = [];

    /// <summary>Whether a document cannot be used.</summary>
    public bool HasErrors => Checked.Any(document => document.HasErrors);

    /// <summary>Whether everything is live that was to be.</summary>
    public bool IsDone => !HasErrors && IsPublished && Removed.All(flow => flow.IsDone);

    /// <summary>Whether every flow of the folder is live.</summary>
    public bool IsPublished => NotReplaced.Count == 0 && Published.All(flow => flow.IsLive);

    private bool AreLeftoversRemoved => Prunes && IsPublished;

    /// <summary>Prints it for people.</summary>
    public void Print(Lines lines)
    {
        var diagnostics = new DiagnosticPrinter(lines);
        foreach (var document in Checked)
        {
            diagnostics.Print(document.Path, document.Text, document.Diagnostics);
        }

        if (HasErrors)
        {
            lines.Write("Nothing was written: there are errors.");
            return;
        }

        var costs = new FlowCostPrinter(lines);
        lines.Write($"Deployment  {target}");
        foreach (var binding in Bound)
        {
            lines.Write($"Binding     {binding.Tenant}: {binding.Instance} may now act for it.");
        }

        foreach (var flow in Published)
        {
            lines.Write($"Flow        {flow.Name}: {flow.Message}");
            if (flow.Cost is { } cost)
            {
                costs.Print($"Cost        {flow.Name}", cost);
            }

            // The earlier diagnostics are printed above, with their lines.
            foreach (var diagnostic in flow.IsLive ? [] : flow.Diagnostics)
            {
                lines.Write($"            {diagnostic}");
            }
        }

        foreach (var draft in NotReplaced)
        {
            lines.Write(
                $"Flow        {draft.Tenant}/{draft.Flow}: {NotReplacedReason} "
                    + $"Show it with cxf diff {draft.Tenant}/{draft.Flow}; replace it with --overwrite."
            );
        }

        PrintLeftovers(lines);
        foreach (var secret in Secrets)
        {
            // A command to copy stays whole.
            lines.WriteWhole($"Secret      {secret.Instruction}");
        }
    }

    private void PrintLeftovers(Lines lines)
    {
        foreach (var leftover in Leftovers?.Descriptions ?? [])
        {
            lines.Write(
                AreLeftoversRemoved ? $"Removed     {leftover}"
                : Prunes ? $"Kept        {leftover}: nothing is removed until every flow of the folder is live."
                : $"Kept        {leftover}: not in the folder. Remove it with --prune."
            );
        }

        foreach (var flow in Removed.Where(flow => !flow.IsDone))
        {
            lines.Write($"Flow        {flow.Name}: {flow.Message}");
        }
    }

    /// <summary>The same as JSON.</summary>
    public string ToJson() =>
        new JsonObject
        {
            ["deployment"] = target,
            ["diagnostics"] = new JsonArray([.. Checked.SelectMany(Json)]),
            ["bindings"] = new JsonArray([
                .. Bound.Select(binding => Json(binding, "added")),
                .. AreLeftoversRemoved ? Leftovers!.Bindings.Select(binding => Json(binding, "removed")) : [],
            ]),
            [AreLeftoversRemoved ? "removed" : "kept"] = new JsonArray([
                .. (Leftovers?.Descriptions ?? []).Select(leftover => JsonValue.Create(leftover)),
            ]),
            ["flows"] = new JsonArray([
                .. Published.Select(flow => flow.ToJson()),
                .. NotReplaced.Select(Json),
                .. Removed.Select(flow => flow.ToJson()),
            ]),
            ["secrets"] = new JsonArray([
                .. Secrets.Select(secret => new JsonObject
                {
                    ["connection"] = secret.Connection,
                    ["name"] = secret.Name,
                    ["command"] = secret.Command,
                    ["members"] = new JsonArray([.. secret.Members.Select(member => JsonValue.Create(member))]),
                }),
            ]),
        }.ToJsonString(JsonFiles.Compact);

    /// <summary>A document's diagnostics, each with its file.</summary>
    private static IEnumerable<JsonNode> Json(CheckedDocument document) =>
        JsonNode
            .Parse(DiagnosticsJson.Text(document.Diagnostics))!
            .AsArray()
            .Select(diagnostic =>
            {
                var placed = diagnostic!.DeepClone().AsObject();
                placed.Insert(0, "file", document.Path);
                return placed;
            });

    private static JsonObject Json(InstanceBinding binding, string change) =>
        new()
        {
            ["tenantId"] = binding.Tenant.Value,
            ["instanceArn"] = binding.Instance,
            ["change"] = change,
        };

    private static JsonObject Json(WrittenDraft draft) =>
        new()
        {
            ["tenantId"] = draft.Tenant.Value,
            ["flowId"] = draft.Flow.Value,
            ["answer"] = new JsonObject { ["status"] = "CONFLICT", ["message"] = NotReplacedReason },
        };
}
