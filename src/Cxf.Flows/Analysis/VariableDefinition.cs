using Cxf.Flows.Model;

namespace Cxf.Flows.Analysis;

/// <summary>One place that gives a variable its value.</summary>
internal sealed class VariableDefinition(string name, DefinitionKind kind, ScopeGraph scope, int place, FlowValue? value = null)
{
    /// <summary>The variable, without <c>$</c>.</summary>
    public string Name { get; } = name;

    /// <summary>What the value is.</summary>
    public DefinitionKind Kind { get; } = kind;

    /// <summary>The scope that has the variable.</summary>
    public ScopeGraph Scope { get; } = scope;

    /// <summary>The step, by its place in the scope; -1 for what the scope has from its beginning.</summary>
    public int Place { get; } = place;

    /// <summary>The value as written, where it is one.</summary>
    public FlowValue? Value { get; } = value;

    /// <summary>The step that sets it.</summary>
    public FlowStep Step => Scope.Steps[Place];
}

/// <summary>What a variable's value is.</summary>
internal enum DefinitionKind
{
    /// <summary>What the step gave.</summary>
    Result,

    /// <summary><c>{"error": word}</c>: the step failed, and an error branch was taken.</summary>
    Error,

    /// <summary>What a <c>transform</c> assigns.</summary>
    Assignment,

    /// <summary>The item of a loop, or its index.</summary>
    Input,
}
