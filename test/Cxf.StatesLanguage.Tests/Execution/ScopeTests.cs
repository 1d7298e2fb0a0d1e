namespace Cxf.StatesLanguage.Tests.Execution;

public sealed class ScopeTests
{
    [Fact]
    public void An_iteration_reads_variables_from_outside_and_keeps_its_own_to_itself()
    {
        using var local = new LocalService();
        var machine = local.Machine(
            "Set",
            """
            {"Set":{"Type":"Pass","Assign":{"factor":10},"Next":"Each"},
             "Each":{"Type":"Map","Items":[1,2,3],"ItemProcessor":{"StartAt":"One","States":{
               "One":{"Type":"Pass","Assign":{"product":"{% $states.input * $factor %}"},"Next":"Two"},
               "Two":{"Type":"Pass","Output":"{% $product %}","End":true}}},"Next":"After"},
             "After":{"Type":"Pass","Output":{"items":"{% $states.input %}","leaked":"{% $exists($product) %}"},"End":true}}
            """
        );

        Assert.Equal("""{"items":[10,20,30],"leaked":false}""", local.Run(machine).Output);
    }

    [Fact]
    public void Assign_and_Output_see_the_values_before_the_state()
    {
        using var local = new LocalService();
        var machine = local.Machine(
            "First",
            """
            {"First":{"Type":"Pass","Assign":{"x":1},"Next":"Second"},
             "Second":{"Type":"Pass","Assign":{"x":2,"y":"{% $x %}"},"Output":"{% $x %}","Next":"Third"},
             "Third":{"Type":"Pass","Output":"{% [$states.input, $x, $y] %}","End":true}}
            """
        );

        Assert.Equal("[1,2,1]", local.Run(machine).Output);
    }

    [Fact]
    public void A_state_whose_output_is_too_large_ends_the_execution()
    {
        using var local = new LocalService();
        var machine = local.Machine("Big", """{"Big":{"Type":"Pass","Output":"{% $pad('', 262144, 'x') %}","End":true}}""");

        Assert.Equal("States.DataLimitExceeded", local.Run(machine).Error);
    }
}
