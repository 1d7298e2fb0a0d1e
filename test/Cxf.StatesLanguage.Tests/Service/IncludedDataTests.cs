using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tests.Service;

public sealed class IncludedDataTests
{
    private const string States = """
        {"A":{"Type":"Pass","Assign":{"x":1},"Next":"B"},"B":{"Type":"Pass","Output":"{% $x %}","End":true}}
        """;

    private const string MetadataOnly = "METADATA_ONLY";

    [Theory]
    [InlineData(null, true)]
    [InlineData("ALL_DATA", true)]
    [InlineData(MetadataOnly, false)]
    public async Task Data_are_left_out_if_only_metadata_are_wanted(string? included, bool hasData)
    {
        using var local = new LocalService();
        var machine = local.Machine("A", States);
        var express = local.Machine("A", States, StateMachineType.Express, "express");
        var arn = local.Run(machine, """{"n":1}""").ExecutionArn;

        var execution = local.Service.DescribeExecution(new ExecutionRequest(arn, included));
        var described = local.Service.DescribeStateMachine(new StateMachineRequest(machine, included));
        var ofExecution = local.Service.DescribeStateMachineForExecution(new ExecutionRequest(arn, included));
        var synchronous = await local.Service.StartSyncExecution(
            new StartExecutionRequest(express, null, """{"n":1}""", IncludedData: included),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(hasData ? ("""{"n":1}""", "1") : (null, null), (execution.Input, execution.Output));
        Assert.Equal((hasData, hasData), (execution.InputDetails.Included, execution.OutputDetails!.Included));
        Assert.Equal(hasData ? ("""{"n":1}""", "1") : (null, null), (synchronous.Input, synchronous.Output));
        Assert.Equal(hasData, described.Definition.Contains("StartAt", StringComparison.Ordinal));
        Assert.Equal(hasData, ofExecution.Definition.Contains("StartAt", StringComparison.Ordinal));
        Assert.Equal(hasData ? ["x"] : null, described.VariableReferences?["B"]);
        Assert.Equal(hasData ? ["x"] : null, ofExecution.VariableReferences?["B"]);
    }

    [Fact]
    public void Another_kind_of_data_is_refused()
    {
        using var local = new LocalService();
        var machine = local.Machine("A", """{"A":{"Type":"Pass","End":true}}""");

        var refusal = Assert.Throws<StepFunctionsException>(() =>
            local.Service.DescribeStateMachine(new StateMachineRequest(machine, "EVERYTHING"))
        );

        Assert.Equal("ValidationException", refusal.Code);
    }

    [Theory]
    [InlineData("AWS_OWNED_KEY", null, null, null)]
    [InlineData("CUSTOMER_MANAGED_KMS_KEY", "alias/cxf", null, null)]
    [InlineData("CUSTOMER_MANAGED_KMS_KEY", "alias/cxf", 60, null)]
    [InlineData("CUSTOMER_MANAGED_KMS_KEY", "alias/cxf", 900, null)]
    [InlineData("CUSTOMER_MANAGED_KMS_KEY", "alias/cxf", 59, "ValidationException")]
    [InlineData("CUSTOMER_MANAGED_KMS_KEY", "alias/cxf", 901, "ValidationException")]
    [InlineData("CUSTOMER_MANAGED_KMS_KEY", null, null, "InvalidEncryptionConfiguration")]
    [InlineData("AWS_OWNED_KEY", "alias/cxf", null, "InvalidEncryptionConfiguration")]
    [InlineData("SOME_KEY", null, null, "ValidationException")]
    [InlineData(null, null, null, "ValidationException")]
    public void The_key_of_an_encryption_is_checked_and_described(string? type, string? key, int? seconds, string? refusal)
    {
        using var local = new LocalService();
        var encryption = new EncryptionConfiguration(type, key, seconds);
        const string definition = """{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""";
        var request = new CreateStateMachineRequest("m", definition, "arn:aws:iam::111111111111:role/r")
        {
            EncryptionConfiguration = encryption,
        };
        var activity = new CreateActivityRequest("a", EncryptionConfiguration: encryption);
        if (refusal is not null)
        {
            Assert.Equal(refusal, Assert.Throws<StepFunctionsException>(() => local.Service.CreateStateMachine(request)).Code);
            Assert.Equal(refusal, Assert.Throws<StepFunctionsException>(() => local.Service.CreateActivity(activity)).Code);
            return;
        }

        var arn = local.Service.CreateStateMachine(request).StateMachineArn;
        var activityArn = local.Service.CreateActivity(activity).ActivityArn;

        Assert.Equal(encryption, local.Service.DescribeStateMachine(new StateMachineRequest(arn)).EncryptionConfiguration);
        Assert.Equal(encryption, local.Service.DescribeActivity(new ActivityRequest(activityArn)).EncryptionConfiguration);
    }
}
