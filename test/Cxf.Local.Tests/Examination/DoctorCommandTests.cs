using System.Diagnostics;
using System.Text.Json;
using Cxf.Local.AwsServices;
using Cxf.Local.Tests.AwsServices;
using Cxf.Local.Tests.Commands;

namespace Cxf.Local.Tests.Examination;

/// <summary><c>cxf doctor</c> as a person runs it.</summary>
public sealed class DoctorCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stage_is_examined_through_the_services_of_its_region_and_with_the_credentials_of_the_person()
    {
        await using var stage = await ExaminedStage.StartAsync();
        stage.Services.Decide = (_, action) => action == "ssm:GetParameter" ? Denial.Missing : null;
        stage.Services.Answers["GetQueueUrl"] = OperatorServices.Error("AccessDeniedException", "Access denied", 403);

        // Without a tenant, all are examined.
        var (code, output) = await RunAsync(stage, "doctor", "--stage", "local", "--json");

        Assert.True(code == 1, output);
        var findings = JsonElement.Parse(output).GetProperty("findings").EnumerateArray().ToList();
        Assert.Contains(findings, finding => Text(finding, "where") == "role stack-CallApiRole-1ABC");
        Assert.Contains(findings, finding => Text(finding, "message").EndsWith("do not have the right sqs:GetQueueUrl."));
        Assert.Contains(findings, finding => Text(finding, "where").StartsWith("acme/"));
        Assert.All(stage.Services.Received, request => Assert.Contains("Credential=AKIDPERSON/", request.Authorization));
        Assert.Equal(
            ["connect", "iam", "lambda", "monitoring", "sqs"],
            stage.Services.Received.Select(request => request.Authorization.Split('/')[3]).Distinct().Order()
        );
    }

    [Theory]
    [InlineData("GetItem Query", "dynamodb:GetItem dynamodb:Query")]
    [InlineData("Query", "dynamodb:Query")]
    [InlineData("ListStateMachines", "states:ListStateMachines")]
    [InlineData("DescribeStateMachineAlias", "states:DescribeStateMachineAlias")]
    [InlineData("FilterLogEvents", "logs:FilterLogEvents")]
    [InlineData("GetParameter", "ssm:GetParameter")]
    public async Task A_right_that_the_person_lacks_on_tables_or_state_machines_does_not_end_the_examination(
        string operations,
        string actions
    )
    {
        await using var stage = await ExaminedStage.StartAsync(withConnection: true);
        foreach (var operation in operations.Split(' '))
        {
            stage.Services.Answers[operation] = OperatorServices.Error("AccessDeniedException", "Access denied.", 400);
        }

        stage.Services.Behind = operation =>
            operation is "GetItem" or "Query" or "GetParameter" ? new Uri(stage.Target[3]) : new Uri(stage.Target[5]);
        var address = stage.Services.Address.ToString();
        var (code, output, error) = await CxfCommandTests.RunAsync([
            "doctor",
            "--stage",
            "local",
            "--endpoint",
            address,
            "--step-functions",
            address,
            "--lambda",
            address,
        ]);
        Assert.True(code is 0 or 1, output + error);
        foreach (var action in actions.Split(' '))
        {
            Assert.Contains($"This was not examined: you do not have the right {action}.", output);
        }

        Assert.Contains("not examined.", output.TrimEnd().Split('\n')[^1]);
        Assert.Contains(stage.Services.Received, request => request.Path.Contains("/aliases/"));
    }

    [Theory]
    [InlineData("doctor", "Name the tenants to examine")]
    [InlineData("doctor --folder .", "Name the tenants to examine")]
    [InlineData("doctor --stage local --endpoint http://127.0.0.1:1", "Name the tenants to examine")]
    [InlineData("doctor acme --call acme/quick", "--call needs Lambda")]
    [InlineData("doctor acme --stage local --endpoint http://127.0.0.1:1 --call acme/quick", "--call needs Lambda")]
    [InlineData("doctor acme --payload {}", "--payload is the payload of --call")]
    [InlineData("doctor acme --stage local --call acme", "acme")]
    public async Task A_wrong_command_line_is_explained(string arguments, string problem)
    {
        var (code, output, error) = await CxfCommandTests.RunAsync(arguments.Split(' '));
        Assert.Equal(2, code);
        Assert.Contains(problem, output + error);
    }

    [Fact]
    public async Task It_says_what_beside_cxf_start_is_not_examined()
    {
        await using var stage = await ExaminedStage.StartAsync();
        foreach (
            var (more, note) in ((string[] More, string Note)[])
                [
                    ([], "The functions were not examined: --lambda gives the address of Lambda."),
                    (
                        ["--lambda", stage.Services.Address.ToString()],
                        "Roles, permissions of Amazon Connect, alarms and dead letters are examined on AWS only."
                    ),
                ]
        )
        {
            var (_, output, _) = await CxfCommandTests.RunAsync(["doctor", .. stage.Target, .. more]);
            Assert.Contains(note, output);
        }
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    // A process of its own, because the addresses and credentials are those of its environment.
    private static async Task<(int Code, string Output)> RunAsync(ExaminedStage stage, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "cxf.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (service, address) in stage.Services.Endpoints)
        {
            start.Environment[$"AWS_ENDPOINT_URL_{service.Id.ToUpperInvariant().Replace(' ', '_')}"] = address.ToString();
        }

        start.Environment["AWS_ENDPOINT_URL_DYNAMODB"] = stage.Target[3];
        start.Environment["AWS_ENDPOINT_URL_SFN"] = stage.Target[5];
        start.Environment["AWS_ACCESS_KEY_ID"] = "AKIDPERSON";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "secret";
        start.Environment["AWS_REGION"] = "us-east-1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(Cancel);
        var output = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, output + await errors);
    }
}
