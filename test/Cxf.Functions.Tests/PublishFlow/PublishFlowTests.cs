using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.PublishFlow;
using Cxf.StatesLanguage.Service;

namespace Cxf.Functions.Tests.PublishFlow;

public sealed class PublishFlowTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_definition_twice_changes_nothing()
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(PublishingScene.Document("one"));
        await scene.SaveAsync(PublishingScene.Document("one").ReplaceLineEndings(" "));
        var before = await scene.DescribeAsync();
        scene.Faults.Start(null);
        var answer = await scene.AskAsync(PublishAction.Publish);
        Assert.Equal((PublishStatus.Unchanged, 1), (answer.Status, answer.Version));
        Assert.Equal(before, await scene.DescribeAsync());
        Assert.All(
            scene.Faults.Calls.Where(call => call != nameof(scene.DescribeAsync)),
            call => Assert.Matches("^(Find|List|Describe)", call)
        );
    }

    [Fact]
    public async Task A_request_for_an_older_revision_publishes_nothing()
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.SaveAsync(PublishingScene.Document("one"));
        await scene.SaveAsync(PublishingScene.Document("two"));
        var answer = await scene.AskAsync(
            new PublishRequest(PublishAction.Publish, PublishingScene.Acme, PublishingScene.Flow) { Revision = 1 }
        );
        Assert.Equal(PublishStatus.Conflict, answer.Status);
        Assert.Contains("revision 2, not 1", answer.Message);
        Assert.Empty(scene.MachineVersions());
    }

    [Fact]
    public async Task A_document_with_another_flow_id_is_rejected_with_its_location()
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.SaveAsync(PublishingScene.Document("one").Replace("\"greet\"", "\"other\""));
        var answer = await scene.AskAsync(PublishAction.Publish);
        Assert.Equal(
            ("CXF2701", "/flowId", 2),
            Assert.Single(answer.Diagnostics.Select(one => (one.Code, one.Pointer, one.Line)))
        );
    }

    [Fact]
    public async Task A_live_flow_keeps_its_mode()
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(PublishingScene.Document("one"));
        await scene.SaveAsync(PublishingScene.Document("one", caller: "continues"));
        var answer = await scene.AskAsync(PublishAction.Publish);
        Assert.Equal(PublishStatus.Rejected, answer.Status);
        Assert.Equal(("CXF2403", "/caller"), Assert.Single(answer.Diagnostics.Select(one => (one.Code, one.Pointer))));
        Assert.Equal("one", await scene.CallAsync());
    }

    [Fact]
    public async Task A_flow_rolls_back_to_any_of_its_versions_and_forward_again()
    {
        await using var scene = await PublishingScene.StartAsync();
        foreach (var word in (string[])["one", "two", "three"])
        {
            await scene.PublishAsync(PublishingScene.Document(word));
        }

        Assert.Equal("Version 1 is live.", (await scene.AskAsync(PublishAction.Rollback, version: 1)).Message);
        Assert.Equal("one", await scene.CallAsync());
        Assert.Equal(PublishStatus.Unchanged, (await scene.AskAsync(PublishAction.Rollback, version: 1)).Status);
        await scene.AskAsync(PublishAction.Rollback, version: 3);
        Assert.Equal("three", await scene.CallAsync());
        Assert.Equal(3, scene.MachineVersions().Count);
        Assert.Equal(PublishStatus.Rejected, (await scene.AskAsync(PublishAction.Rollback, version: 4)).Status);
    }

    [Fact]
    public async Task Publishing_after_a_rollback_takes_up_the_version_that_is_there_or_the_next_number()
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(PublishingScene.Document("one"));
        await scene.PublishAsync(PublishingScene.Document("two"));
        await scene.AskAsync(PublishAction.Rollback, version: 1);
        Assert.Equal(2, (await scene.AskAsync(PublishAction.Publish)).Version);
        await scene.AskAsync(PublishAction.Rollback, version: 1);
        await scene.SaveAsync(PublishingScene.Document("three"));
        Assert.Equal(3, (await scene.AskAsync(PublishAction.Publish)).Version);
    }

    [Fact]
    public async Task A_canary_gets_its_share_until_it_is_published_or_ended()
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(PublishingScene.Document("one"));
        await scene.PublishAsync(PublishingScene.Document("two"));
        await scene.AskAsync(PublishAction.Rollback, version: 1);
        Assert.Equal(
            "Version 2 gets 10 of 100 runs, version 1 the others.",
            (await scene.AskAsync(PublishAction.Canary, version: 2, weight: 10)).Message
        );
        Assert.Equal([10, 90], scene.Routes().Values.Order());
        Assert.Equal("Version 1 is live.", (await scene.AskAsync(PublishAction.Canary, version: 2, weight: 0)).Message);
        Assert.Equal([100], scene.Routes().Values);
        await scene.AskAsync(PublishAction.Canary, version: 2, weight: 50);
        Assert.Equal(2, (await scene.AskAsync(PublishAction.Publish)).Version);
        Assert.Equal([100], scene.Routes().Values);
        Assert.Equal("two", await scene.CallAsync());
    }

    [Theory]
    [InlineData("""{"name":{"type":"string"}}""", "", "require different payloads")]
    [InlineData("{}", "\"contactFields\": [\"customerNumber\"],", "use different fields of the contact")]
    public async Task Versions_that_callers_must_treat_differently_cannot_run_side_by_side(
        string input,
        string fields,
        string reason
    )
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(PublishingScene.Document("one"));
        await scene.PublishAsync(PublishingScene.Document("two", input: input).Replace("\"input\"", fields + "\"input\""));
        var answer = await scene.AskAsync(PublishAction.Canary, version: 1, weight: 10);
        Assert.Equal(PublishStatus.Rejected, answer.Status);
        Assert.Contains(reason, answer.Message);
        Assert.Equal([100], scene.Routes().Values);
    }

    [Fact]
    public async Task A_machine_with_a_thousand_versions_lets_go_of_the_oldest_that_does_not_run()
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(PublishingScene.Document("one"));
        await scene.PublishAsync(PublishingScene.Document("two"));
        await scene.AskAsync(PublishAction.Rollback, version: 1);
        var machine = PublishingScene.MachineArn(PublishingScene.Acme, PublishingScene.Flow);
        var definition = scene.StepFunctions.DescribeStateMachine(new StateMachineRequest(machine)).Definition!;
        for (var number = 3; number <= 1000; number++)
        {
            scene.StepFunctions.UpdateStateMachine(
                new UpdateStateMachineRequest(
                    machine,
                    definition.Replace("version 2", $"version of someone {number}"),
                    Publish: true
                )
            );
        }

        await scene.PublishAsync(PublishingScene.Document("three"));
        Assert.Equal(1000, scene.MachineVersions().Count);
        Assert.Equal("three", await scene.CallAsync());

        // The first was live and could not go, the second could; its record can be rolled back to all the same.
        Assert.Contains(machine + ":1", scene.MachineVersions());
        Assert.DoesNotContain(machine + ":2", scene.MachineVersions());
        Assert.Equal(PublishStatus.Published, (await scene.AskAsync(PublishAction.Rollback, version: 2)).Status);
        Assert.Equal("two", await scene.CallAsync());
    }

    [Fact]
    public async Task Flows_whose_ids_concatenate_to_the_same_text_are_two_machines()
    {
        await using var scene = await PublishingScene.StartAsync();
        foreach (var (tenant, flow) in ((string, string)[])[("a-b", "c"), ("a", "b-c")])
        {
            var (owner, id) = (TenantId.Parse(tenant), FlowId.Parse(flow));
            await scene.SaveAsync(PublishingScene.Document(tenant, flow: id), owner, id);
            Assert.Equal(PublishStatus.Published, (await scene.AskAsync(PublishAction.Publish, tenant: owner, flow: id)).Status);
        }

        Assert.Equal("a-b", await scene.CallAsync(TenantId.Parse("a-b"), FlowId.Parse("c")));
        Assert.Equal("a", await scene.CallAsync(TenantId.Parse("a"), FlowId.Parse("b-c")));
        await scene.AskAsync(PublishAction.Delete, tenant: TenantId.Parse("a-b"), flow: FlowId.Parse("c"));
        Assert.Equal("a", await scene.CallAsync(TenantId.Parse("a"), FlowId.Parse("b-c")));
    }

    [Theory]
    [InlineData("waits", "ALL", PublishingScene.LogGroup)]
    [InlineData("continues", "FATAL", PublishingScene.LogGroup)]
    public async Task Machines_without_a_history_of_their_own_log_it_others_only_bad_ends_and_none_the_data(
        string caller,
        string level,
        string logGroup
    )
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(PublishingScene.Document("one", caller));
        var machine = scene.StepFunctions.DescribeStateMachine(
            new StateMachineRequest(PublishingScene.MachineArn(PublishingScene.Acme, PublishingScene.Flow))
        );
        Assert.Equal(level, machine.LoggingConfiguration!.Level);
        Assert.False(machine.LoggingConfiguration.IncludeExecutionData);
        Assert.Equal(logGroup, machine.LoggingConfiguration.Destinations?.SingleOrDefault()?.CloudWatchLogsLogGroup?.LogGroupArn);
    }

    [Theory]
    [InlineData("waits", true)]
    [InlineData("continues", false)]
    public async Task A_deployment_can_log_the_data_of_runs_that_have_no_other_history(string caller, bool logsData)
    {
        await using var scene = await PublishingScene.StartAsync(logsExecutionData: true);
        await scene.PublishAsync(PublishingScene.Document("one", caller));
        var machine = scene.StepFunctions.DescribeStateMachine(
            new StateMachineRequest(PublishingScene.MachineArn(PublishingScene.Acme, PublishingScene.Flow))
        );
        Assert.Equal(logsData, machine.LoggingConfiguration!.IncludeExecutionData);
    }

    [Fact]
    public async Task Publishing_the_live_flow_restores_a_missing_state_machine()
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(PublishingScene.Document("one"));
        await scene.PublishAsync(PublishingScene.Document("two"));
        scene.StepFunctions.DeleteStateMachine(
            new StateMachineRequest(PublishingScene.MachineArn(PublishingScene.Acme, PublishingScene.Flow))
        );
        Assert.Equal(PublishStatus.Unchanged, (await scene.AskAsync(PublishAction.Publish)).Status);
        Assert.Equal("two", await scene.CallAsync());
        await scene.AskAsync(PublishAction.Rollback, version: 1);
        Assert.Equal("one", await scene.CallAsync());
    }

    [Fact]
    public async Task A_deleted_flow_can_be_published_again()
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(PublishingScene.Document("one"));
        await scene.PublishAsync(PublishingScene.Document("two"));
        Assert.Equal(PublishStatus.Deleted, (await scene.AskAsync(PublishAction.Delete)).Status);
        Assert.Empty(await scene.Store.ListFlowsAsync(PublishingScene.Acme, Cancel));
        Assert.Equal(PublishStatus.Rejected, (await scene.AskAsync(PublishAction.Publish)).Status);
        await scene.PublishAsync(PublishingScene.Document("new", caller: "continues"));
        Assert.Equal(1, (await scene.Store.FindLiveAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel))?.Version);
    }

    [Fact]
    public async Task Recompiling_takes_the_live_document_and_not_the_draft()
    {
        await using var scene = await PublishingScene.StartAsync();
        await scene.PublishAsync(PublishingScene.Document("one"));
        await scene.SaveAsync(PublishingScene.Document("unfinished"));
        Assert.Equal(PublishStatus.Unchanged, (await scene.AskAsync(PublishAction.Recompile)).Status);

        // As a compiler that has changed since leaves it: the same document, another hash.
        var live = (await scene.Store.FindLiveAsync(PublishingScene.Acme, PublishingScene.Flow, Cancel))!;
        await scene.Store.TryPutLiveAsync(
            PublishingScene.Acme,
            live with
            {
                ContentHash = "of an earlier compiler",
            },
            live.Revision,
            Cancel
        );
        Assert.Equal((PublishStatus.Published, 2), await AskAsync(PublishAction.Recompile));
        Assert.Equal("one", await scene.CallAsync());
        Assert.Equal((PublishStatus.Unchanged, 2), await AskAsync(PublishAction.Recompile));

        async Task<(string, int)> AskAsync(PublishAction action)
        {
            var answer = await scene.AskAsync(action);
            return (answer.Status, answer.Version);
        }
    }
}
