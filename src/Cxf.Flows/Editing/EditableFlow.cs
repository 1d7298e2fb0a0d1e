using System.Text.Json;
using Cxf.Documents;
using Cxf.Documents.Editing;

namespace Cxf.Flows.Editing;

/// <summary>
/// The text of a flow with the edits that a person makes by drawing. Each edit changes the text where it must and nowhere else;
/// the text is the only state. A flow with mistakes can be edited, as long as it is JSON.
/// </summary>
/// <remarks>
/// A <em>way</em> is the location of a label that leads to a step: <c>/start</c>, <c>/steps/a/next</c>,
/// <c>/steps/a/choices/0/next</c>, <c>/steps/a/onError/any</c>. The label does not have to be there yet.
/// </remarks>
public sealed class EditableFlow
{
    private const string Branches = "branches";

    private readonly EditableJson _json;
    private readonly List<StepPlace> _steps;

    private EditableFlow(EditableJson json)
    {
        _json = json;
        _steps = [.. StepPlace.All(json.Root)];
    }

    /// <summary>The kinds of steps that can be inserted.</summary>
    public static IReadOnlyCollection<string> Kinds => StepTemplate.Kinds;

    /// <summary>The text.</summary>
    public string Text => _json.Text;

    /// <summary>Reads a text.</summary>
    /// <returns>Null if the text is not JSON.</returns>
    public static EditableFlow? Parse(string text) => EditableJson.Parse(text) is { } json ? new EditableFlow(json) : null;

    /// <summary>The text of a flow without steps, which the author goes on to write.</summary>
    /// <param name="id">The flow's ID.</param>
    public static string New(string id) =>
        $$"""
            {
              "flowId": {{JsonOutput.Text(writer => writer.WriteStringValue(id), JsonOutput.Relaxed)}},
              "start": "",
              "steps": {}
            }

            """.ReplaceLineEndings("\n");

    /// <summary>The value at a location; undefined if nothing is there.</summary>
    public JsonElement Get(string pointer) => _json.Get(pointer);

    /// <summary>The labels to which a way can lead: those of its scope, in the order of the text.</summary>
    public IReadOnlyList<string> TargetsOf(string way) => [.. In(ScopeOf(way)).Select(step => step.Label)];

    /// <summary>Whether a way is inside a branch or the body of a loop, which can end without another step.</summary>
    public bool IsBody(string way) => ScopeOf(way).Length > 0;

    /// <summary>
    /// Whether steps of a kind can be inserted into a way: inside a branch or a loop, no step answers the caller.
    /// </summary>
    public bool Takes(string way, string kind) => kind != "respond" || ScopeOf(way).Length == 0;

    /// <summary>Gives a member of a step or of the flow another value.</summary>
    /// <param name="pointer">Its location.</param>
    /// <param name="value">The value; undefined removes the member.</param>
    public FlowEdit Set(string pointer, JsonElement value) =>
        Attempt(() =>
        {
            var holder = StepAt(pointer);
            return new FlowEdit(
                value.ValueKind == JsonValueKind.Undefined
                    ? RemoveMember(_json, pointer).Text
                    : _json.Set(pointer, value, holder is null ? null : StepTemplate.OrderOf(holder.Kind)).Text,
                holder?.Pointer
            );
        });

    /// <summary>Moves an item of a list, such as a choice, to another place.</summary>
    /// <param name="pointer">The location of the list.</param>
    /// <param name="from">Its place.</param>
    /// <param name="to">Its place afterwards.</param>
    public FlowEdit Reorder(string pointer, int from, int to) =>
        new(_json.Reorder(pointer, from, to).Text, StepAt(pointer)?.Pointer);

    /// <summary>Inserts a new step into a way: the way leads to it, and it leads to where the way led.</summary>
    public FlowEdit Insert(string way, string kind)
    {
        if (!Takes(way, kind))
        {
            return Refused("A branch or the body of a loop cannot answer the caller. Put the step behind it.");
        }

        var taken = StepNames.Beside(_steps, Get("/tests"));
        var label = StepNames.New(kind, taken);
        return Attempt(() => Put(way, label, StepTemplate.Of(kind, _json.TextAt(way), inner => StepNames.New(inner, taken))));
    }

