using System.Text;

namespace Cxf.Flows.Tests.Editing;

/// <summary>
/// A random flow of branches and loops with variables, in which one variable can have another name: the same seed then gives the
/// same flow, and what is meant by the variable has the new name. Branches beside each other may have variables with the same
/// name.
/// </summary>
internal sealed class RandomScopes
{
    private static readonly string[] Names = ["a_var", "b_var", "c_var", "d_var"];

    private readonly Random _random;
    private readonly (string Scope, string Name)? _renamed;
    private readonly string _to;
    private readonly StringBuilder _text = new();
    private readonly List<(string Scope, string Name, string Pointer)> _variables = [];
    private int _steps;

    public RandomScopes(int seed, (string Scope, string Name)? renamed, string to)
    {
        (_random, _renamed, _to) = (new Random(seed), renamed, to);
        _text.Append('{');
        WriteScope("", [], 0);
        _text.Append('}');
    }

    public string Text => _text.ToString();

    /// <summary>The variables: the scope that sets each, its name, and each place where it is set.</summary>
    public IReadOnlyList<(string Scope, string Name, string Pointer)> Variables => _variables;

    private void WriteScope(string scope, List<(string Scope, string Name)> outer, int depth)
    {
        List<(string Scope, string Name)> own =
        [
            .. Names.Where(name => _random.Next(3) == 0 && !outer.Exists(one => one.Name == name)).Select(name => (scope, name)),
        ];
        List<(string Scope, string Name)> visible = [.. outer, .. own];
        var kinds = Enumerable.Range(0, 1 + _random.Next(4)).Select(_ => _random.Next(depth < 2 ? 4 : 2)).ToList();
        var first = _steps;
        _text.Append($"\"start\": \"s{first}\", \"steps\": {{");
        foreach (var kind in kinds)
        {
            var label = $"s{_steps++}";
            var pointer = $"{scope}/steps/{label}";
            _text.Append($"\"{label}\": {{");
            switch (kind)
            {
                case 0 when own.Count > 0:
                    var (_, name) = own[_random.Next(own.Count)];
                    _variables.Add((scope, name, $"{pointer}/assign/{name}"));
                    _text.Append(
                        $"\"kind\": \"transform\", \"assign\": {{\"{Name((scope, name))}\": \"{Expression(visible)}\"}}, "
                    );
                    break;
                case 2:
                    _text.Append("\"kind\": \"parallel\", \"branches\": {\"one\": {");
                    WriteScope($"{pointer}/branches/one", visible, depth + 1);
                    _text.Append("}, \"two\": {");
                    WriteScope($"{pointer}/branches/two", visible, depth + 1);
                    _text.Append("}}, ");
                    break;
                case 3:
                    _text.Append($"\"kind\": \"forEach\", \"item\": \"i{_steps}\", \"items\": \"{Expression(visible)}\", ");
                    WriteScope(pointer, visible, depth + 1);
                    _text.Append(", ");
                    break;
                default:
                    _text.Append($"\"kind\": \"wait\", \"seconds\": \"{Expression(visible)}\", ");
                    break;
            }

            _text.Append($"\"next\": \"s{_steps}\"}}, ");
        }

        _text.Append($"\"s{_steps++}\": {{\"kind\": \"wait\", \"seconds\": \"{Expression(visible)}\"}}}}");
    }

    private string Expression(List<(string Scope, string Name)> visible)
    {
        var local = Names[_random.Next(Names.Length)];
        if (visible.Count == 0)
        {
            return $"{{% '${local}' %}}";
        }

        var read = "$" + Name(visible[_random.Next(visible.Count)]);
        var other = "$" + Name(visible[_random.Next(visible.Count)]);
        return "{% "
            + _random.Next(7) switch
            {
                0 => $"{read} + {other}",
                1 => $"{read} & (${local} := 1; ${local} & '{local}')",
                2 => $"$map([{read}], function(${local}) {{ ${local} + 1 }})",
                3 => $"{{ '{local}': {read}.{local}[{other} > 1] }}",
                4 => $"/* ${local} */ '${local}' & {read}",
                5 => $"{read} ~> function($x) {{ $x & {other} }}",
                _ => $"{read} ? {other} : $payload.{local}",
            }
            + " %}";
    }

    private string Name((string Scope, string Name) variable) => variable == _renamed ? _to : variable.Name;
}
