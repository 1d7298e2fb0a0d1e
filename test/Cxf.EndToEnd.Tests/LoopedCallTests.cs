using System.Collections.Concurrent;
using System.Text.Json;

namespace Cxf.EndToEnd.Tests;

/// <summary>Loops whose calls reach a third party that does nothing twice under one Idempotency-Key.</summary>
public sealed class LoopedCallTests : IDisposable
{
    private const string Loop = """
        "begin": { "kind": "transform", "assign": { "n": 0, "seen": "" }, "next": "step" },
        "more": { "kind": "transform", "assign": { "n": "{% $n + 1 %}", "seen": "{% $seen & RESULT & ' ' %}" }, "next": "again" },
        "again": { "kind": "decision", "choices": [{ "when": "{% $n < 3 %}", "next": "step" }], "otherwise": "done" },
        "done": { "kind": "respond", "message": "{% 'Seen ' & $seen %}" }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-loops-");
    private readonly ConcurrentDictionary<string, string> _effects = new();

    public void Dispose() => _folder.Delete(recursive: true);

    // Flows whose callers wait are looped in virtual time (CallKeyTests): here a slow machine would be too late for the caller.
    [Fact]
    public async Task Each_pass_of_a_loop_takes_effect()
    {
        await using var crm = await StartAsync();
        WriteFlow(
            "notes",
            $$"""
            { "flowId": "notes", "caller": "continues", "start": "begin", "steps": {
                "step": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/notes",
                 "body": { "n": "{% $n %}" }, "timeoutSeconds": 20, "next": "more" },
                {{Loop.Replace("RESULT", "$step.body.id")}} } }
            """
        );
        await Call(crm, "notes");
    }

    [Theory]
    [InlineData("waits", 4)]
    [InlineData("continues", 20)]
    public async Task A_live_flow_in_a_loop_runs_in_each_pass_with_its_payload(string child, int timeoutSeconds)
    {
        await using var crm = await StartAsync();
        WriteFlow(
            "child",
            $$"""
            { "flowId": "child", "caller": "{{child}}", "input": { "type": "object",
             "properties": { "n": { "type": "number" } } }, "start": "note", "steps": {
                "note": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/notes",
                 "body": { "n": "{% $payload.n %}" }, "timeoutSeconds": {{timeoutSeconds}}, "next": "done" },
                "done": { "kind": "respond", "message": "{% $note.body.id %}" } } }
            """
        );
        WriteFlow(
            "notes",
            $$"""
            { "flowId": "notes", "caller": "continues", "start": "begin", "steps": {
                "step": { "kind": "runFlow", "flowId": "child", "payload": { "n": "{% $n %}" }, "next": "more" },
                {{Loop.Replace("RESULT", "$step.message")}} } }
            """
        );
        await Call(crm, "notes");
    }

    private async Task Call(CallApi.ThirdParty crm, string flow)
    {
        Write(
            "instances.json",
            """{"arn:aws:connect:eu-central-1:444455556666:instance/22222222-3333-4444-8555-666666666666": ["t"]}"""
        );
        Write(
            "tenants/t/connections/crm.json",
            $$"""{"baseUrl": "{{crm.Url}}", "methods": ["POST"], "idempotencyHeader": "Idempotency-Key"}"""
        );
        var (code, output) = await CxfProcess.RunAsync("call", "--config", _folder.FullName, "--flow", $"t/{flow}");
        Assert.True(code == 0, output);
        Assert.Contains("Seen note-0 note-1 note-2", output);
        Assert.Equal(["note-0", "note-1", "note-2"], _effects.Values.Order());
    }

    // What was done under a key before is answered again.
    private Task<CallApi.ThirdParty> StartAsync() =>
        CallApi.ThirdParty.StartAsync(async context =>
        {
            var body = await JsonSerializer.DeserializeAsync<JsonElement>(
                context.Request.Body,
                cancellationToken: context.RequestAborted
            );
            var id = _effects.GetOrAdd(context.Request.Headers["Idempotency-Key"].ToString(), $"note-{body.GetProperty("n")}");
            await CallApi.ThirdParty.AnswerAsync(context, $$"""{"id": "{{id}}"}""", 201);
        });

    private void WriteFlow(string flow, string text) => Write($"tenants/t/flows/{flow}.json", text);

    private void Write(string name, string text)
    {
        var file = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