    /// <summary>Lets a way lead to another step of its scope.</summary>
    public FlowEdit Connect(string way, string label)
    {
        var scope = ScopeOf(way);
        return In(scope).All(step => step.Label != label)
            ? Refused($"\"{label}\" is not beside this step: a way cannot lead into or out of a branch or a loop.")
            : Attempt(() => new FlowEdit(Lead(_json, way, label).Text, StepAt(way)?.Pointer));
    }

    /// <summary>Removes a step. What led to it leads to what usually followed it, or ends there.</summary>
    public FlowEdit Remove(string label)
    {
        var step = Find(label);
        return step is null ? Missing(label) : new FlowEdit(RemoveMember(Unlink(_json, step), step.Pointer).Text, null);
    }

    /// <summary>The names of the branches of a <c>parallel</c> step, in the order of the text.</summary>
    public IReadOnlyList<string> BranchesOf(string step) =>
        Get(JsonPointer.Append(step, Branches)) is { ValueKind: JsonValueKind.Object } branches
            ? [.. branches.EnumerateObject().Select(branch => branch.Name).Distinct()]
            : [];

    /// <summary>Adds a branch with a call to a <c>parallel</c> step.</summary>
    /// <param name="step">The location of the step.</param>
    /// <param name="name">The name of the branch.</param>
    public FlowEdit AddBranch(string step, string name)
    {
        var taken = StepNames.Beside(_steps, Get("/tests"));
        return StepNames.Problem(name, StepNames.Taken(_steps)) is { } problem
            ? Refused(problem)
            : Attempt(() =>
            {
                var branch = JsonPointer.Append(JsonPointer.Append(step, Branches), name);
                return new FlowEdit(_json.Set(branch, StepTemplate.Branch(kind => StepNames.New(kind, taken))).Text, step);
            });
    }

    /// <summary>Gives a branch another name, also in the expressions that read its result.</summary>
    /// <param name="step">The location of the step.</param>
    /// <param name="branch">The name of the branch.</param>
    /// <param name="name">Its new name.</param>
    public FlowEdit RenameBranch(string step, string branch, string name) =>
        branch == name ? new FlowEdit(Text, step)
        : StepNames.Problem(name, StepNames.Taken(_steps)) is { } problem ? Refused(problem)
        : new FlowEdit(StepReferences.RenameBranch(_json, step, branch, name).Text, step);

    /// <summary>
    /// Moves a step into another way of its scope. A step that ends the flow stays where it is, and the way leads to it.
    /// </summary>
    public FlowEdit Move(string label, string way)
    {
        if (Find(label) is not { } step)
        {
            return Missing(label);
        }

        if (ScopeOf(way) != step.Scope)
        {
            return Refused("A step cannot be moved into or out of a branch or a loop. Cut it and paste it there.");
        }

        var target = _json.TextAt(way);
        if (step.IsEnd)
        {
            return Connect(way, label);
        }

        if (target == label || StepAt(way)?.Label == label)
        {
            return new FlowEdit(Text, step.Pointer);
        }

        if (step.Follower is null && WaysTo(step).Any(one => !CanEnd(one.Pointer)))
        {
            return Refused($"Nothing follows \"{label}\", so the decision before it would lead nowhere.");
        }

        return Attempt(() =>
        {
            var unlinked = Unlink(_json, step);
            var follower = JsonPointer.Append(step.Pointer, step.UsualWay);
            target = unlinked.TextAt(way) ?? target;
            unlinked = target is null ? RemoveMember(unlinked, follower) : Lead(unlinked, follower, target);
            return new FlowEdit(Lead(unlinked, way, label).Text, step.Pointer);
        });
    }

    /// <summary>Gives a step another label, everywhere where it is named: ways, expressions, tests.</summary>
    public FlowEdit Rename(string label, string name) =>
        Find(label) is not { } step ? Missing(label)
        : name == label ? new FlowEdit(Text, step.Pointer)
        : (StepNames.Problem(name, StepNames.Taken(_steps)) ?? StepReferences.Problem(_json, label, name)) is { } problem
            ? Refused(problem)
        : new FlowEdit(StepReferences.Rename(_json, label, name).Text, PointerOf(step.Scope, name));

