using Cxf.Documents;

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

    /// <summary>A path that does not lead below the connection's base URL.</summary>
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

    /// <summary>Plain text or another value where an expression is required.</summary>
    public const string ExpressionRequired = "CXF1018";

    /// <summary>Paging with a method other than GET.</summary>
    public const string PagingNeedsGet = "CXF1019";

    /// <summary>Text that is not a timestamp.</summary>
    public const string Timestamp = "CXF1020";

    /// <summary>A byte order mark at the start of the file.</summary>
    public const string ByteOrderMark = "CXF1021";

    /// <summary>A contract whose payload would not be an object.</summary>
    public const string ContractNotObject = "CXF1101";

    /// <summary>A required field that has no schema.</summary>
    public const string ContractRequiredUnknown = "CXF1102";

    /// <summary>An <c>enum</c> without values.</summary>
    public const string ContractEnumEmpty = "CXF1103";

    /// <summary>A lower bound above its upper bound.</summary>
    public const string ContractBoundsCrossed = "CXF1104";

    /// <summary>A pattern that is not a regular expression of ECMA-262, or does not run in linear time.</summary>
    public const string ContractPattern = "CXF1105";

    /// <summary>A fallback with a method other than GET.</summary>
    public const string FallbackNeedsGet = "CXF1022";

    /// <summary>A text in <c>paging</c> that is not a JSON pointer.</summary>
    public const string PagingPointer = "CXF1023";

    /// <summary>A step that does not exist is named as the next one.</summary>
    public const string StepUnknown = "CXF2001";

    /// <summary>A step that no path reaches.</summary>
    public const string StepUnreachable = "CXF2002";

    /// <summary>No end can be reached from a step: a caller would wait for ever.</summary>
    public const string NoEnd = "CXF2003";

    /// <summary>A loop that neither waits nor counts its rounds.</summary>
    public const string HotLoop = "CXF2004";

    /// <summary>A loop that waits but whose rounds nothing counts.</summary>
    public const string UncountedLoop = "CXF2005";

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

    /// <summary>A variable that no path has set before it is used.</summary>
    public const string VariableUnset = "CXF2106";

    /// <summary>A variable that some path to its use does not set.</summary>
    public const string VariableMaybeUnset = "CXF2107";

    /// <summary>An expression whose types can never fit.</summary>
    public const string TypeConflict = "CXF2108";

    /// <summary>A comparison whose two sides are never of the same type.</summary>
    public const string UnequalTypes = "CXF2109";

    /// <summary>A field that the value never has.</summary>
    public const string FieldUnknown = "CXF2110";

    /// <summary>An expression that never has a value.</summary>
    public const string NeverAValue = "CXF2111";

    /// <summary>A condition that is always the same.</summary>
    public const string ConstantCondition = "CXF2112";

    /// <summary><c>$states.input</c>, which is not the payload.</summary>
    public const string StatesInput = "CXF2113";

    /// <summary>An expression that has no value for some payloads, where a value must exist.</summary>
    public const string MaybeNoValue = "CXF2114";

    /// <summary>A <c>select</c> that groups the items of all pages.</summary>
    public const string GroupedPages = "CXF2116";

    /// <summary>A whole number in an expression that JSONata cannot hold.</summary>
    public const string InexactNumber = "CXF2117";

    /// <summary>A connection that the tenant does not have.</summary>
    public const string ConnectionUnknown = "CXF2201";

    /// <summary>A method that the connection does not allow.</summary>
    public const string MethodNotAllowed = "CXF2202";

    /// <summary>A call that a retry would repeat without an idempotency key.</summary>
    public const string UnsafeRetry = "CXF2203";

    /// <summary>A value that looks like a secret is in plain text.</summary>
    public const string PlainSecret = "CXF2204";

    /// <summary>A flow that is run but is not live, or a version that was not published.</summary>
    public const string ChildFlowUnknown = "CXF2205";

    /// <summary>A flow that runs itself.</summary>
    public const string FlowRunsItself = "CXF2206";

    /// <summary>A payload that breaks the contract of the flow it is for.</summary>
    public const string ChildPayload = "CXF2207";

    /// <summary>Another flow asks for personal data of the contact that this one does not.</summary>
    public const string ChildContactFields = "CXF2208";

    /// <summary>A header that a call cannot send.</summary>
    public const string HeaderRefused = "CXF2209";

    /// <summary>A query or a fragment in the path of a call.</summary>
    public const string PathQuery = "CXF2210";

    /// <summary>An undo that cannot be right in its place, or has no use there.</summary>
    public const string UndoPlace = "CXF2211";

    /// <summary>A step that cannot undo another.</summary>
    public const string UndoStep = "CXF2212";

    /// <summary>A variable that can have changed when an undo step reads it.</summary>
    public const string UndoVariable = "CXF2213";

    /// <summary>A call that only reads sends a body.</summary>
    public const string UnreadBody = "CXF2214";

    /// <summary>An operation that the connection's description does not have.</summary>
    public const string OperationUnknown = "CXF2215";

    /// <summary>A path or method that the connection's description does not have.</summary>
    public const string CallUndescribed = "CXF2216";

    /// <summary>A parameter that the operation does not have.</summary>
    public const string ParameterUnknown = "CXF2217";

    /// <summary>A required parameter that is not given.</summary>
    public const string ParameterMissing = "CXF2218";

    /// <summary>A value that a parameter cannot have.</summary>
    public const string ParameterValue = "CXF2219";

    /// <summary>A body that the operation does not take.</summary>
    public const string BodyValue = "CXF2220";

    /// <summary>A body, or a member of it, that is documented nowhere.</summary>
    public const string MemberUndocumented = "CXF2221";

    /// <summary>A content type that the operation does not take.</summary>
    public const string ContentTypeRefused = "CXF2222";

    /// <summary>A member of an answer that the connection's description does not have.</summary>
    public const string AnswerMember = "CXF2223";

    /// <summary>A documented failure that no branch takes.</summary>
    public const string BranchMissing = "CXF2224";

    /// <summary>A name that the answer to Connect uses itself, or that a contact flow cannot refer to.</summary>
    public const string OutputName = "CXF2301";

    /// <summary>An output that a contact flow cannot read.</summary>
    public const string OutputValue = "CXF2302";

    /// <summary>An answer of more than 32 KB.</summary>
    public const string OutputSize = "CXF2303";

    /// <summary>An answer that can be more than 32 KB by what it holds of others' answers.</summary>
    public const string LargeOutput = "CXF2304";

    /// <summary>The caller waits, but a path can take longer than the caller's time limit.</summary>
    public const string CallerCannotWait = "CXF2401";

    /// <summary>The flow can take longer than a caller waits, so the call continues without its answer.</summary>
    public const string CallerGoesOn = "CXF2402";

    /// <summary>
    /// The live version was published for a caller who waits, and the draft needs one who continues; or the reverse.
    /// </summary>
    public const string LiveInOtherMode = "CXF2403";

    /// <summary>A path that can take longer than a year.</summary>
    public const string LongerThanAnyRun = "CXF2404";

    /// <summary>A flow whose caller waits runs a live flow whose caller continues.</summary>
    public const string WaitingForStandardFlow = "CXF2405";

    /// <summary>Answers that together can exceed 256 KiB.</summary>
    public const string LargeResult = "CXF2501";

    /// <summary>A path that can have more events than a history holds.</summary>
    public const string LongHistory = "CXF2502";

    /// <summary>A flow whose state machine is larger than 1 MB.</summary>
    public const string DefinitionSize = "CXF2503";

    /// <summary>A flow whose machine nests deeper than 64 levels.</summary>
    public const string DefinitionDepth = "CXF2504";

    /// <summary>Two tests of the same name.</summary>
    public const string TestName = "CXF2601";

    /// <summary>A test's payload that breaks the flow's contract.</summary>
    public const string TestPayload = "CXF2602";

    /// <summary>A step that a test names and the flow does not have.</summary>
    public const string TestStepUnknown = "CXF2603";

    /// <summary>Answers or expected requests for a step that calls nothing.</summary>
    public const string TestStepCallsNothing = "CXF2604";

    /// <summary>Something that cannot be the answer to a call of this step.</summary>
    public const string TestAnswer = "CXF2605";

    /// <summary>Answers and lists of answers in one list, or lists of another depth than the step's loops.</summary>
    public const string TestAnswersMixed = "CXF2606";

    /// <summary>An expectation that contradicts itself.</summary>
    public const string TestExpectation = "CXF2607";

    /// <summary>Personal data of the contact that the flow does not ask for.</summary>
    public const string TestContact = "CXF2608";

    /// <summary>A test that fails: the flow does something else than its author expects.</summary>
    public const string TestFailed = "CXF2609";

    /// <summary>A test that expects a step which cannot follow the step before it.</summary>
    public const string TestPath = "CXF2610";

    /// <summary>A document that is stored under the id of another flow.</summary>
    public const string StoredUnderOtherId = "CXF2701";

    /// <summary>Live flows run this one, which can now take longer than they were compiled to wait.</summary>
    public const string CallersWaitTooShort = "CXF2702";

    /// <summary>A document that takes more work or memory than one document may.</summary>
    public const string BudgetExceeded = "CXF2801";

    /// <summary>
    /// The errors that can be allowed when a flow is published: those that say only that a description contradicts it, which
    /// may be the mistake of the description.
    /// </summary>
    public static IReadOnlyList<string> Allowable { get; } =
    [CallUndescribed, ParameterUnknown, ParameterMissing, ParameterValue, BodyValue, ContentTypeRefused, AnswerMember];

    /// <summary>The codes of problems of shape, for the reader of JSON documents.</summary>
    internal static ShapeCodes Shape { get; } =
        new(Syntax, Duplicate, Missing, Unknown, WrongType, OutOfRange, NotAWord)
        {
            ByteOrderMark = ByteOrderMark,
            Synonyms = () => FlowSynonyms.All,
        };
}
