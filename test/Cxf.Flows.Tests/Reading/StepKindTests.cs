using Cxf.Flows.Model;

namespace Cxf.Flows.Tests.Reading;

public sealed class StepKindTests
{
    private static readonly FlowDefinition Flow = Documents.Read(Documents.EveryKind).Flow!;

    [Fact]
    public void A_flow_with_every_kind_is_read_without_diagnostics() => Assert.Empty(Documents.Read(Documents.EveryKind).Diagnostics);

    [Fact]
    public void The_caller_is_decided_by_the_clock_unless_the_author_says_otherwise()
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
        Assert.Equal(["parallel_1", "crm_1", "wait_3", "for_each_1", "order_1", "order_2"], Flow.AllSteps.Select(step => step.Label).Skip(3).Take(6));
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
        Assert.Equal(["/steps/parallel_1/branches/crm", "/steps/parallel_1/branches/pause"], step.Bodies.Select(body => body.Pointer));
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
        Assert.Null(Documents.Read(Documents.With("/steps/run_flow_2/version", "\"live\"", Documents.EveryKind)).Flow!.AllSteps.OfType<RunFlowStep>().Last().Version);
    }

    [Fact]
    public void Pages_are_kept_as_written() => Assert.Equal(5, Step<RestApiStep>("crm_1").Paging!.Value.Json.GetProperty("maxPages").GetInt32());

    [Theory]
    [InlineData("/caller", "\"maybe\"", "CXF1007", "/caller")]
    [InlineData("/callerLimitSeconds", "9", "CXF1006", "/callerLimitSeconds")]
    [InlineData("/callerLimitSeconds", "0", "CXF1006", "/callerLimitSeconds")]
    [InlineData("/steps/transform_1/position", "[1,2]", "CXF1005", "/steps/transform_1/position")]
    [InlineData("/steps/transform_1/position/x", "\"left\"", "CXF1005", "/steps/transform_1/position/x")]
    [InlineData("/steps/transform_1/assign", null, "CXF1003", "/steps/transform_1")]
    [InlineData("/steps/transform_1/assign", "{}", "CXF1003", "/steps/transform_1/assign")]
    [InlineData("/steps/transform_1/assign/2nd", "1", "CXF1015", "/steps/transform_1/assign/2nd")]
    [InlineData("/steps/transform_1/assign/payload", "1", "CXF1015", "/steps/transform_1/assign/payload")]
    [InlineData("/steps/transform_1/assign/wait_1", "1", "CXF1016", "/steps/transform_1/assign/wait_1")]
    [InlineData("/steps/transform_1/next", null, "CXF1003", "/steps/transform_1")]
    [InlineData("/steps/wait_1/seconds", null, "CXF1017", "/steps/wait_1")]
    [InlineData("/steps/wait_1/until", "\"2030-01-01T00:00:00Z\"", "CXF1017", "/steps/wait_1")]
    [InlineData("/steps/wait_1/seconds", "0", "CXF1006", "/steps/wait_1/seconds")]
    [InlineData("/steps/wait_1/seconds", "\"5\"", "CXF1018", "/steps/wait_1/seconds")]
    [InlineData("/steps/wait_1/seconds", "\"{% 5 %}\"", "CXF1003", "/steps/wait_1")]
    [InlineData("/steps/wait_1/seconds", "true", "CXF1005", "/steps/wait_1/seconds")]
    [InlineData("/steps/wait_1/atMostSeconds", "9", "CXF1004", "/steps/wait_1/atMostSeconds")]
    [InlineData("/steps/wait_2/until", "\"tomorrow\"", "CXF1020", "/steps/wait_2/until")]
    [InlineData("/steps/wait_2/until", "\"2030-01-01T00:00:00\"", "CXF1020", "/steps/wait_2/until")]
    [InlineData("/steps/wait_2/atMostSeconds", null, "CXF1003", "/steps/wait_2")]
    [InlineData("/steps/wait_2/atMostSeconds", "31536001", "CXF1006", "/steps/wait_2/atMostSeconds")]
    [InlineData("/steps/parallel_1/branches", "{}", "CXF1003", "/steps/parallel_1/branches")]
    [InlineData("/steps/parallel_1/branches/2nd", """{"start":"a","steps":{"a":{"kind":"wait","seconds":1}}}""", "CXF1015", "/steps/parallel_1/branches/2nd")]
    [InlineData("/steps/parallel_1/branches/crm/start", null, "CXF1003", "/steps/parallel_1/branches/crm")]
    [InlineData("/steps/parallel_1/branches/crm/next", "\"a\"", "CXF1004", "/steps/parallel_1/branches/crm/next")]
    [InlineData("/steps/parallel_1/branches/crm/steps/wait_1", """{"kind":"wait","seconds":1}""", "CXF1014", "/steps/parallel_1/branches/crm/steps/wait_1")]
    [InlineData("/steps/parallel_1/branches/crm/steps/crm_1", """{"kind":"respond","message":"x"}""", "CXF1012", "/steps/parallel_1/branches/crm/steps/crm_1")]
    [InlineData("/steps/parallel_1/branches/crm/steps/crm_1", """{"kind":"fail","message":"x"}""", "CXF1013", "/steps/parallel_1/branches/crm")]
    [InlineData("/steps/parallel_1/branches/crm/steps/crm_1", """{"kind":"transform","assign":{"greeting":1}}""", "CXF1016", "/steps/parallel_1/branches/crm/steps/crm_1/assign/greeting")]
    [InlineData("/steps/parallel_1/branches/crm/steps/crm_1/method", "\"POST\"", "CXF1019", "/steps/parallel_1/branches/crm/steps/crm_1/paging")]
    [InlineData("/steps/parallel_1/branches/crm/steps/crm_1/paging/by", "\"magic\"", "CXF1007", "/steps/parallel_1/branches/crm/steps/crm_1/paging/by")]
    [InlineData("/steps/parallel_1/branches/crm/steps/crm_1/paging/pages", "1", "CXF1004", "/steps/parallel_1/branches/crm/steps/crm_1/paging/pages")]
    [InlineData("/steps/parallel_1/onError/ApiSad", "\"fail_1\"", "CXF1007", "/steps/parallel_1/onError/ApiSad")]
    [InlineData("/steps/for_each_1/items", "[1,2]", "CXF1005", "/steps/for_each_1/items")]
    [InlineData("/steps/for_each_1/items", "\"orders\"", "CXF1018", "/steps/for_each_1/items")]
    [InlineData("/steps/for_each_1/atMost", null, "CXF1003", "/steps/for_each_1")]
    [InlineData("/steps/for_each_1/atMost", "1001", "CXF1006", "/steps/for_each_1/atMost")]
    [InlineData("/steps/for_each_1/concurrency", "41", "CXF1006", "/steps/for_each_1/concurrency")]
    [InlineData("/steps/for_each_1/item", "\"place\"", "CXF1016", "/steps/for_each_1")]
    [InlineData("/steps/for_each_1/item", "\"greeting\"", "CXF1016", "/steps/for_each_1/item")]
    [InlineData("/steps/for_each_1/index", "\"sum\"", "CXF1015", "/steps/for_each_1/index")]
    [InlineData("/steps/for_each_1/steps/order_1/assign/order", "1", "CXF1016", "/steps/for_each_1/steps/order_1/assign/order")]
    [InlineData("/steps/run_flow_1/flowId", "\"a b\"", "CXF1008", "/steps/run_flow_1/flowId")]
    [InlineData("/steps/run_flow_1/payload", "[1]", "CXF1005", "/steps/run_flow_1/payload")]
    [InlineData("/steps/run_flow_2/version", "0", "CXF1006", "/steps/run_flow_2/version")]
    [InlineData("/steps/run_flow_2/version", "\"newest\"", "CXF1007", "/steps/run_flow_2/version")]
    public void A_mistake_is_reported_with_its_code_at_its_place(string changed, string? json, string code, string pointer) =>
        Assert.Contains((code, pointer), Documents.Problems(Documents.With(changed, json, Documents.EveryKind)));

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
        const string inner = """{"kind":"forEach","items":"{% $order.lines %}","atMost":2,"start":"line_1","steps":{"line_1":{"kind":"transform","assign":{"x":"{% $item %}"}}}}""";
        var document = Documents.With("/steps/for_each_1/steps/order_2", inner, Documents.EveryKind);
        Assert.Empty(Documents.Problems(document));
        document = Documents.With("/steps/for_each_1/item", null, document);
        Assert.Contains(("CXF1016", "/steps/for_each_1/steps/order_2"), Documents.Problems(document));
    }

    private static T Step<T>(string label)
        where T : FlowStep => Assert.IsType<T>(Flow.Find(label));
}
