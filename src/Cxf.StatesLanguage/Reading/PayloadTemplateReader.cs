using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.JsonPath;
using Cxf.StatesLanguage.JsonPath.Functions;
using Cxf.StatesLanguage.JsonPath.Paths;

namespace Cxf.StatesLanguage.Reading;

internal static class PayloadTemplateReader
{
    private const string Suffix = ".$";

    public static PayloadTemplate? Read(Node owner, string name) => owner.Member(name) is { } field ? Build(field) : null;

    /// <summary>Reads a member and its name without <c>.$</c>.</summary>
    public static (string Name, PayloadTemplate Template) ReadMember(Node owner, string name, Node value)
    {
        if (!name.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return (name, Build(value));
        }

        try
        {
            if (value.IsString)
            {
                var parsed = FunctionParser.ParseValue(value.Text);
                value.Context.References.Add(parsed);
                return (name[..^Suffix.Length], new EvaluatedPart(parsed, name));
            }
        }
        catch (JsonPathSyntaxException)
        {
            // Reported below in AWS's wording, which names the field but not the reason.
        }

        owner.Error($"The value for the field '{name}' must be a valid JSONPath or a valid intrinsic function call");
        return (name[..^Suffix.Length], Build(value));
    }

    private static PayloadTemplate Build(Node value)
    {
        switch (value.Value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new List<KeyValuePair<string, PayloadTemplate>>();
                foreach (var (name, member) in value.Members())
                {
                    var (plain, template) = ReadMember(value, name, member);
                    if (plain != name && value.Has(plain))
                    {
                        value.Error($"The fields '{plain}' and '{name}' give the same member twice");
                    }

                    members.Add(new(plain, template));
                }

                return members.TrueForAll(static member => member.Value is ConstantPart)
                    ? Constant(value)
                    : new ObjectPart(members);
            case JsonValueKind.Array:
                var items = value.Items().Select(Build).ToList();
                return items.TrueForAll(static item => item is ConstantPart) ? Constant(value) : new ArrayPart(items);
            default:
                return Constant(value);
        }
    }

    private static ConstantPart Constant(Node value) => new(Payload.Compact(value.Value));
}
