using Cxf.ContactFlows;
using Cxf.ContactFlows.Tests;
using Cxf.Local.Output;
using Cxf.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.Local.Tests.Output;

public class CallPrinterTests
{
    [Fact]
    public async Task A_call_that_succeeds_reads_like_a_script() =>
        GoldenFile.Matches(
            Golden("call-press-5.txt"),
            await PrintAsync(
                "5",
                """
                {"status": "SUCCEEDED", "runId": "run-1", "errorCode": "NONE",
                 "message": "Your lead is L-1001. We call +12025550100 back."}
                """
            )
        );

    [Fact]
    public async Task A_call_that_fails_says_where_and_why() =>
        GoldenFile.Matches(
            Golden("call-failed.txt"),
            await PrintAsync("5", """{"status": "FAILED", "runId": "run-1", "errorCode": "ApiUnavailable", "message": "[no]"}""")
        );

    [Fact]
    public async Task A_function_that_breaks_the_contract_is_shown() =>
        GoldenFile.Matches(Golden("call-broken-answer.txt"), await PrintAsync("5", """{"status": 1}"""));

    [Fact]
    public async Task A_call_without_a_key_shows_the_wait() =>
        GoldenFile.Matches(Golden("call-no-key.txt"), await PrintAsync(null, "{}"));

    private static async Task<string> PrintAsync(string? key, string answer)
    {
        var console = new TextConsole();
        var printer = new CallPrinter(console.Lines, new PersonalData()) { ShowsContactFlow = true };
        var time = new FakeTimeProvider();
        var options = Calls.With(
            (_, _, _, _) =>
            {
                time.Advance(TimeSpan.FromMilliseconds(1234));
                return new(Calls.Answer(answer));
            },
            time,
            key
        );

        var call = await ContactFlowSimulator.CallAsync(
            Press5.Flow(),
            options with
            {
                Observer = printer.Print,
            },
            TestContext.Current.CancellationToken
        );
        printer.PrintResult(call);
        return console.Text;
    }

    private static string Golden(string name) => ProjectRoot.Path("test", "Cxf.Local.Tests", "Output", name);
}
