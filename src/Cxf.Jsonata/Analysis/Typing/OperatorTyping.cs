using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Analysis.Typing;

/// <summary>The types of operators with two operands.</summary>
internal static class OperatorTyping
{
    private const JsonataKinds Ordered = JsonataKinds.Number | JsonataKinds.String;

    public static JsonataShape Of(BinaryNode binary, JsonataShape left, JsonataShape right, ConflictReport report)
    {
        switch (binary.Operator)
        {
            case BinaryOperator.Add
            or BinaryOperator.Subtract
            or BinaryOperator.Multiply
            or BinaryOperator.Divide
            or BinaryOperator.Modulo:
                Operands(report, binary, left, right, JsonataKinds.Number, "numbers");
                return Calculated(JsonataShape.Number, left, right);
            case BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual:
                Operands(report, binary, left, right, Ordered, "numbers or text");
                ComparedKinds(report, binary, left, right);
                return Calculated(JsonataShape.Boolean, left, right);
            case BinaryOperator.Equal or BinaryOperator.NotEqual:
                Equality(report, binary, left, right);
                return JsonataShape.Boolean;
            case BinaryOperator.And or BinaryOperator.Or or BinaryOperator.In:
                return JsonataShape.Boolean;
            case BinaryOperator.Concatenate:
                return JsonataShape.Text;
            case BinaryOperator.Range:
                Operands(report, binary, left, right, JsonataKinds.Number, "whole numbers");
                return new JsonataShape(JsonataKinds.Array | JsonataKinds.Undefined) { Items = JsonataShape.Number };
            default:
                return JsonataShape.Any;
        }
    }

    // With nothing on one side, these operators give nothing.
    private static JsonataShape Calculated(JsonataShape result, JsonataShape left, JsonataShape right) =>
        left.Kinds == JsonataKinds.Undefined || right.Kinds == JsonataKinds.Undefined
            ? JsonataShape.Undefined
            : result.OrBe((left.Kinds | right.Kinds) & JsonataKinds.Undefined);

    private static void Operands(
        ConflictReport report,
        BinaryNode binary,
        JsonataShape left,
        JsonataShape right,
        JsonataKinds needed,
        string words
    )
    {
        var need = $"\"{BinarySymbols.Of(binary.Operator)}\" needs {words} on both sides";
        _ = report.Expect(left, needed, Start(binary), need) && report.Expect(right, needed, Start(binary), need);
    }

    /// <summary>A number and a string have no order (T2009). With nothing on one side there is nothing to compare.</summary>
    private static void ComparedKinds(ConflictReport report, BinaryNode binary, JsonataShape left, JsonataShape right)
    {
        var kinds = (left.Kinds & ~JsonataKinds.Undefined, right.Kinds & ~JsonataKinds.Undefined);
        if (kinds is (JsonataKinds.Number, JsonataKinds.String) or (JsonataKinds.String, JsonataKinds.Number))
        {
            report.Add(
                JsonataConflictKind.AlwaysFails,
                Start(binary),
                $"\"{BinarySymbols.Of(binary.Operator)}\" compares {KindNames.Of(left.Kinds)} with {KindNames.Of(right.Kinds)}."
            );
        }
    }

    /// <summary>Equality does not convert: values of different kinds are never equal, and undefined equals no value.</summary>
    private static void Equality(ConflictReport report, BinaryNode binary, JsonataShape left, JsonataShape right)
    {
        var common = left.Kinds & right.Kinds & ~JsonataKinds.Undefined;
        if (common == 0 && left.Kinds != JsonataKinds.None && right.Kinds != JsonataKinds.None)
        {
            var result = binary.Operator == BinaryOperator.Equal ? "false" : "true";
            report.Add(
                JsonataConflictKind.NeverEqual,
                Start(binary),
                $"{KindNames.Of(left.Kinds)} is compared with {KindNames.Of(right.Kinds)}: "
                    + $"\"{BinarySymbols.Of(binary.Operator)}\" is always {result}."
            );
        }
    }

    // A node of an operator has the position after it.
    private static int Start(BinaryNode binary) => Math.Max(0, binary.Position - BinarySymbols.Of(binary.Operator).Length);
}
