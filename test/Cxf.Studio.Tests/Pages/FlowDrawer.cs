using System.Text.Json;
using Cxf.Documents;
using Cxf.Studio.Forms;

namespace Cxf.Studio.Tests.Pages;

/// <summary>Draws a flow as a person does: with the picture and the forms, never with the text.</summary>
internal sealed class FlowDrawer(StudioPage studio)
{
    private static readonly string[] Singles = ["next", "otherwise", "undo"];

    /// <summary>Draws the steps of a flow into a flow without steps.</summary>
    public Task DrawAsync(JsonElement flow) => ScopeAsync("", flow);

    private async Task ScopeAsync(string scope, JsonElement flow) =>
        await InsertAsync($"{scope}/start", flow.GetProperty("start").GetString()!, scope, flow.GetProperty("steps"));

    private async Task InsertAsync(string way, string label, string scope, JsonElement steps)
    {
        await OpenOwnerAsync(way);
        await ClickAsync($"insert{IdOf(way)}");
        await studio.PressAsync(steps.GetProperty(label).GetProperty("kind").GetString()!);
        await studio.Page.BecomesAsync($"way => {{ {At} return typeof at(way) === 'string' && at(way) !== ''; }}", way);
        await FinishAsync((await ValueAsync(way)).GetString()!, label, scope, steps);
    }

    // A step that was inserted gets its label, its values and its ways on.
    private async Task FinishAsync(string inserted, string label, string scope, JsonElement steps)
    {
        var (pointer, step) = ($"{scope}/steps/{label}", steps.GetProperty(label));
        await ChooseAsync($"{scope}/steps/{inserted}");
        await WriteAsync("#step-label", label);
        await ChooseAsync(pointer);
        foreach (var field in FormField.OfKind(step.GetProperty("kind").GetString()!))
        {
            if (step.TryGetProperty(field.Name, out var value))
            {
                await FillAsync(pointer, field, value);
            }
        }

        await BodiesAsync(pointer, step);
        foreach (var (way, target) in WaysOf(pointer, step))
        {
            await ChooseAsync(pointer);
            await ShowAsync(way);
            if ((await ValueAsync($"{scope}/steps/{target}")).ValueKind == JsonValueKind.Undefined)
            {
                await InsertAsync(way, target, scope, steps);
            }
            else
            {
                await WriteAsync($"#{IdOf(way)}", target);
                await IsAsync(way, JsonSerializer.SerializeToElement(target));
            }
        }
    }

    // A box comes with a call in it, which becomes the first step.
    private async Task BodiesAsync(string pointer, JsonElement step)
    {
        if (step.TryGetProperty("branches", out var branches))
        {
            foreach (
                var ((name, body), given) in branches
                    .EnumerateObject()
                    .Select(one => (one.Name, one.Value))
                    .Zip(["first", "second"])
            )
            {
                await ChooseAsync(pointer);
                await WriteAsync($"#branch-{given}", name);
                await studio.Page.WaitForSelectorAsync($"#branch-{name}");
                await BodyAsync($"{pointer}/branches/{name}", body);
            }
        }
        else if (step.TryGetProperty("steps", out _))
        {
            await BodyAsync(pointer, step);
        }
    }

    private async Task BodyAsync(string scope, JsonElement body) =>
        await FinishAsync(
            (await ValueAsync($"{scope}/start")).GetString()!,
            body.GetProperty("start").GetString()!,
            scope,
            body.GetProperty("steps")
        );

