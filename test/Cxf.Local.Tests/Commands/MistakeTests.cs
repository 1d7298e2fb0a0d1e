using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cxf.Local.Tests.Commands;

/// <summary>
/// Mistakes that people make in flows and connections: each is found at its place, once, and with a fix that names what to write.
/// </summary>
public sealed partial class MistakeTests : IDisposable
{
    // A correct tenant. Each mistake replaces one part of one of its documents.
    private const string Connection = """
        {
          "baseUrl": "https://desk.example.com/v1",
          "auth": { "kind": "bearer" },
          "methods": ["GET", "POST"]
        }
        """;

    private const string Flow = """
        {
          "flowId": "visit",
          "description": "Books a visit.",
          "caller": "continues",
          "contactFields": ["customerNumber"],
          "input": {
            "type": "object",
            "properties": {
              "customer": { "type": "string", "pattern": "^K[0-9]{4}$" },
              "people": { "type": "integer", "minimum": 1, "maximum": 9 },
              "note": { "type": "string" }
            },
            "required": ["customer", "people"]
          },
          "start": "lookup_1",
          "steps": {
            "lookup_1": {
              "kind": "restApi",
              "connection": "desk",
              "method": "GET",
              "path": "{% '/visitors/' & $payload.customer %}",
              "query": { "active": "yes" },
              "select": "{ 'code': code, 'host': host }",
              "timeoutSeconds": 2,
              "onError": { "ApiNotFound": "stranger", "any": "broken" },
              "next": "many"
            },
            "many": {
              "kind": "decision",
              "choices": [{ "when": "{% $payload.people > 4 %}", "next": "double" }],
              "otherwise": "welcome"
            },
            "double": { "kind": "transform", "assign": { "seats": "{% $payload.people * 2 %}" }, "next": "crowd" },
            "crowd": { "kind": "respond", "message": "{% 'Seats: ' & $seats %}",
             "outputs": { "code": "{% $lookup_1.body.code & '' %}" } },
            "welcome": { "kind": "respond", "message": "{% 'Welcome, ' & $lookup_1.body.host %}" },
            "stranger": { "kind": "respond", "message": "We do not know you." },
            "broken": { "kind": "fail", "message": "Please call later." }
          },
          "tests": [
            {
              "name": "Two people",
              "payload": { "customer": "K0001", "people": "2" },
              "answers": { "lookup_1": [{ "status": 200, "body": { "code": "A", "host": "Eve" } }] },
              "expect": { "status": "SUCCEEDED", "message": "Welcome, Eve" }
            }
          ]
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-mistakes-");

    /// <summary>What is replaced, by what, with a mark where the mistake is; its code; words of its fix.</summary>
    public static TheoryData<string, string, string, string> InFlows =>
        new()
        {
            // JSON.
            { "\"GET\",", "\"GET\"▲", "CXF1001", "comma" },
            { "\"broken\" },\n      \"next\"", "\"broken\" },\n      ▲// then\n      \"next\"", "CXF1001", "comment" },
            { "\"next\": \"many\"\n", "\"next\": \"many\"▲,\n", "CXF1001", "Remove the comma" },
            { "not know you.", "not▲\tknow you.", "CXF1001", "\\t" },
            { "\"start\": \"lookup_1\"", "▲'start': 'lookup_1'", "CXF1001", "\"start\"" },
            { "\"start\": \"lookup_1\"", "▲“start”: \"lookup_1\"", "CXF1001", "\"start\"" },
            { "\"start\": \"lookup_1\"", "\"start\"▲ \"lookup_1\"", "CXF1001", "colon" },
            {
                "\"required\": [\"customer\", \"people\"]",
                "\"required\": [\"customer\", \"people\"], \"additionalProperties\": ▲True",
                "CXF1001",
                "Write true"
            },
            { "Please call later.\" }\n  },", "Please call later.\" }▲\n  ,", "CXF1001", "}" },
            { "\"next\": \"double\" }],", "\"next\": \"double\" }▲,", "CXF1001", "]" },
            {
                "\"seats\": \"{% $payload.people * 2 %}\" }, \"next\": \"crowd\" }",
                "\"seats\": \"{% $payload.people * 2 %}\", \"next\": \"crowd\" }▲",
                "CXF1001",
                "}"
            },
            // Names and words.
            { "\"welcome\": {", "▲\"crowd\": {", "CXF1002", "Rename" },
            { "{ \"kind\": \"fail\", \"message\": \"Please call later.\" }", "▲{ \"kind\": \"fail\" }", "CXF1003", "message" },
            { "\"restApi\"", "▲\"request\"", "CXF1007", "\"restApi\"" },
            { "\"restApi\"", "▲\"restapi\"", "CXF1007", "\"restApi\"" },
            { "\"decision\"", "▲\"choice\"", "CXF1007", "\"decision\"" },
            { "\"method\": \"GET\"", "\"method\": ▲\"get\"", "CXF1007", "\"GET\"" },
            { "\"continues\"", "▲\"continue\"", "CXF1007", "\"continues\"" },
            { "[\"customerNumber\"]", "[▲\"callerNumber\"]", "CXF1007", "\"customerNumber\"" },
            { "\"type\": \"integer\"", "\"type\": ▲\"int\"", "CXF1007", "\"integer\"" },
            { "\"minimum\": 1", "▲\"min\": 1", "CXF1004", "\"minimum\"" },
            { "\"maximum\": 9", "▲\"maximun\": 9", "CXF1004", "\"maximum\"" },
            { "\"ApiNotFound\":", "▲\"404\":", "CXF1007", "\"ApiNotFound\"" },
            { "\"any\":", "▲\"States.ALL\":", "CXF1007", "\"any\"" },
            { "{ \"ApiNotFound\": \"stranger\", \"any\": \"broken\" }", "▲\"broken\"", "CXF1005", "\"any\"" },
            { "\"steps\": {", "▲\"stepz\": {", "CXF1004", "\"steps\"" },
            { "\"message\": \"We do", "▲\"text\": \"We do", "CXF1004", "\"message\"" },
            { "\"method\": \"GET\"", "▲\"verb\": \"GET\"", "CXF1004", "\"method\"" },
            { "\"timeoutSeconds\"", "▲\"timeout\"", "CXF1004", "\"timeoutSeconds\"" },
            { "\"timeoutSeconds\": 2", "\"timeoutSeconds\": ▲\"2\"", "CXF1005", "2 without quotes" },
            { "\"timeoutSeconds\": 2", "\"timeoutSeconds\": ▲90", "CXF1006", "1 to 60" },
            { "\"flowId\": \"visit\"", "\"flowId\": ▲\"my visit\"", "CXF1008", "\"my_visit\"" },
            { "call later.\" }", "call later.\", ▲\"next\": \"welcome\" }", "CXF1004", "Remove \"next\"" },
            { "\"next\": \"many\"", "\"next\": ▲\"mani\"", "CXF2001", "\"many\"" },
            { "\"start\": \"lookup_1\"", "\"start\": ▲\"lookup1\"", "CXF2001", "\"lookup_1\"" },
            { "\"connection\": \"desk\"", "\"connection\": ▲\"desc\"", "CXF2201", "\"desk\"" },
            // Calls.
            { "\"method\": \"GET\"", "\"method\": ▲\"PUT\"", "CXF2202", "GET, POST" },
            { "\"{% '/visitors/' & $payload.customer %}\"", "▲\"visitors\"", "CXF1011", "\"/visitors\"" },
            {
                "\"{% '/visitors/' & $payload.customer %}\"",
                "▲\"https://desk.example.com/v1/visitors\"",
                "CXF1011",
                "\"/visitors\""
            },
            {
                "\"{% '/visitors/' & $payload.customer %}\"",
                "\"/visitors▲?state=in\"",
                "CXF2210",
                "\"query\": { \"state\": \"in\" }"
            },
            { "'/visitors/' & $payload.customer", "'/visitors▲?id=' & $payload.customer", "CXF2210", "\"query\"" },
            { "'/visitors/' & $payload.customer", "'/visitors▲#' & $payload.customer", "CXF2210", "%23" },
            { "\"method\": \"GET\"", "\"method\": \"POST\", \"paging\": ▲{ \"by\": \"link\" }", "CXF1019", "GET" },
            // Expressions.
            { "\"{% $payload.people > 4 %}\"", "▲\"$payload.people > 4\"", "CXF2105", "{% $payload.people > 4 %}" },
            { "people > 4", "people ▲== 4", "CXF2101", "Write =" },
            { "people > 4", "people > 4 ▲&& true", "CXF2101", "Write and" },
            { "people > 4", "people > 4 ▲|| false", "CXF2101", "Write or" },
            {
                "$lookup_1.body.host",
                "$lookup_1.body.host ▲?? 'you'",
                "CXF2101",
                "$exists($lookup_1.body.host) ? $lookup_1.body.host : 'you'"
            },
            { "'Welcome, ' & $lookup_1.body.host", "'Welcome, ' & ▲($lookup_1.body.host", "CXF2101", ")" },
            { "'Welcome, ' &", "▲'Welcome, &", "CXF2101", "'" },
            { "\"{% 'Welcome, ' & $lookup_1.body.host %}", "▲\"{% 'Welcome, ' & $lookup_1.body.host }", "CXF2104", "%}" },
            {
                "\"We do not know you.\"",
                "▲\"We do not know {% $payload.customer %}.\"",
                "CXF2104",
                "{% 'We do not know ' & $payload.customer & '.' %}"
            },
            { "\"We do not know you.\"", "\"We do not know ▲{{customer}}.\"", "CXF2104", "$payload.customer" },
            { "\"We do not know you.\"", "\"We do not know ▲${payload.customer}.\"", "CXF2104", "$payload.customer" },
            { "\"We do not know you.\"", "\"We do not know ▲$payload.customer.\"", "CXF2104", "$payload.customer" },
            { "$lookup_1.body.host", "▲$lokup_1.body.host", "CXF2102", "$lookup_1" },
            { "$lookup_1.body.host", "▲$lowercas($lookup_1.body.host)", "CXF2102", "$lowercase" },
            { "$payload.customer", "▲payload.customer", "CXF2103", "$payload" },
            { "$payload.customer", "▲$.payload.customer", "CXF2103", "$payload" },
            { "$lookup_1.body.host", "▲$seats", "CXF2106", "double" },
            { "$payload.people * 2", "$payload.people ▲+ 'x'", "CXF2108", "&" },
            { "\"{% $payload.people * 2", "\"{% ▲$substring($payload.customer)", "CXF2108", "Add the missing arguments" },
            { "people > 4", "people ▲> '4'", "CXF2108", "without quotes" },
            { "people > 4", "people ▲= '4'", "CXF2109", "without quotes" },
            { "$payload.customer", "$payload.▲custmer", "CXF2110", "$payload.customer" },
            { "$lookup_1.body.host", "$lookup_1.▲host", "CXF2110", "body.host" },
            { "$lookup_1.body.host", "$lookup_1.body.▲hst", "CXF2110", "host" },
            { "$lookup_1.body.host", "$contact.▲systemNumber", "CXF2110", "\"systemNumber\"" },
            { "$lookup_1.body.host", "▲$states.input.payload.customer", "CXF2113", "$payload.customer" },
            { "{ \"active\": \"yes\" }", "{ \"note\": ▲\"{% $payload.note %}\" }", "CXF2114", "$exists($payload.note)" },
            { "\"{ 'code': code, 'host': host }\"", "▲\"{% { 'code': code } %}\"", "CXF2101", "{ 'code': code }" },
            { "\"{ 'code': code, 'host': host }\"", "\"▲{ 'code': code, 'host': host\"", "CXF2101", "}" },
            { "\"outputs\": { \"code\"", "\"outputs\": { ▲\"message\"", "CXF2301", "\"message_1\"" },
            // The contract and the tests.
            { "\"^K[0-9]{4}$", "▲\"^K[0-9{4}$", "CXF1105", "regular expression" },
            { "[\"customer\", \"people\"]", "[▲\"custommer\", \"people\"]", "CXF1102", "\"customer\"" },
            { "{ \"customer\": \"K0001\"", "▲{ \"customer\": \"0001\"", "CXF2602", "payload" },
            { "\"answers\": { \"lookup_1\"", "\"answers\": { ▲\"lookup_2\"", "CXF2603", "\"lookup_1\"" },
            { "\"status\": \"SUCCEEDED\"", "\"status\": ▲\"OK\"", "CXF1007", "\"SUCCEEDED\"" },
            {
                "[{ \"status\": 200, \"body\": { \"code\": \"A\", \"host\": \"Eve\" } }]",
                "[▲\"timeout\"]",
                "CXF2605",
                "\"timeOut\""
            },
        };

    public static TheoryData<string, string, string, string> InConnections =>
        new()
        {
            { "{\n  \"baseUrl\": \"https://desk.example.com/v1\",", "▲{", "CXF3003", "baseUrl" },
            { "\"baseUrl\"", "▲\"baseURL\"", "CXF3004", "\"baseUrl\"" },
            { "\"https://", "▲\"", "CXF3010", "https://" },
            { "{ \"kind\": \"bearer\" }", "{ \"kind\": \"bearer\", ▲\"token\": \"abc123456789\" }", "CXF3017", "secret" },
            { "{ \"kind\": \"bearer\"", "▲{ \"kind\": \"oauth2ClientCredentials\"", "CXF3003", "tokenUrl" },
            { "[\"GET\", \"POST\"]", "▲\"GET\"", "CXF3005", "[\"GET\"]" },
            { "{ \"kind\": \"bearer\" }", "▲\"kind\": \"bearer\" }", "CXF3001", "{" },
        };

    [Theory]
    [MemberData(nameof(InFlows))]
    public Task A_mistake_in_a_flow_is_found_once_with_its_fix(string old, string text, string code, string fix)
    {
        var (flow, place) = Changed(Flow, old, text);
        return CheckAsync(Connection, flow, "flows/visit.json", code, place, fix);
    }

    [Theory]
    [MemberData(nameof(InConnections))]
    public Task A_mistake_in_a_connection_is_found_in_its_own_file(string old, string text, string code, string fix)
    {
        var (connection, place) = Changed(Connection, old, text);
        return CheckAsync(connection, Flow, "connections/desk.json", code, place, fix);
    }

    [Fact]
    public async Task Without_a_mistake_nothing_is_reported()
    {
        Write(Connection, Encoding.UTF8.GetBytes(Flow));
        var (code, output) = await FlowFolder.RunAsync("check", _folder.FullName);
        Assert.Equal(0, code);
        Assert.EndsWith("1 flow: 0 errors, 0 warnings.\n", output);
    }

    [Fact]
    public async Task A_byte_order_mark_is_a_warning_and_another_encoding_an_error()
    {
        Write(Connection, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Flow)]);
        var (code, output) = await FlowFolder.RunAsync("check", _folder.FullName);
        Assert.Equal(0, code);
        Assert.Contains("visit.json:1:1: warning CXF1021", output);
        Write(Connection, Encoding.Latin1.GetBytes(Flow.Replace("Please call later.", "Später.")));
        (code, output) = await FlowFolder.RunAsync("check", _folder.FullName);
        Assert.Equal(1, code);
        Assert.Contains("error CXF1001 The file is not encoded in UTF-8", output);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task CheckAsync(string connection, string flow, string file, string code, string place, string fix)
    {
        Write(connection, Encoding.UTF8.GetBytes(flow));
        var (_, output) = await FlowFolder.RunAsync("check", _folder.FullName, "--json");
        var root = JsonElement.Parse(output);
        var found = root.GetProperty("documents")
            .EnumerateArray()
            .Concat(root.GetProperty("flows").EnumerateArray())
            .SelectMany(document =>
                document
                    .GetProperty("diagnostics")
                    .EnumerateArray()
                    .Select(said => (File: document.GetProperty("file").GetString()!, Said: said))
            )
            .Where(one => one.Said.GetProperty("severity").GetString() != "info")
            .ToList();
        var (path, said) = Assert.Single(found);
        Assert.EndsWith(file, path.Replace('\\', '/'));
        Assert.Equal(
            (code, place),
            (
                said.GetProperty("code").GetString(),
                $"{said.GetProperty("line").GetInt32()}:{said.GetProperty("column").GetInt32()}"
            )
        );
        Assert.Contains(fix, said.GetProperty("fix").GetString());
        Assert.DoesNotMatch(ParserWords(), said.GetProperty("message").GetString() + said.GetProperty("fix").GetString());
    }

    private void Write(string connection, byte[] flow)
    {
        var tenant = Path.Combine(_folder.FullName, "tenants", "hotel");
        Directory.CreateDirectory(Path.Combine(tenant, "connections"));
        Directory.CreateDirectory(Path.Combine(tenant, "flows"));
        File.WriteAllText(Path.Combine(tenant, "connections", "desk.json"), connection);
        File.WriteAllBytes(Path.Combine(tenant, "flows", "visit.json"), flow);
    }

    // The place of the mistake is marked in the new text.
    private static (string Document, string Place) Changed(string document, string old, string text)
    {
        Assert.Contains(old, document);
        var at = document.IndexOf(old, StringComparison.Ordinal);
        var changed = document[..at] + text + document[(at + old.Length)..];
        var before = changed[..changed.IndexOf('▲')];
        return (changed.Replace("▲", ""), $"{before.Count(one => one == '\n') + 1}:{before.Length - before.LastIndexOf('\n')}");
    }

    // What only the authors of a parser understand.
    [GeneratedRegex(@"isFinalBlock|0x09|unary|LineNumber|depth|Utf8JsonReader|offset", RegexOptions.CultureInvariant)]
    private static partial Regex ParserWords();
}