    /// <summary>Gives a variable another name, everywhere where it is set and read.</summary>
    /// <param name="pointer">Where a step sets it: <c>/steps/a/assign/name</c>.</param>
    /// <param name="name">Its new name.</param>
    public FlowEdit RenameVariable(string pointer, string name)
    {
        var from = JsonPointer.Last(pointer);
        return StepAt(pointer) is not { } step
            || JsonPointer.Parent(pointer) != JsonPointer.Append(step.Pointer, "assign")
            || Get(pointer).ValueKind == JsonValueKind.Undefined
                ? Refused($"No step sets a variable at {pointer}.")
            : from == name ? new FlowEdit(Text, step.Pointer)
            : (StepNames.Problem(name, StepNames.Taken(_steps)) ?? VariableReferences.Problem(_json, step.Scope, from, name))
                is { } problem
                ? Refused(problem)
            : new FlowEdit(VariableReferences.Rename(_json, step.Scope, from, name).Text, step.Pointer);
    }

    /// <summary>Steps as a text to paste: an object of steps by label, as they are in the flow.</summary>
    public string Copy(IReadOnlyCollection<string> labels) =>
        JsonOutput.Text(
            writer =>
            {
                writer.WriteStartObject();
                foreach (var step in _steps.Where(step => labels.Contains(step.Label)))
                {
                    writer.WritePropertyName(step.Label);
                    step.Json.WriteTo(writer);
                }

                writer.WriteEndObject();
            },
            JsonOutput.Relaxed with
            {
                Indented = true,
            }
        );

    /// <summary>
    /// Pastes copied steps into a way, in front of where it led. Labels that are taken get a new one; the references among the
    /// steps follow.
    /// </summary>
    public FlowEdit Paste(string way, string copied)
    {
        if (
            EditableJson.Parse($$"""{"steps":{{copied}}}""") is not { } json
            || new EditableFlow(json) is not { _steps.Count: > 0 } fragment
            || fragment._steps.Exists(step => step.Kind.Length == 0)
        )
        {
            return Refused("What was copied is not steps of a flow: {\"label\": {\"kind\": …}}.");
        }

        if (fragment.In(JsonPointer.Root).FirstOrDefault(step => !Takes(way, step.Kind)) is { } answer)
        {
            return Refused($"A branch or the body of a loop cannot answer the caller, as \"{answer.Label}\" does.");
        }

        var taken = StepNames.Beside(_steps, Get("/tests"));
        foreach (var step in fragment._steps)
        {
            var label = taken.Add(step.Label) ? step.Label : StepNames.New(step.Kind, taken);
            json = label == step.Label ? json : StepReferences.Rename(json, step.Label, label);
        }

        return Attempt(() => PutAll(way, new EditableFlow(json)));
    }

    // From the back, so that each comes before those that were put there already.
    private FlowEdit PutAll(string way, EditableFlow fragment)
    {
        var steps = fragment.In(JsonPointer.Root).ToList();
        var edited = new FlowEdit(Text, null);
        for (var index = steps.Count - 1; index >= 0; index--)
        {
            var flow = Parse(edited.Text)!;
            var value = index == steps.Count - 1 ? fragment.Followed(steps[index], _json.TextAt(way)) : steps[index].Json;
            edited = index == 0 ? flow.Put(way, steps[index].Label, value) : flow.Add(way, steps[index].Label, value);
        }

        return edited;
    }

    private JsonElement Followed(StepPlace step, string? follower)
    {
        var way = JsonPointer.Append(step.Pointer, step.UsualWay);
        return step.IsEnd ? step.Json
            : follower is null ? new EditableFlow(_json.Remove(way)).Get(step.Pointer)
            : new EditableFlow(Lead(_json, way, follower)).Get(step.Pointer);
    }

    // Puts a step behind the one where the way starts, and lets the way lead to it.
    private FlowEdit Put(string way, string label, JsonElement step)
    {
        var (added, _, _) = Add(way, label, step);
        return new FlowEdit(Lead(EditableJson.Parse(added)!, way, label).Text, PointerOf(ScopeOf(way), label));
    }