    private async Task FillAsync(string holder, FormField field, JsonElement value)
    {
        var pointer = field.Name.Length == 0 ? holder : JsonPointer.Append(holder, field.Name);
        switch (field.Kind)
        {
            case FieldKind.Label:
                break;
            case FieldKind.Group:
                foreach (var member in field.Fields.Where(member => value.TryGetProperty(member.Name, out _)))
                {
                    if (member.Kind != FieldKind.Label)
                    {
                        await ShowAsync(JsonPointer.Append(pointer, member.Name));
                        await FillAsync(pointer, member, value.GetProperty(member.Name));
                    }
                }

                break;
            case FieldKind.Map:
                foreach (var member in value.EnumerateObject())
                {
                    await WriteAsync($"#name{DashesOf(pointer)}", member.Name);
                    await ClickAsync($"add{DashesOf(pointer)}");
                    await FillAsync(JsonPointer.Append(pointer, member.Name), field.Item!, member.Value);
                }

                break;
            case FieldKind.List:
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    if ((await ValueAsync(JsonPointer.Append(pointer, index))).ValueKind == JsonValueKind.Undefined)
                    {
                        await ClickAsync($"add{DashesOf(pointer)}");
                    }

                    await FillAsync(JsonPointer.Append(pointer, index), field.Item!, item);
                }

                break;
            default:
                if (field.Name.Length > 0)
                {
                    await ShowAsync(pointer);
                }

                await WriteAsync($"#{IdOf(pointer)}", FieldValue.Shown(value, field.Kind));
                await IsAsync(pointer, value);
                break;
        }
    }

    // What is not set is added first, with what holds it.
    private async Task ShowAsync(string pointer)
    {
        var holder = JsonPointer.Parent(pointer);
        if (await IsThereAsync($"#{IdOf(pointer)}, #more{DashesOf(pointer)}, #add{DashesOf(pointer)}"))
        {
            return;
        }

        if (!await IsThereAsync($"#more{DashesOf(holder)}"))
        {
            await ShowAsync(holder);
        }

        await WriteAsync($"#more{DashesOf(holder)}", JsonPointer.Last(pointer));
    }

    private static IEnumerable<(string Way, string Target)> WaysOf(string pointer, JsonElement step)
    {
        foreach (var name in Singles.Where(name => step.TryGetProperty(name, out _)))
        {
            yield return ($"{pointer}/{name}", step.GetProperty(name).GetString()!);
        }

        if (step.TryGetProperty("choices", out var choices))
        {
            foreach (var (index, choice) in choices.EnumerateArray().Index())
            {
                yield return ($"{pointer}/choices/{index}/next", choice.GetProperty("next").GetString()!);
            }
        }

        if (step.TryGetProperty("onError", out var errors))
        {
            foreach (var branch in errors.EnumerateObject())
            {
                yield return ($"{pointer}/onError/{branch.Name}", branch.Value.GetString()!);
            }
        }
    }

    private async Task OpenOwnerAsync(string way)
    {
        var steps = way.LastIndexOf("/steps/", StringComparison.Ordinal);
        if (steps >= 0)
        {
            var end = way.IndexOf('/', steps + "/steps/".Length);
            await ChooseAsync(way[..end]);
        }
    }

    private async Task ChooseAsync(string step)
    {
        await studio.Page.WaitForSelectorAsync($".node[data-pointer=\"{step}\"]");
        await studio.Page.EvaluateFunctionAsync(
            "step => document.querySelector(`.node[data-pointer=\"${step}\"]`)"
                + ".dispatchEvent(new MouseEvent('click', { bubbles: true }))",
            step
        );
        await studio.Page.BecomesAsync(
            "(step, label) => document.querySelector('.node.selected')?.dataset.pointer === step "
                + "&& document.getElementById('step-label')?.value === label",
            step,
            JsonPointer.Last(step)
        );
    }

    private async Task ClickAsync(string id)
    {
        await studio.Page.WaitForSelectorAsync($"#{id}");
        await studio.Page.EvaluateFunctionAsync("id => document.getElementById(id).click()", id);
    }

    private async Task WriteAsync(string selector, string value)
    {
        await studio.Page.WaitForSelectorAsync(selector);
        await studio.Page.EvaluateFunctionAsync(
            """
            (selector, value) => {
              const field = document.querySelector(selector);
              field.value = value;
              field.dispatchEvent(new Event('change', { bubbles: true }));
            }
            """,
            selector,
            value
        );
    }

    private Task<bool> IsThereAsync(string selector) =>
        studio.Page.EvaluateFunctionAsync<bool>("selector => Boolean(document.querySelector(selector))", selector);

    private const string At = """
        const at = (pointer) => pointer.split('/').slice(1)
          .reduce((value, part) => value?.[part], JSON.parse(monaco.editor.getModels()[0].getValue()));
        """;

    private async Task<JsonElement> ValueAsync(string pointer)
    {
        var json = await studio.Page.EvaluateFunctionAsync<string?>(
            $"pointer => {{ {At} return JSON.stringify(at(pointer)) ?? ''; }}",
            pointer
        );
        return string.IsNullOrEmpty(json) ? default : JsonElement.Parse(json);
    }

    private async Task IsAsync(string pointer, JsonElement value) =>
        await studio.Page.BecomesAsync(
            $"(pointer, value) => {{ {At} return JSON.stringify(at(pointer)) === JSON.stringify(JSON.parse(value)); }}",
            pointer,
            value.GetRawText()
        );

    private static string IdOf(string pointer) => "field" + DashesOf(pointer);

    private static string DashesOf(string pointer) => pointer.Replace('/', '-');
}
