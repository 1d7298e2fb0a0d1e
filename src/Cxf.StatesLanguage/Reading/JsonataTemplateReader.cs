using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.DataFlow.Jsonata;

namespace Cxf.StatesLanguage.Reading;

/// <summary>Reads values with expressions in them, at any depth.</summary>
internal static class JsonataTemplateReader
{
    public static JsonataTemplate? Read(Node owner, string name) => owner.Member(name) is { } field ? Build(field, name) : null;

    /// <summary>Reads a value whose field name, as causes print it, is <paramref name="field"/>.</summary>
    public static JsonataTemplate Build(Node value, string field)
    {
        var members = new List<KeyValuePair<string?, JsonataTemplate>>();
        switch (value.Value.ValueKind)
        {
            case JsonValueKind.String when ExpressionReader.IsExpression(value.Text):
                return ExpressionReader.Read(value, field) is { } expression
                    ? new ExpressionTemplate(expression)
                    : Constant(value);
            case JsonValueKind.Object:
                foreach (var (name, member) in value.Members())
                {
                    members.Add(new(name, Build(member, $"{field}/{name}")));
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.Items())
                {
                    members.Add(new(null, Build(item, $"{field}[{members.Count}]")));
                }

                break;
            case JsonValueKind.String:
                ExpressionReader.RejectHalf(value);
                return Constant(value);
            default:
                return Constant(value);
        }

        return members.TrueForAll(static member => member.Value is ConstantTemplate)
            ? Constant(value)
            : new CompositeTemplate(members, value.IsArray);
    }

    private static ConstantTemplate Constant(Node value) => new(Payload.Compact(value.Value));
}