    private FlowEdit Add(string way, string label, JsonElement step)
    {
        var scope = ScopeOf(way);
        var holder = JsonPointer.Append(scope, "steps");
        var siblings = In(scope).Select(sibling => sibling.Label).ToList();
        var index = StepAt(way) is { } before && before.Scope == scope ? siblings.IndexOf(before.Label) + 1 : 0;
        var json = _json.Get(holder).ValueKind == JsonValueKind.Object ? _json : _json.Set(holder, Empty);
        return new FlowEdit(json.Insert(holder, index, label, step).Text, PointerOf(scope, label));
    }

    private EditableJson Lead(EditableJson json, string way, string label) =>
        json.Set(way, Value(label), StepAt(way) is { } step ? StepTemplate.OrderOf(step.Kind) : null);

    // What leads to the step leads to its follower, or nowhere.
    private EditableJson Unlink(EditableJson json, StepPlace step)
    {
        // From the back, so that a choice that goes does not move those that are looked at after it.
        var follower = step.Follower == step.Label ? null : step.Follower;
        foreach (var way in WaysTo(step).Reverse())
        {
            json =
                follower is not null && !way.Pointer.EndsWith("/undo", StringComparison.Ordinal)
                    ? json.Set(way.Pointer, Value(follower))
                    : RemoveWay(json, way.Pointer);
        }

        return json;
    }

    private IEnumerable<StepWay> WaysTo(StepPlace step)
    {
        var start = JsonPointer.Append(step.Scope, "start");
        var entry = _json.TextAt(start) == step.Label ? [new StepWay(start, step.Label)] : (IEnumerable<StepWay>)[];
        return entry.Concat(
            In(step.Scope)
                .Where(one => one.Label != step.Label)
                .SelectMany(one => one.Ways())
                .Where(way => way.Target == step.Label)
        );
    }

    private static EditableJson RemoveWay(EditableJson json, string way)
    {
        var choice = JsonPointer.Parent(way);
        var choices = JsonPointer.Parent(choice);
        return JsonPointer.Last(choices) == "choices" ? json.Remove(json.Get(choices).GetArrayLength() > 1 ? choice : way)
            : JsonPointer.Last(choice) == "onError" ? RemoveMember(json, way)
            : json.Remove(way);
    }

    // An empty list of error branches says nothing.
    private static EditableJson RemoveMember(EditableJson json, string pointer)
    {
        var holder = JsonPointer.Parent(pointer);
        var removed = json.Remove(pointer);
        return
            JsonPointer.Last(holder) == "onError"
            && removed.Get(holder) is { ValueKind: JsonValueKind.Object } rest
            && !rest.EnumerateObject().Any()
            ? removed.Remove(holder)
            : removed;
    }

    private static bool CanEnd(string way) => JsonPointer.Last(way) is "next" or "undo" && !way.Contains("/choices/");

    private StepPlace? Find(string label) => _steps.Find(step => step.Label == label);

    private IEnumerable<StepPlace> In(string scope) => _steps.Where(step => step.Scope == scope);

    // The innermost step that holds a location.
    private StepPlace? StepAt(string pointer) =>
        _steps.FindLast(step => pointer == step.Pointer || pointer.StartsWith(step.Pointer + "/", StringComparison.Ordinal));

    private string ScopeOf(string way) =>
        JsonPointer.Last(way) == "start" ? JsonPointer.Parent(way)
        : StepAt(way) is { } step ? step.Scope
        : JsonPointer.Root;

    private static string PointerOf(string scope, string label) => JsonPointer.Append(JsonPointer.Append(scope, "steps"), label);

    // A document with values of the wrong kind may have no place for what is to be put there.
    private FlowEdit Attempt(Func<FlowEdit> edit)
    {
        try
        {
            return edit();
        }
        catch (ArgumentException)
        {
            return Refused("The text has a value of another kind there. Correct the text first.");
        }
    }

    private FlowEdit Missing(string label) => Refused($"There is no step \"{label}\".");

    private FlowEdit Refused(string why) => new(Text, null, why);

    private static JsonElement Empty => JsonElement.Parse("{}");

    private static JsonElement Value(string text) => JsonOutput.Element(writer => writer.WriteStringValue(text));
}
