using Cxf.Documents;
using Cxf.Flows.Checks.Answers;
using Cxf.Flows.Checks.Calls;
using Cxf.Flows.Checks.Descriptions;
using Cxf.Flows.Checks.Expressions;
using Cxf.Flows.Checks.Paths;
using Cxf.Flows.Checks.Undo;
using Cxf.Flows.Costs;
using Cxf.Flows.FlowTests.Rules;
using Cxf.Flows.Model;
using Cxf.Flows.Timing;

namespace Cxf.Flows.Checks;

/// <summary>What the steps of a flow say about each other, once each of them is well-formed; one class per rule.</summary>
internal static class FlowChecks
{
    /// <summary>Every rule, in the order of the codes.</summary>
    public static IReadOnlyList<FlowRule> Rules { get; } =
    [
        new UnknownStep(),
        new UnreachableStep(),
        new EndlessStep(),
        new HotLoop(),
        new UncountedLoop(),
        new ExpressionSyntax(),
        new UnknownVariable(),
        new ExpressionContext(),
        new ExpressionMarks(),
        new UnsetVariable(),
        new MaybeUnsetVariable(),
        new TypeConflict(),
        new UnequalTypes(),
        new UnknownField(),
        new NeverAValue(),
        new ConstantCondition(),
        new StatesInput(),
        new MaybeNoValue(),
        new GroupedPages(),
        new InexactNumber(),
        new UnknownConnection(),
        new MethodNotAllowed(),
        new UnsafeRetry(),
        new PlainSecret(),
        new UnknownChildFlow(),
        new FlowRunsItself(),
        new ChildPayload(),
        new ChildContactFields(),
        new HeaderRefused(),
        new PathQuery(),
        new UndoPlace(),
        new UndoStep(),
        new UndoVariable(),
        new UnreadBody(),
        new OperationUnknown(),
        new CallUndescribed(),
        new ParameterUnknown(),
        new ParameterMissing(),
        new ParameterValue(),
        new BodyValue(),
        new MemberUndocumented(),
        new ContentTypeRefused(),
        new AnswerMember(),
        new BranchMissing(),
        new OutputName(),
        new OutputValue(),
        new OutputSize(),
        new LargeOutput(),
        new CallerCannotWait(),
        new CallerGoesOn(),
        new LiveInOtherMode(),
        new LongerThanAnyRun(),
        new WaitingForStandardFlow(),
        new LargeResult(),
        new LongHistory(),
        new DefinitionSize(),
        new DefinitionDepth(),
        new TestName(),
        new TestPayload(),
        new TestStepUnknown(),
        new TestStepCallsNothing(),
        new TestAnswer(),
        new TestAnswersMixed(),
        new TestExpectation(),
        new TestContact(),
        new TestPath(),
    ];

    public static CheckedFlow Run(FlowDefinition flow, FlowContext? context, JsonDocumentReader report)
    {
        var checkedFlow = new CheckedFlow(flow, context, report);
        foreach (var rule in Rules)
        {
            rule.Check(checkedFlow);
        }

        return checkedFlow;
    }
}
