using System.Text.Json;
using Cxf.Documents;

namespace Cxf.ContactFlows.Actions;

/// <summary>Receives a problem of a parameter.</summary>
internal delegate void ReportParameter(string code, string location, string message, string fix);

/// <summary>
/// Compares parameters with those that are known: one that is missing, one that is unknown, one that holds something else. All
/// action types are checked by this.
/// </summary>
/// <param name="error">Receives what the service refuses.</param>
/// <param name="unknown">
/// Receives members that are not known. Amazon Connect refuses those that it does not know, but it gets new ones without notice.
/// </param>
internal sealed class ParameterCheck(ReportParameter error, ReportParameter unknown)
{
    /// <summary>Checks the parameters of an action.</summary>
    /// <param name="owner">What has the parameters, for the reader.</param>
    /// <param name="parameters">The object.</param>
    /// <param name="location">Its location.</param>
    /// <param name="known">The parameters that there are.</param>
    public void Check(string owner, JsonElement parameters, string location, IReadOnlyList<Parameter> known) =>
        Check(owner, "parameter", parameters, location, known);

    private void Check(string owner, string noun, JsonElement holder, string location, IReadOnlyList<Parameter> known)
    {
        foreach (var member in holder.EnumerateObject())
        {
            if (!known.Any(one => one.Name == member.Name || one.NameInReference == member.Name))
            {
                unknown(
                    ContactFlowCodes.UnknownParameter,
                    JsonPointer.Append(location, member.Name),
                    $"{owner} has no {noun} \"{member.Name}\".",
                    known.Count == 0 ? "Delete it." : Suggestion.Of(member.Name, [.. known.Select(one => one.Name)])
                );
            }
        }

        foreach (var parameter in known)
        {
            Check(owner, noun, holder, location, parameter);
        }
    }

    private void Check(string owner, string noun, JsonElement holder, string location, Parameter parameter)
    {
        if (ContactFlowJson.Member(holder, parameter.Name) is { } value)
        {
            CheckValue(value, JsonPointer.Append(location, parameter.Name), parameter);
        }
        else if (parameter.NameInReference is { } other && ContactFlowJson.Member(holder, other) is not null)
        {
            error(
                parameter.IsRequired ? ContactFlowCodes.MissingParameter : ContactFlowCodes.ParameterValue,
                JsonPointer.Append(location, other),
                $"The service calls {other} {parameter.Name}.",
                "The reference has the wrong name; rename it."
            );
        }
        else if (parameter.IsRequired && (parameter.Unless is not { } unless || ContactFlowJson.Member(holder, unless) is null))
        {
            error(
                ContactFlowCodes.MissingParameter,
                JsonPointer.Append(location, parameter.Name),
                $"{owner} needs the {noun} {parameter.Name}.",
                parameter.Fix ?? "Add it."
            );
        }
    }

    private void CheckValue(JsonElement value, string location, Parameter parameter)
    {
        switch (parameter.Kind)
        {
            case ParameterKind.Text when value.ValueKind is JsonValueKind.Object or JsonValueKind.Array:
                Wrong("a string", "Write a string.");
                break;
            case ParameterKind.Object when value.ValueKind != JsonValueKind.Object:
                Wrong("an object", "Write an object: { }.");
                break;
            case ParameterKind.List when value.ValueKind != JsonValueKind.Array:
                Wrong("a list", "Write a list: [ ].");
                break;
            case ParameterKind.Object when parameter.Members is { } members:
                Check(parameter.Name, "member", value, location, members);
                break;
            case ParameterKind.List when parameter.Members is { } members:
                CheckItems(value, location, parameter.Name, members);
                break;
            default:
                break;
        }

        void Wrong(string what, string fix) =>
            error(ContactFlowCodes.ParameterValue, location, $"{parameter.Name} must be {what}.", parameter.Fix ?? fix);
    }

    private void CheckItems(JsonElement list, string location, string name, IReadOnlyList<Parameter> members)
    {
        foreach (var (i, item) in list.EnumerateArray().Index())
        {
            var place = JsonPointer.Append(location, i);
            if (item.ValueKind == JsonValueKind.Object)
            {
                Check($"An element of {name}", "member", item, place, members);
            }
            else
            {
                error(
                    ContactFlowCodes.ParameterValue,
                    place,
                    $"An element of {name} must be an object.",
                    $$"""Write {"{{members[0].Name}}": "…"}."""
                );
            }
        }
    }
}
