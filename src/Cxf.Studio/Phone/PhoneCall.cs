using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Cxf.ContactFlows;
using Cxf.ContactFlows.Simulation;
using Cxf.Local.Commands;
using Cxf.Local.ConnectExport;
using Cxf.Local.Deployment;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;

namespace Cxf.Studio.Phone;

/// <summary>
/// A call that a person makes in the studio: the contact flow that <c>cxf connect export</c> writes for the text on the screen
/// runs against a deployment of its own in this process, and the person is the caller.
/// </summary>
public sealed class PhoneCall : IAsyncDisposable
{
    private const string Key = "5";

    private readonly CancellationTokenSource _hangUp = new();
    private readonly ConcurrentQueue<CallEvent> _events = new();
    private readonly Action _changed;
    private TaskCompletionSource<string?>? _keys;
    private Task _call = Task.CompletedTask;
    private bool _isPutAway;

    private PhoneCall(Action changed) => _changed = changed;

    /// <summary>What happened, in order.</summary>
    internal IReadOnlyCollection<CallEvent> Events => _events;

    /// <summary>The question that waits for keys; null while none does.</summary>
    internal Question? Question { get; private set; }

    /// <summary>Whether the call is over.</summary>
    internal bool HasEnded { get; private set; }

    /// <summary>Why the call could not be made, or how it failed; null if it went as the flow's author expects.</summary>
    internal string? Problem { get; private set; }

    /// <summary>The runs that it started, with their steps. They are there when the call is over.</summary>
    internal IReadOnlyList<ExecutionReport> Executions { get; private set; } = [];

    /// <summary>What masks personal data of this flow.</summary>
    internal PersonalData PersonalData { get; private init; } = new();

    /// <summary>Makes a call.</summary>
    /// <param name="document">The flow, without errors.</param>
    /// <param name="folder">The deployment folder.</param>
    /// <param name="changed">Called whenever there is something new to show, on any thread.</param>
    internal static PhoneCall Start(FlowDocument document, string folder, Action changed)
    {
        var sensitive = document.Reading.Flow!.Input.SensitiveNames();
        var call = new PhoneCall(changed) { PersonalData = new PersonalData(sensitive) };
        call._call = Task.Run(() => call.RunAsync(document, folder));
        return call;
    }

    /// <summary>Presses keys; null lets the question's time pass.</summary>
    internal void Press(string? keys) => _keys?.TrySetResult(keys);

    /// <summary>Hangs up and waits until everything is put away.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_isPutAway)
        {
            _isPutAway = true;
            await _hangUp.CancelAsync();
            await _call;
            _hangUp.Dispose();
        }
    }

    private async Task RunAsync(FlowDocument document, string folder)
    {
        try
        {
            await CallAsync(document, folder, _hangUp.Token);
        }
        catch (OperationCanceledException)
        {
            // The person hung up.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Problem = $"The call cannot be made: {exception.Message}";
        }

        (HasEnded, Question) = (true, null);
        _changed();
    }

    private async Task CallAsync(FlowDocument document, string folder, CancellationToken cancellationToken)
    {
        var (tenant, flow) = (document.File.Tenant, document.Reading.Flow!);
        await using var deployment = await LocalDeployment.StartAsync(
            new LocalDeploymentOptions { ConfigurationFolder = folder },
            cancellationToken
        );
        await deployment.ChangeDraftAsync(tenant, flow.Id, _ => WithoutTests(document.Text), cancellationToken);
        var published = await FlowPublishing.PublishAllAsync(deployment, [(tenant, flow.Id)], cancellationToken);
        if (published.FirstOrDefault(one => !one.IsLive) is { } refused)
        {
            var first = refused.Problems.Select(problem => $" {problem}").FirstOrDefault();
            Problem = $"{refused.Name} cannot be published, so there is nothing to call: {refused.Message}{first}";
            return;
        }

        var request = ExportRequest.For(
            tenant,
            flow,
            Key,
            LocalDeployment.ExecuteFlowArn,
            LocalDeployment.FunctionArn("GetFlowResult")
        );
        var result = await ContactFlowSimulator.CallAsync(
            ContactFlowReader.Read(ConnectExporter.ContactFlow(request)).Flow!,
            new CallOptions
            {
                Contact = new SimulatedContact
                {
                    ContactId = ContactIds.New(),
                    InstanceArn = await deployment.InstanceArnAsync(cancellationToken),
                },
                Invoke = deployment.Functions.InvokeForContactAsync,
                Caller = AskAsync,
                Observer = Add,
            },
            cancellationToken
        );
        Problem = result.Problem;
        Executions = await ExecutionReport.AllAsync(deployment, cancellationToken);
    }

    // A test that fails stops publishing, and trying the flow is how one finds out why.
    private static string WithoutTests(string text)
    {
        var document = JsonNode.Parse(text)!.AsObject();
        document.Remove("tests");
        return document.ToJsonString();
    }

    private async ValueTask<string?> AskAsync(Question question, CancellationToken cancellationToken)
    {
        var keys = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        (_keys, Question) = (keys, question);
        _changed();
        try
        {
            return await keys.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            (_keys, Question) = (null, null);
        }
    }

    private void Add(CallEvent happened)
    {
        _events.Enqueue(happened);
        _changed();
    }
}
