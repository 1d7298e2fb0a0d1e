using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tests.Service;

public sealed class ListingTests
{
    private const string Waiting = """{"Wait":{"Type":"Wait","Seconds":60,"End":true}}""";

    [Fact]
    public void A_history_is_read_in_pages_from_either_end()
    {
        using var local = new LocalService();
        var machine = local.Machine("A", """{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","End":true}}""");
        var arn = local.Run(machine).ExecutionArn;

        Assert.Equal(
            [
                [1, 2, 3, 4],
                [5, 6],
            ],
            Pages(reverse: false)
        );
        Assert.Equal(
            [
                [6, 5, 4, 3],
                [2, 1],
            ],
            Pages(reverse: true)
        );

        List<long[]> Pages(bool reverse)
        {
            var pages = new List<long[]>();
            string? token = null;
            do
            {
                var page = local.Service.GetExecutionHistory(
                    new GetExecutionHistoryRequest(arn, MaxResults: 4, ReverseOrder: reverse, NextToken: token)
                );
                pages.Add([.. page.Events.Select(static entry => entry.Id)]);
                token = page.NextToken;
            } while (token is not null);

            return pages;
        }
    }

    [Fact]
    public void Executions_are_listed_newest_first_by_status_version_and_alias()
    {
        using var local = new LocalService();
        var machine = local.Machine("Wait", Waiting);
        var version = local.Service.PublishStateMachineVersion(new PublishVersionRequest(machine)).StateMachineVersionArn;
        var alias = local
            .Service.CreateStateMachineAlias(new CreateAliasRequest("live", [new RoutingConfigurationItem(version, 100)]))
            .StateMachineAliasArn;
        Start(machine, "plain");
        Start(version, "version");
        local.RunClock();
        Start(alias, "alias");

        Assert.Equal(["alias", "version", "plain"], Names(new ListRequest(machine)));
        Assert.Equal(["alias"], Names(new ListRequest(machine, StatusFilter: "RUNNING")));
        Assert.Equal(["version", "plain"], Names(new ListRequest(machine, StatusFilter: "SUCCEEDED")));
        Assert.Equal(["alias", "version"], Names(new ListRequest(version)));
        Assert.Equal(["alias"], Names(new ListRequest(alias)));

        void Start(string arn, string name) => local.Service.StartExecution(new StartExecutionRequest(arn, name));

        IEnumerable<string> Names(ListRequest request) =>
            local.Service.ListExecutions(request).Executions.Select(static execution => execution.Name);
    }

    [Fact]
    public void An_invalid_listing_request_is_rejected()
    {
        using var local = new LocalService();
        var machine = local.Machine("Wait", Waiting);

        Assert.Equal("ValidationException", Refusal(new ListRequest(machine, StatusFilter: "DONE")));
        Assert.Equal("ValidationException", Refusal(new ListRequest(machine, MaxResults: 1_001)));
        Assert.Equal("ValidationException", Refusal(new ListRequest(machine, MaxResults: -1)));
        Assert.Equal("InvalidToken", Refusal(new ListRequest(machine, NextToken: "nonsense")));
        Assert.Equal("InvalidArn", Refusal(new ListRequest("machine")));
        Assert.Equal("StateMachineDoesNotExist", Refusal(new ListRequest($"{machine}-2")));

        string Refusal(ListRequest request) =>
            Assert.Throws<StepFunctionsException>(() => local.Service.ListExecutions(request)).Code;
    }
}
