using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>The variables that a flow has anywhere.</summary>
internal sealed class FlowVariables
{
    private readonly HashSet<string> _names;
    private readonly bool _mayBeMore;

    private FlowVariables(IEnumerable<string> names, bool mayBeMore) => (_names, _mayBeMore) = ([.. names], mayBeMore);

    /// <summary>Every name, without the <c>$</c>, in the order in which they are worth proposing.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>
    /// Those of a flow, and those that a step would set that could not be read: its own mistake is reported already.
    /// </summary>
    public static FlowVariables Of(CheckedFlow flow)
    {
        var unread = Unread(flow.Document.Root, flow.Flow).ToList();
        IEnumerable<string> names =
        [
            "payload",
            "contact",
            "flow",
            .. flow
                .Flow.AllSteps.SelectMany(step => step.Assigned.Concat(step.Bodies.SelectMany(body => body.Inputs)))
                .Distinct(),
            .. unread.SelectMany(NamesOf),
            "states",
        ];
        return new FlowVariables(names, unread.Exists(step => !SaysWhatItSets(step)));
    }

    /// <summary>Whether something sets it, as far as the document can be read.</summary>
    public bool Has(string name) => _mayBeMore || _names.Contains(name);

    private static IEnumerable<JsonCursor> Unread(JsonCursor holder, FlowDefinition flow) =>
        Members(holder, "steps")
            .SelectMany(step =>
                (flow.Find(step.Name) is null ? new[] { step } : []).Concat(
                    Members(step, "branches").Prepend(step).SelectMany(scope => Unread(scope, flow))
                )
            );

    private static IEnumerable<string> NamesOf(JsonCursor step) =>
        [
            step.Name,
            .. Members(step, "assign").Select(member => member.Name),
            Text(step, "item") ?? ForEachStep.DefaultItem,
            Text(step, "index") ?? ForEachStep.DefaultIndex,
        ];

    private static bool SaysWhatItSets(JsonCursor step) =>
        step.Kind == JsonValueKind.Object
        && (Text(step, "kind") != "transform" || Member(step, "assign") is { Kind: JsonValueKind.Object });

    private static IEnumerable<JsonCursor> Members(JsonCursor holder, string name) =>
        Member(holder, name) is { Kind: JsonValueKind.Object } member ? member.Members() : [];

    private static string? Text(JsonCursor holder, string name) =>
        Member(holder, name) is { Kind: JsonValueKind.String } member ? member.Element.GetString() : null;

    private static JsonCursor? Member(JsonCursor holder, string name) =>
        holder.Kind == JsonValueKind.Object ? holder.Member(name) : null;
}
