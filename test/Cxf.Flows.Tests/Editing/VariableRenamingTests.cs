using Cxf.Flows.Editing;

namespace Cxf.Flows.Tests.Editing;

/// <summary>A variable that is given another name.</summary>
public sealed class VariableRenamingTests
{
    [Theory]
    [InlineData("$total + 1", "$price + 1")]
    [InlineData("($total := 1; $total)", "($total := 1; $total)")]
    [InlineData("$total & ($total := 1; $total)", "$price & ($total := 1; $total)")]
    [InlineData("$map([1], function($total) { $total })", "$map([1], function($total) { $total })")]
    [InlineData("$map([$total], function($x) { $x + $total })", "$map([$price], function($x) { $x + $price })")]
    [InlineData("'$total' & total & $totals & $payload.total", "'$total' & total & $totals & $payload.total")]
    [InlineData("/* $total */ $total.total", "/* $total */ $price.total")]
    [InlineData("{ 'total': $total[0].$total }", "{ 'total': $price[0].$price }")]
    [InlineData("$total +", "$price +")]
    public void What_an_expression_reads_follows_and_what_it_binds_itself_does_not(string before, string after)
    {
        var edit = Edited(Flow("total", before)).RenameVariable("/steps/a/assign/total", "price");
        Assert.Null(edit.Refusal);
        Assert.Equal(Flow("price", after), edit.Text);
        Assert.Equal("/steps/a", edit.Pointer);
        Assert.Equal(Flow("total", before), Edited(edit.Text).RenameVariable("/steps/a/assign/price", "total").Text);
    }

    [Theory]
    [InlineData("b", "There is a step, a branch or a variable")]
    [InlineData("other", "There is a step, a branch or a variable")]
    [InlineData("count", "a name that expressions need")]
    [InlineData("1st", "A name must be a letter")]
    [InlineData("x", "has a variable $x of its own")]
    public void A_name_that_cannot_be_is_refused(string name, string why)
    {
        var text = Flow("total", "$map([1], function($x) { $x + $total })");
        var edit = Edited(text).RenameVariable("/steps/a/assign/total", name);
        Assert.Contains(why, edit.Refusal);
        Assert.Equal(text, edit.Text);
    }

    [Theory]
    [InlineData("/steps/a/assign/none")]
    [InlineData("/steps/a/kind")]
    [InlineData("/steps/b")]
    [InlineData("")]
    public void Only_what_a_step_sets_is_a_variable(string pointer) =>
        Assert.Contains("No step sets a variable", Edited(Flow("total", "1")).RenameVariable(pointer, "price").Refusal);

    [Fact]
    public void A_step_does_not_get_a_label_that_an_expression_binds_or_a_loop_gives()
    {
        const string text = """
            {"start": "a", "steps": {"a": {"kind": "restApi", "next": "b"},
             "b": {"kind": "wait", "seconds": "{% ($x := 1; $a + $x) %}", "next": "c"},
             "c": {"kind": "forEach", "item": "order", "start": "d", "steps": {"d": {"kind": "wait", "seconds": 1}}}}}
            """;
        Assert.Contains("has a variable $x of its own", Edited(text).Rename("a", "x").Refusal);
        Assert.Contains("There is a step, a branch or a variable", Edited(text).Rename("a", "order").Refusal);
        Assert.Contains("There is a step, a branch or a variable", Edited(text).Rename("a", "index").Refusal);
        Assert.Null(Edited(text).Rename("b", "x").Refusal);
    }

    [Fact]
    public void A_scope_inside_with_a_variable_of_the_same_name_keeps_its_own()
    {
        const string text = """
            {"start": "a", "steps": {"a": {"kind": "transform", "assign": {"v": 1}, "next": "l"},
             "l": {"kind": "forEach", "items": "{% [$v] %}", "item": "v", "start": "w",
              "steps": {"w": {"kind": "wait", "seconds": "{% $v %}"}}, "next": "p"},
             "p": {"kind": "parallel", "branches": {"one": {"start": "s", "steps": {
              "s": {"kind": "transform", "assign": {"v": "{% $v %}"}, "next": "r"},
              "r": {"kind": "wait", "seconds": "{% $v %}"}}},
              "two": {"start": "t", "steps": {"t": {"kind": "wait", "seconds": "{% $v %}"}}}}}}}
            """;
        Assert.Equal(
            text.Replace("\"assign\": {\"v\": 1}", "\"assign\": {\"n\": 1}")
                .Replace("[$v]", "[$n]")
                .Replace(
                    "\"t\": {\"kind\": \"wait\", \"seconds\": \"{% $v %}\"}",
                    "\"t\": {\"kind\": \"wait\", \"seconds\": \"{% $n %}\"}"
                ),
            Edited(text).RenameVariable("/steps/a/assign/v", "n").Text
        );
    }

    [Theory]
    [InlineData("$l.v", "\"v\" is also a member of $l")]
    [InlineData("$l.('Order ' & v)", "\"v\" is also a member of $l")]
    [InlineData("$a", null)]
    public void A_variable_that_is_a_member_of_a_result_that_is_read_keeps_its_name(string read, string? refusal)
    {
        var text = $$$$"""
            {"start": "a", "steps": {"a": {"kind": "transform", "assign": {"x": 1}, "next": "l"},
             "l": {"kind": "forEach", "items": "{% [1] %}", "start": "s",
              "steps": {"s": {"kind": "transform", "assign": {"v": "{% $item %}"}}}, "next": "r"},
             "r": {"kind": "respond", "message": "{% {{{{read}}}} %}"}}}
            """;
        var edit = Edited(text).RenameVariable("/steps/l/steps/s/assign/v", "n");
        if (refusal is null)
        {
            Assert.Equal(text.Replace("\"v\"", "\"n\""), edit.Text);
        }
        else
        {
            Assert.Contains(refusal, edit.Refusal);
        }
    }

    [Fact]
    public void Any_variable_of_a_random_flow_is_renamed_where_it_is_meant_and_nowhere_else()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var before = new RandomScopes(seed, null, "");
            foreach (var variable in before.Variables)
            {
                var after = new RandomScopes(seed, (variable.Scope, variable.Name), "renamed");
                var edit = Edited(before.Text).RenameVariable(variable.Pointer, "renamed");
                Assert.True(edit.Refusal is null, $"Seed {seed}: {edit.Refusal}");
                Assert.True(after.Text == edit.Text, $"Seed {seed}, {variable}:\n{before.Text}\n{edit.Text}");

                // A name that another branch has is not given a second time by an edit.
                var back = Edited(edit.Text).RenameVariable(variable.Pointer[..^variable.Name.Length] + "renamed", variable.Name);
                var isTaken = before.Variables.Any(one => one.Name == variable.Name && one.Scope != variable.Scope);
                Assert.Equal(isTaken, back.Refusal is not null);
                Assert.Equal(isTaken ? edit.Text : before.Text, back.Text);
            }
        }
    }

    private static string Flow(string name, string expression) =>
        $$$"""
            {
              "start": "a",
              "steps": {
                "a": { "kind": "transform", "assign": { "{{{name}}}": 1, "other": 2 }, "next": "b" },
                "b": { "kind": "respond", "message": "{% {{{expression}}} %}" }
              }
            }
            """;

    private static EditableFlow Edited(string text) => EditableFlow.Parse(text)!;
}
