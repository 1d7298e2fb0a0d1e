using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Flows.Editing;

/// <summary>
/// A step as it is in the text. It is read from the document itself, because half of a flow must be editable, too.
/// </summary>
/// <param name="Label">The step's label.</param>
/// <param name="Pointer">Its location.</param>
/// <param name="Scope">The location of the object with the steps around it; empty for those of the flow itself.</param>
/// <param name="Json">What is there.</param>
internal sealed record StepPlace(string Label, string Pointer, string Scope, JsonElement Json)
{
    /// <summary>The kind as written; empty if it has none.</summary>
    public string Kind => Json.Text("kind") ?? "";

    /// <summary>Whether the flow cannot go on after it.</summary>
    public bool IsEnd => Kind is "respond" or "fail";

    /// <summary>The member that leads to what usually follows.</summary>
    public string UsualWay => Kind == "decision" ? "otherwise" : "next";

    /// <summary>The label of what usually follows; null if nothing does.</summary>
    public string? Follower => Json.Text(UsualWay);

    /// <summary>Every way on from it.</summary>
    public IEnumerable<StepWay> Ways()
    {
        if (Json.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var member in Json.EnumerateObject())
        {
            var at = JsonPointer.Append(Pointer, member.Name);
            switch (member.Name, member.Value.ValueKind)
            {
                case ("next" or "otherwise" or "undo", JsonValueKind.String):
                    yield return new StepWay(at, member.Value.GetString()!);
                    break;
                case ("choices", JsonValueKind.Array):
                    foreach (var (index, choice) in member.Value.EnumerateArray().Index())
                    {
                        if (choice.Text("next") is { } next)
                        {
                            yield return new StepWay(JsonPointer.Append(JsonPointer.Append(at, index), "next"), next);
                        }
                    }

                    break;
                case ("onError", JsonValueKind.Object):
                    foreach (
                        var branch in member.Value.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.String)
                    )
                    {
                        yield return new StepWay(JsonPointer.Append(at, branch.Name), branch.Value.GetString()!);
                    }

                    break;
            }
        }
    }

    /// <summary>The steps of a document, each before those inside it.</summary>
    public static IEnumerable<StepPlace> All(JsonElement document) => In(document, JsonPointer.Root);

    private static IEnumerable<StepPlace> In(JsonElement holder, string pointer)
    {
        foreach (var step in MembersOf(holder, "steps"))
        {
            var at = JsonPointer.Append(JsonPointer.Append(pointer, "steps"), step.Name);
            yield return new StepPlace(step.Name, at, pointer, step.Value);
            foreach (var inner in In(step.Value, at))
            {
                yield return inner;
            }

            foreach (var branch in MembersOf(step.Value, "branches"))
            {
                foreach (var inner in In(branch.Value, JsonPointer.Append(JsonPointer.Append(at, "branches"), branch.Name)))
                {
                    yield return inner;
                }
            }
        }
    }

    private static IEnumerable<JsonProperty> MembersOf(JsonElement json, string name) =>
        json.Get(name).Members().DistinctBy(member => member.Name);
}

/// <summary>A way on from a step, or into a scope.</summary>
/// <param name="Pointer">The location of the target's label.</param>
/// <param name="Target">The label.</param>
internal sealed record StepWay(string Pointer, string Target);
