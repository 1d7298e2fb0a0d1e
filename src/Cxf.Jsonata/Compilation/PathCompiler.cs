using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Evaluation.Paths;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Compilation;

/// <summary>Compiles paths, with and without bindings.</summary>
internal sealed class PathCompiler(Compiler compiler)
{
    public Evaluator CompileName(NameNode name) =>
        name is { KeepArray: false, Clauses: null }
            ? new FieldEvaluator(new FieldName(name.Name))
            : CompilePath(PathNode.Of(name), name.KeepArray, name.Clauses);

    public Evaluator CompilePath(PathNode path) => CompilePath(path, path.KeepArray, path.Clauses);

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

        shape = shape with { Group = compiler.CompileGroup(clauses?.Group) };
        PathStep[] steps = [.. path.Steps.Select(CompileStep)];
        var general = new PathEvaluator(steps, shape);
        return shape is { KeepSingleton: false, KeepArray: false, Group: null } ? NamesPath(steps, shape, general) : general;
    }

    /// <summary>The evaluator for a path of names, possibly after a variable; otherwise the general one.</summary>
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

    private PathStep CompileStep(SyntaxNode step) => new(CompileStepExpression(step), compiler.Predicates(step.Clauses?.Stages));

    private Evaluator CompileStepExpression(SyntaxNode step) =>
        step switch
        {
            NameNode { Clauses: { Predicates: not null } or { Group: not null } } name => CompileConvertedName(name),
            NameNode name => new FieldStepEvaluator(new FieldName(name.Name)),
            SortNode sort => CompileSort(sort),
            _ => compiler.Compile(step),
        };

    /// <summary>A string literal that became a step keeps the clauses of the literal.</summary>
    private ClausedEvaluator CompileConvertedName(NameNode name) =>
        new(
            new FieldStepEvaluator(new FieldName(name.Name)),
            compiler.Predicates(name.Clauses?.Predicates),
            compiler.CompileGroup(name.Clauses?.Group),
            name.KeepArray
        );

    private SortStepEvaluator CompileSort(SortNode sort) =>
        new([.. sort.Terms.Select(term => new SortKey(compiler.Compile(term.Expression), term.Descending))], sort.Position);

    private TuplePathEvaluator CompileTuplePath(PathNode path, int firstTuple, PathShape shape, GroupClause? group)
    {
        PathStep[] lead = [.. path.Steps.Take(firstTuple).Select(CompileStep)];
        if (firstTuple == 0 && shape.StartsWithConstructor)
        {
            // The reference evaluates such a step without its bindings and marks, and after a focus the next step starts from the
            // input.
            lead = path.Steps[0].Clauses!.Focus is null ? [new PathStep(CompileStepExpression(path.Steps[0]), [])] : [];
            firstTuple = 1;
        }

        return compiler.Within(
            TupleNames.Of(path),
            scope =>
            {
                TupleStep[] steps = [.. path.Steps.Skip(firstTuple).Select(step => CompileTupleStep(step, scope))];
                var pairs = group is null ? null : compiler.Pairs(group.Pairs);
                var grouping = pairs is null ? null : new TupleGrouping(pairs, scope, new GroupEvaluator(pairs, group!.Position));
                return new TuplePathEvaluator(lead, steps, scope, shape, grouping);
            }
        );
    }

    private TupleStep CompileTupleStep(SyntaxNode step, Scope scope)
    {
        var clauses = step.Clauses;
        int Slot(string? name) => name is null ? TupleStep.NoSlot : scope.Declare(name);
        return new TupleStep(CompileStepExpression(step))
        {
            FocusSlot = Slot(clauses?.Focus),
            IndexSlot = Slot(clauses?.Index),
            AncestorSlot = Slot(clauses?.Ancestor?.Label),
            Stages =
            [
                .. (clauses?.Stages ?? []).Select(stage =>
                    stage.Predicate is { } predicate
                        ? new TupleStage(compiler.CompilePredicate(predicate), TupleStep.NoSlot)
                        : new TupleStage(null, Slot(stage.IndexVariable))
                ),
            ],
        };
    }

    public TupleFilterEvaluator CompileTupleFilter(SyntaxNode node, Evaluator inner, List<Stage> stages) =>
        compiler.Within(TupleNames.Of(node), scope => new TupleFilterEvaluator(inner, compiler.Predicates(stages), scope));
}
