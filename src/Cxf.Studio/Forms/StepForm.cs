using System.Text.Json;
using Cxf.Flows.Editing;

namespace Cxf.Studio.Forms;

/// <summary>What the fields of a form work on.</summary>
/// <param name="Flow">The text on the screen.</param>
/// <param name="Edit">Makes an edit of the text; false if it was refused.</param>
/// <param name="InsertAt">Asks which kind of step comes into a way.</param>
/// <param name="Names">What its fields offer to choose from.</param>
/// <param name="Values">What expressions are with the data of a test; null if there is no test.</param>
public sealed record StepForm(
    EditableFlow Flow,
    Func<Func<EditableFlow, FlowEdit>, Task<bool>> Edit,
    Func<string, Task> InsertAt,
    FormNames Names,
    ExpressionValues? Values
)
{
    /// <summary>Gives a member another value; undefined removes it.</summary>
    /// <returns>Whether that was done.</returns>
    public Task<bool> SetAsync(string pointer, JsonElement value) => Edit(flow => flow.Set(pointer, value));
}
