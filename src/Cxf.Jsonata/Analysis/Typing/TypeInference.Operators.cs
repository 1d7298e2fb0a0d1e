using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Analysis.Typing;

/// <summary>The operators between two values.</summary>
internal sealed partial class TypeInference
{
    private const JsonataKinds Ordered = JsonataKinds.Number | JsonataKinds.String;

    private JsonataShape InferBinary(BinaryNode binary, JsonataShape context)
    {
        var left = Infer(binary.Left, context);
        var right = Infer(binary.Right, context);
        var undefined = (left.Kinds | right.Kinds) & JsonataKinds.Undefined;
        switch (binary.Operator)
        {
            case BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Modulo:
                Operands(binary, left, right, JsonataKinds.Number, "numbers");
                return JsonataShape.Number.OrBe(undefined);
            case BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual:
                Operands(binary, left, right, Ordered, "two numbers or two texts");
                ComparedKinds(binary, left, right);
                return JsonataShape.Boolean.OrBe(undefined);
            case BinaryOperator.Equal or BinaryOperator.NotEqual:
                Equality(binary, left, right);
                return JsonataShape.Boolean;
            case BinaryOperator.And or BinaryOperator.Or or BinaryOperator.In:
                return JsonataShape.Boolean;
            case BinaryOperator.Concatenate:
                return JsonataShape.Text;
            case BinaryOperator.Range:
                Operands(binary, left, right, JsonataKinds.Number, "whole numbers");
                return new JsonataShape(JsonataKinds.Array | JsonataKinds.Undefined) { Items = JsonataShape.Number };
            default:
                return JsonataShape.Any;
        }
    }

    private void Operands(BinaryNode binary, JsonataShape left, JsonataShape right, JsonataKinds needed, string words)
    {
        var need = $"\"{BinarySymbols.Of(binary.Operator)}\" needs {words} on its two sides";
        _ = Expect(left, needed, binary.Position, need) && Expect(right, needed, binary.Position, need);
    }

    /// <summary>A number and a text cannot be put in order (T2009).</summary>
    private void ComparedKinds(BinaryNode binary, JsonataShape left, JsonataShape right)
    {
        if ((left.Kinds, right.Kinds) is (JsonataKinds.Number, JsonataKinds.String) or (JsonataKinds.String, JsonataKinds.Number))
        {
            Add(JsonataConflictKind.AlwaysFails, binary.Position,
                $"\"{BinarySymbols.Of(binary.Operator)}\" compares {KindWords.Of(left.Kinds)} with {KindWords.Of(right.Kinds)}.");
        }
    }

    /// <summary>Equality converts nothing: values of different kinds are never equal, and undefined is equal to nothing.</summary>
    private void Equality(BinaryNode binary, JsonataShape left, JsonataShape right)
    {
        var common = left.Kinds & right.Kinds & ~JsonataKinds.Undefined;
        if (common == 0 && left.Kinds != JsonataKinds.None && right.Kinds != JsonataKinds.None)
        {
            Add(JsonataConflictKind.NeverEqual, binary.Position,
                $"{KindWords.Of(left.Kinds)} is compared with {KindWords.Of(right.Kinds)}: "
                + $"\"{BinarySymbols.Of(binary.Operator)}\" gives {(binary.Operator == BinaryOperator.Equal ? "false" : "true")} always.");
        }
    }
}
