using Cxf.Documents;

namespace Cxf.Flows.Catalogue;

/// <summary>
/// The problems that reading a document finds in a step, a contract or a value by itself, before the rules about the flow as a
/// whole.
/// </summary>
internal static class ShapeKinds
{
    public static IReadOnlyList<DiagnosticKind> All { get; } =
    [
        new(FlowCodes.Syntax, DiagnosticSeverity.Error, "The text is not JSON.", "Nothing of the document can be read."),
        new(
            FlowCodes.Duplicate,
            DiagnosticSeverity.Error,
            "An object has the same name twice.",
            "The last one would win silently; a step or a field would be lost."
        ),
        new(
            FlowCodes.Missing,
            DiagnosticSeverity.Error,
            "A required member is missing.",
            "Without it the flow does not say what to do."
        ),
        new(
            FlowCodes.Unknown,
            DiagnosticSeverity.Error,
            "A member that does not exist at this place.",
            "It would be ignored, although its author meant something by it."
        ),
        new(
            FlowCodes.WrongType,
            DiagnosticSeverity.Error,
            "A value of the wrong JSON type.",
            "What is written cannot be what is meant."
        ),
        new(
            FlowCodes.OutOfRange,
            DiagnosticSeverity.Error,
            "A number outside its bounds, or text that is empty or too long.",
            "Step Functions, CallApi or Amazon Connect would refuse it when the flow runs."
        ),
        new(
            FlowCodes.NotAWord,
            DiagnosticSeverity.Error,
            "Text that is not one of the words allowed there.",
            "Each word has a meaning in the flow language; another word has no meaning."
        ),
        new(
            FlowCodes.Identifier,
            DiagnosticSeverity.Error,
            "An id that breaks the rule for ids.",
            "Ids are parts of names in AWS, so they are 1 to 64 of A-Z a-z 0-9 _ -."
        ),
        new(
            FlowCodes.Label,
            DiagnosticSeverity.Error,
            "A step label that breaks the rule for labels.",
            "A label is the state's name in the console and a variable in expressions, so it must be legal as both."
        ),
        new(
            FlowCodes.LabelReserved,
            DiagnosticSeverity.Error,
            "A step label that hides a variable or function that expressions need.",
            "Every expression of the flow would read the step's result instead."
        ),
        new(
            FlowCodes.Path,
            DiagnosticSeverity.Error,
            "A path that does not lead below the connection's base URL.",
            "A flow can call only what is below the base URL."
        ),
        new(
            FlowCodes.RespondInBody,
            DiagnosticSeverity.Error,
            "A respond step in a branch or a loop's body.",
            "Only the flow as a whole answers the caller; a branch ends with a result, by a step without a next one."
        ),
        new(
            FlowCodes.BodyOnlyFails,
            DiagnosticSeverity.Error,
            "A branch or a loop's body whose only ends are fail steps.",
            "It can never have a result, so the step around it can only fail."
        ),
        new(
            FlowCodes.LabelTwice,
            DiagnosticSeverity.Error,
            "A label that a step of another scope has.",
            "Labels are the rows of the console's history, and unique in the whole document."
        ),
        new(
            FlowCodes.VariableName,
            DiagnosticSeverity.Error,
            "The name of a variable or of a branch that breaks the rule for labels.",
            "It is a variable or a field in expressions, and must hide nothing that they need."
        ),
        new(
            FlowCodes.VariableClash,
            DiagnosticSeverity.Error,
            "A variable with the name of a step, or of a variable of an enclosing scope.",
            "One of the two would be hidden; Step Functions refuses it."
        ),
        new(
            FlowCodes.WaitAmbiguous,
            DiagnosticSeverity.Error,
            "A wait that says neither how long nor until when, or both.",
            "It needs exactly one end."
        ),
        new(
            FlowCodes.ExpressionRequired,
            DiagnosticSeverity.Error,
            "Plain text or another value where an expression is required.",
            "The value must come from the run: a constant would make the step pointless."
        ),
        new(
            FlowCodes.PagingNeedsGet,
            DiagnosticSeverity.Error,
            "Paging with a method other than GET.",
            "Reading page after page repeats the call, and only calls that read may be repeated."
        ),
        new(
            FlowCodes.FallbackNeedsGet,
            DiagnosticSeverity.Error,
            "A fallback with a method other than GET.",
            "Only a call that reads can return an earlier answer; a call that changes something would not be made."
        ),
        new(
            FlowCodes.PagingPointer,
            DiagnosticSeverity.Error,
            "A text in paging that is not a JSON pointer.",
            "It finds nothing in a page, so the first page would look like the only one."
        ),
        new(
            FlowCodes.Timestamp,
            DiagnosticSeverity.Error,
            "Text that is not a timestamp.",
            "Step Functions waits until an instant: a date and a time with its offset."
        ),
        new(
            FlowCodes.ByteOrderMark,
            DiagnosticSeverity.Warning,
            "A byte order mark at the start of the file.",
            "JSON has none (RFC 8259, section 8.1), and other programs that read the file may refuse it."
        ),
        new(
            FlowCodes.ContractNotObject,
            DiagnosticSeverity.Error,
            "A contract whose payload would not be an object.",
            "A contact flow sends named values, so the payload is always an object."
        ),
        new(
            FlowCodes.ContractRequiredUnknown,
            DiagnosticSeverity.Warning,
            "A required field that has no schema.",
            "Its name is probably misspelled: the contract says nothing else about the field."
        ),
        new(FlowCodes.ContractEnumEmpty, DiagnosticSeverity.Error, "An enum without values.", "No payload could ever pass."),
        new(
            FlowCodes.ContractBoundsCrossed,
            DiagnosticSeverity.Error,
            "A lower bound above its upper bound.",
            "No payload could ever pass."
        ),
        new(
            FlowCodes.ContractPattern,
            DiagnosticSeverity.Error,
            "A pattern that is not a regular expression of ECMA-262, or does not run in linear time.",
            "Patterns mean what they mean in JavaScript with the u flag. Callers' data meets authors' patterns, so references to "
                + "groups are not allowed."
        ),
        new(
            FlowCodes.ConditionNotExpression,
            DiagnosticSeverity.Error,
            "A condition that is not an expression.",
            "Text is never true or false."
        ),
    ];
}
