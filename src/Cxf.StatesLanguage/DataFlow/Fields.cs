using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;

namespace Cxf.StatesLanguage.DataFlow;

/// <summary>A JSON value of the definition with expressions or paths in it.</summary>
internal interface IDataTemplate
{
    Payload Evaluate(IEvaluationContext context);
}

/// <summary>Where a Map state finds its items: Items (JSONata) or ItemsPath (JSONPath).</summary>
internal interface IItemSource
{
    /// <summary>The array to iterate over.</summary>
    JsonElement Evaluate(IEvaluationContext context);
}

/// <summary>The condition of a choice rule: a JSONata Condition or a JSONPath comparison.</summary>
internal interface ICondition
{
    /// <param name="context">The visit of the Choice state.</param>
    /// <param name="data">The state's input after InputPath.</param>
    bool Holds(IEvaluationContext context, Payload data);
}

/// <summary>A Condition that is written as true or false.</summary>
internal sealed class ConstantCondition(bool value) : ICondition
{
    public bool Holds(IEvaluationContext context, Payload data) => value;
}

/// <summary>A numeric field: a constant, an expression or a path.</summary>
internal abstract class NumberField
{
    public abstract double Evaluate(IEvaluationContext context);
}

/// <summary>A number written in the definition.</summary>
internal sealed class ConstantNumber(double value) : NumberField
{
    public double Value { get; } = value;

    public override double Evaluate(IEvaluationContext context) => Value;
}

/// <summary>A string field: a constant, an expression or a path.</summary>
internal abstract class TextField
{
    public abstract string Evaluate(IEvaluationContext context);
}

/// <summary>A string written in the definition.</summary>
internal sealed class ConstantText(string value) : TextField
{
    public override string Evaluate(IEvaluationContext context) => value;
}

/// <summary>A time to wait for: a constant, an expression or a path.</summary>
internal abstract class TimestampField
{
    public abstract DateTimeOffset Evaluate(IEvaluationContext context);
}

/// <summary>A time written in the definition.</summary>
internal sealed class ConstantTimestamp(DateTimeOffset value) : TimestampField
{
    public override DateTimeOffset Evaluate(IEvaluationContext context) => value;
}
