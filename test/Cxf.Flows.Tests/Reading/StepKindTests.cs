using Cxf.Flows.Model;

namespace Cxf.Flows.Tests.Reading;

public sealed class StepKindTests
{
    public static TheoryData<Mistake> Mistakes => [.. Tests.Mistakes.OfEveryKind];

    private static readonly FlowDefinition Flow = Documents.Read(Documents.EveryKind).Flow!;

    [Fact]
    public void A_flow_with_every_kind_is_read_without_diagnostics() =>
        Assert.Empty(Documents.Read(Documents.EveryKind).Diagnostics);

    [Fact]
    public void The_longest_duration_decides_whether_the_caller_waits_unless_the_author_does()
    {
        Assert.Equal(CallerMode.Auto, Documents.Read(Documents.Lead).Flow!.Caller);
        Assert.Equal(TimeSpan.FromSeconds(8), Documents.Read(Documents.Lead).Flow!.CallerLimit);
        Assert.Equal(CallerMode.Continues, Flow.Caller);
        Assert.Equal(TimeSpan.FromSeconds(6), Flow.CallerLimit);
    }

    [Fact]
    public void Steps_of_bodies_are_found_by_their_labels_and_keep_their_places()
    {
        Assert.Equal("/steps/parallel_1/branches/crm/steps/crm_1", Flow.Find("crm_1")!.Pointer);
        Assert.Equal(
            ["parallel_1", "crm_1", "wait_3", "for_each_1", "order_1", "order_2"],
            Flow.AllSteps.Select(step => step.Label).Skip(3).Take(6)
        );
        Assert.DoesNotContain(Flow.Steps, step => step.Label == "crm_1");
    }

    [Fact]
    public void A_transform_sets_its_variables_in_the_order_of_the_document()
    {
        var step = Step<TransformStep>("transform_1");
        Assert.Equal(["customer", "greeting"], step.Assigned);
        Assert.Equal("/steps/transform_1/assign/customer", step.Assign[0].Value.Pointer);
    }

    [Fact]
    public void A_wait_knows_its_longest_time()
    {
        Assert.Equal(TimeSpan.FromSeconds(5), Step<WaitStep>("wait_1").AtMost);
        Assert.Equal(TimeSpan.FromSeconds(60), Step<WaitStep>("wait_2").AtMost);
        Assert.Null(Step<WaitStep>("wait_2").Seconds);
    }

    [Fact]
    public void A_parallel_step_has_its_branches_by_name()
    {
        var step = Step<ParallelStep>("parallel_1");
        Assert.Equal(["crm", "pause"], step.Branches.Select(branch => branch.Name));
        Assert.Equal(
            ["/steps/parallel_1/branches/crm", "/steps/parallel_1/branches/pause"],
            step.Bodies.Select(body => body.Pointer)
        );
        Assert.Equal(["for_each_1", "fail_1", "fail_1"], step.Transitions.Select(transition => transition.Target));
        Assert.Empty(step.Bodies[0].Steps[0].Transitions);
    }

    [Fact]
    public void A_loop_has_its_bounds_and_the_variables_of_its_body()
    {
        var step = Step<ForEachStep>("for_each_1");
        Assert.Equal((10, 2, "order_1"), (step.AtMost, step.Concurrency, step.Body.Start));
        Assert.Equal(["order", "place"], step.Body.Inputs);
        Assert.Equal(["for_each_1"], step.Assigned);
    }

    [Fact]
    public void A_flow_is_run_live_or_in_one_version()
    {
        Assert.Null(Step<RunFlowStep>("run_flow_1").Version);
        Assert.Equal(3, Step<RunFlowStep>("run_flow_2").Version);
        Assert.Equal("other", Step<RunFlowStep>("run_flow_1").Flow.Value);
        Assert.Null(
            Documents
                .Read(Documents.With("/steps/run_flow_2/version", "\"live\"", Documents.EveryKind))
                .Flow!.AllSteps.OfType<RunFlowStep>()
                .Last()
                .Version
        );
    }

    [Fact]
    public void Pages_are_kept_as_written() =>
        Assert.Equal(5, Step<RestApiStep>("crm_1").Paging!.Json.GetProperty("maxPages").GetInt32());

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_with_its_code_and_location(Mistake mistake) =>
        Assert.Contains((mistake.Code, mistake.Pointer), Documents.Problems(mistake.Document));

    [Fact]
    public void All_mistakes_of_nested_steps_are_reported_at_once()
    {
        var document = Documents.With("/steps/parallel_1/branches/crm/steps/crm_1/timeoutSeconds", "99", Documents.EveryKind);
        document = Documents.With("/steps/for_each_1/steps/order_2/method", "\"SEND\"", document);
        document = Documents.With("/steps/wait_1/seconds", "-1", document);
        Assert.Equal(["CXF1006", "CXF1006", "CXF1007"], Documents.Problems(document).Select(problem => problem.Code));
    }

    [Fact]
    public void A_loop_in_a_loop_needs_names_of_its_own()
    {
        const string inner = """
            {"kind":"forEach","items":"{% $order.lines %}","atMost":2,"start":"line_1","steps":{"line_1":{"kind":"transform",
             "assign":{"x":"{% $item %}"}}}}
            """;
        var document = Documents.With("/steps/for_each_1/steps/order_2", inner, Documents.EveryKind);
        Assert.Empty(Documents.Problems(document));
        document = Documents.With("/steps/for_each_1/item", null, document);
        Assert.Contains(("CXF1016", "/steps/for_each_1/steps/order_2"), Documents.Problems(document));
    }

    private static T Step<T>(string label)
        where T : FlowStep => Assert.IsType<T>(Flow.Find(label));
}
