namespace Cxf.ContactFlows.Actions;

/// <summary>What a parameter holds.</summary>
internal enum ParameterKind
{
    /// <summary>A string; other scalars are reported for all parameters at once.</summary>
    Text,

    /// <summary>An object.</summary>
    Object,

    /// <summary>A list.</summary>
    List,

    /// <summary>Anything.</summary>
    Any,
}

/// <summary>A parameter of an action, or a member of one.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record Parameter(string Name, ParameterKind Kind)
{
    /// <summary>Whether it must be there. Default: no.</summary>
    public bool IsRequired { get; private init; }

    /// <summary>What to write; null for the usual advice.</summary>
    public string? Fix { get; private init; }

    /// <summary>The other parameter with which this one may be absent; null: it is needed in any case.</summary>
    public string? Unless { get; init; }

    /// <summary>The name that the reference has for it and the service refuses; null: they agree.</summary>
    public string? NameInReference { get; init; }

    /// <summary>The members of the object, or of each object of the list; null: any.</summary>
    public IReadOnlyList<Parameter>? Members { get; private init; }

    public static Parameter Text(string name) => new(name, ParameterKind.Text);

    public static IEnumerable<Parameter> Texts(params IEnumerable<string> names) => names.Select(Text);

    public static Parameter Any(string name) => new(name, ParameterKind.Any);

    /// <summary>An object with any members.</summary>
    public static Parameter Object(string name) => new(name, ParameterKind.Object);

    /// <summary>An object with these members.</summary>
    public static Parameter Object(string name, params IEnumerable<Parameter> members) =>
        new(name, ParameterKind.Object) { Members = [.. members] };

    /// <summary>A list of anything.</summary>
    public static Parameter List(string name) => new(name, ParameterKind.List);

    /// <summary>A list of objects with these members.</summary>
    public static Parameter List(string name, params IEnumerable<Parameter> members) =>
        new(name, ParameterKind.List) { Members = [.. members] };

    /// <summary>The same parameter as one that must be there.</summary>
    /// <param name="fix">What to write.</param>
    public Parameter Required(string fix) => this with { IsRequired = true, Fix = fix };
}
