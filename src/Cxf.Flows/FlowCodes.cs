using Cxf.ApiCalls.Diagnostics;

namespace Cxf.Flows;

/// <summary>The codes of everything that can be wrong with a flow document; one code is one kind of problem, for ever.</summary>
public static class FlowCodes
{
    /// <summary>The text is not JSON.</summary>
    public const string Syntax = "CXF1001";

    /// <summary>An object has the same name twice.</summary>
    public const string Duplicate = "CXF1002";

    /// <summary>A required member is missing.</summary>
    public const string Missing = "CXF1003";

    /// <summary>A member that does not exist at this place.</summary>
    public const string Unknown = "CXF1004";

    /// <summary>A value of the wrong JSON type.</summary>
    public const string WrongType = "CXF1005";

    /// <summary>A number outside its bounds, or text that is empty or too long.</summary>
    public const string OutOfRange = "CXF1006";

    /// <summary>Text that is not one of the words allowed there.</summary>
    public const string NotAWord = "CXF1007";

    /// <summary>An id that breaks the rule for ids.</summary>
    public const string Identifier = "CXF1008";

    /// <summary>A step label that breaks the rule for labels.</summary>
    public const string Label = "CXF1009";

    /// <summary>A step label that hides a variable or function that expressions need.</summary>
    public const string LabelReserved = "CXF1010";

    /// <summary>A path that is not one below the connection's base URL.</summary>
    public const string Path = "CXF1011";

    /// <summary>A <c>respond</c> step in a branch or a loop's body, which cannot answer the caller.</summary>
    public const string RespondInBody = "CXF1012";

    /// <summary>A branch or a loop's body whose only ends are <c>fail</c> steps, so that it can never have a result.</summary>
    public const string BodyOnlyFails = "CXF1013";

    /// <summary>A label that a step of another scope has.</summary>
    public const string LabelTwice = "CXF1014";

    /// <summary>The name of a variable or of a branch that breaks the rule for labels.</summary>
    public const string VariableName = "CXF1015";

    /// <summary>A variable with the name of a step, or of a variable of an enclosing scope.</summary>
    public const string VariableClash = "CXF1016";

    /// <summary>A wait that says neither how long nor until when, or both.</summary>
    public const string WaitAmbiguous = "CXF1017";

    /// <summary>Plain text or another value where an expression must stand.</summary>
    public const string ExpressionRequired = "CXF1018";

    /// <summary>Pages asked of a call that is not a GET.</summary>
    public const string PagingNeedsGet = "CXF1019";

    /// <summary>Text that is not a timestamp.</summary>
    public const string Timestamp = "CXF1020";

    /// <summary>A contract whose payload would not be an object.</summary>
    public const string ContractNotObject = "CXF1101";

    /// <summary>A required field that has no schema.</summary>
    public const string ContractRequiredUnknown = "CXF1102";

    /// <summary>An <c>enum</c> without values.</summary>
    public const string ContractEnumEmpty = "CXF1103";

    /// <summary>A lower bound above its upper bound.</summary>
    public const string ContractBoundsCrossed = "CXF1104";

    /// <summary>A pattern that is not a regular expression that runs in linear time.</summary>
    public const string ContractPattern = "CXF1105";

    /// <summary>A step that does not exist is named as the next one.</summary>
    public const string StepUnknown = "CXF2001";

    /// <summary>A step that no path reaches.</summary>
    public const string StepUnreachable = "CXF2002";

    /// <summary>No end can be reached from a step: a caller would wait for ever.</summary>
    public const string NoEnd = "CXF2003";

    /// <summary>An expression that is not JSONata.</summary>
    public const string ExpressionSyntax = "CXF2101";

    /// <summary>A variable that nothing defines.</summary>
    public const string VariableUnknown = "CXF2102";

    /// <summary><c>$</c>, <c>$$</c> or a bare field name at the top of an expression, which Step Functions refuses.</summary>
    public const string ExpressionContext = "CXF2103";

    /// <summary>Text with <c>{%</c> or <c>%}</c> that is not an expression as a whole.</summary>
    public const string ExpressionMarks = "CXF2104";

    /// <summary>A condition that is not an expression.</summary>
    public const string ConditionNotExpression = "CXF2105";

    /// <summary>A connection that the tenant does not have.</summary>
    public const string ConnectionUnknown = "CXF2201";

    /// <summary>A method that the connection does not allow.</summary>
    public const string MethodNotAllowed = "CXF2202";

    /// <summary>A name that the answer to Connect uses itself, or that a contact flow cannot refer to.</summary>
    public const string OutputName = "CXF2301";

    /// <summary>An output that a contact flow cannot read.</summary>
    public const string OutputValue = "CXF2302";

    /// <summary>The codes of problems of shape, for the reader of JSON documents.</summary>
    internal static ShapeCodes Shape { get; } = new(Syntax, Duplicate, Missing, Unknown, WrongType, OutOfRange, NotAWord);
}
