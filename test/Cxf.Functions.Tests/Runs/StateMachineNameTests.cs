using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Runs;

namespace Cxf.Functions.Tests.Runs;

public sealed class StateMachineNameTests
{
    [Fact]
    public void A_name_shows_stage_tenant_and_flow() =>
        Assert.Matches("^cxf-dev-acme-create_lead-[0-9a-f]{12}$", Name("acme", "create_lead"));

    [Fact]
    public void Ids_that_join_to_the_same_text_have_different_names() => Assert.NotEqual(Name("a-b", "c"), Name("a", "b-c"));

    [Fact]
    public void The_longest_ids_fit_and_still_differ()
    {
        var one = Name(new string('t', 64), new string('f', 64), "production12");
        var other = Name(new string('t', 64), new string('f', 63) + "g", "production12");
        Assert.Equal(80, one.Length);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void Who_gets_a_deleted_tenants_id_gets_other_machines()
    {
        string[] names = [.. Enumerable.Range(0, 20).Select(generation => Name("acme", "create_lead", generation: generation))];
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^cxf-dev-acme-create_lead-[0-9a-f]{12}$", name));
    }

    private static string Name(string tenant, string flow, string stage = "dev", int generation = 0) =>
        StateMachineName.For(StageName.Parse(stage), TenantId.Parse(tenant), FlowId.Parse(flow), generation);
}
