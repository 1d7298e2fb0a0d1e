using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Evaluation.Paths;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Compilation;

/// <summary>Paths, with and without bindings.</summary>
internal sealed partial class Compiler
{
    private Evaluator CompileName(NameNode name) => name is { KeepArray: false, Clauses: null }
        ? new FieldEvaluator(new FieldName(name.Name))
        : CompilePath(PathNode.Of(name), name.KeepArray, name.Clauses);

    private Evaluator CompilePath(PathNode path) => CompilePath(path, path.KeepArray, path.Clauses);

    private Evaluator CompilePath(PathNode path, bool keepArray, StepClauses? clauses)
    {
        var shape = new PathShape
        {
            StartsWithVariable = path.Steps[0] is VariableNode,
            StartsWithConstructor = path.Steps[0].Clauses is { ConstructsArray: true },
            KeepSingleton = path.KeepSingletonArray,
            KeepArray = keepArray,
            ExportsTuples = clauses is { IsTuple: true },
        };
        var firstTuple = path.Steps.FindIndex(step => step.Clauses is { IsTuple: true });
        if (firstTuple >= 0)
        {
            return CompileTuplePath(path, firstTuple, shape, clauses?.Group);
        }

        shape = shape with { Group = CompileGroup(clauses?.Group) };
        PathStep[] steps = [.. path.Steps.Select(CompileStep)];
        var general = new PathEvaluator(steps, shape);
        return shape is { KeepSingleton: false, KeepArray: false, Group: null } ? NamesPath(steps, shape, general) : general;
    }

    /// <summary>The path for nothing but names, perhaps behind a variable, if this is one.</summary>
    private static Evaluator NamesPath(PathStep[] steps, PathShape shape, PathEvaluator general)
    {
        var names = shape.StartsWithVariable ? steps.AsSpan(1) : steps;
        foreach (var step in names)
        {
            if (step.Field is null || step.Predicates.Length > 0)
            {
                return general;
            }
        }

        var head = shape.StartsWithVariable && steps[0].Predicates.Length == 0 ? steps[0].Expression : null;
        return names.Length == 0 || (shape.StartsWithVariable && head is null)
            ? general
            : new NamesPathEvaluator(head, [.. names.ToArray().Select(step => step.Field!)], general);
    }

    private PathStep CompileStep(SyntaxNode step) => new(CompileStepExpression(step), Predicates(step.Clauses?.Stages));

    private Evaluator CompileStepExpression(SyntaxNode step) => step switch
    {
        NameNode { Clauses: { Predicates: not null } or { Group: not null } } name => CompileConvertedName(name),
        NameNode name => new FieldStepEvaluator(new FieldName(name.Name)),
        SortNode sort => CompileSort(sort),
        _ => Compile(step),
    };

    /// <summary>A string literal that became a step keeps what stood behind the literal.</summary>
    private ClausedEvaluator CompileConvertedName(NameNode name) => new(
        new FieldStepEvaluator(new FieldName(name.Name)),
        Predicates(name.Clauses?.Predicates),
        CompileGroup(name.Clauses?.Group),
        name.KeepArray);

    private SortStepEvaluator CompileSort(SortNode sort) =>
        new([.. sort.Terms.Select(term => new SortKey(Compile(term.Expression), term.Descending))], sort.Position);

    private TuplePathEvaluator CompileTuplePath(PathNode path, int firstTuple, PathShape shape, GroupClause? group)
    {
        PathStep[] lead = [.. path.Steps.Take(firstTuple).Select(CompileStep)];
        if (firstTuple == 0 && shape.StartsWithConstructor)
        {
            // The reference evaluates such a step as it stands: what it would bind and keep has no effect, and behind a
            // focus the next step starts from the input.
            lead = path.Steps[0].Clauses!.Focus is null ? [new PathStep(CompileStepExpression(path.Steps[0]), [])] : [];
            firstTuple = 1;
        }

        var outer = _scope;
        var scope = new Scope(outer);
        foreach (var name in TupleNames.Of(path))
        {
            scope.Declare(name);
        }

        _scope = scope;
        TupleStep[] steps = [.. path.Steps.Skip(firstTuple).Select(CompileTupleStep)];
        var pairs = group is null ? null : Pairs(group.Pairs);
        _scope = outer;
        var grouping = pairs is null ? null : new TupleGrouping(pairs, scope, new GroupEvaluator(pairs, group!.Position));
        return new TuplePathEvaluator(lead, steps, scope, shape, grouping);
    }

    private TupleStep CompileTupleStep(SyntaxNode step)
    {
        var clauses = step.Clauses;
        int Slot(string? name) => name is null ? TupleStep.NoSlot : _scope.Declare(name);
        return new TupleStep(CompileStepExpression(step))
        {
            FocusSlot = Slot(clauses?.Focus),
            IndexSlot = Slot(clauses?.Index),
            AncestorSlot = Slot(clauses?.Ancestor?.Label),
            Stages =
            [
                .. (clauses?.Stages ?? []).Select(stage => stage.Predicate is { } predicate
                    ? new TupleStage(CompilePredicate(predicate), TupleStep.NoSlot)
                    : new TupleStage(null, Slot(stage.IndexVariable))),
            ],
        };
    }

    private TupleFilterEvaluator CompileTupleFilter(SyntaxNode node, Evaluator inner, List<Stage> stages)
    {
        var outer = _scope;
        _scope = new Scope(outer);
        foreach (var name in TupleNames.Of(node))
        {
            _scope.Declare(name);
        }

        var filter = new TupleFilterEvaluator(inner, Predicates(stages), _scope);
        _scope = outer;
        return filter;
    }
}
