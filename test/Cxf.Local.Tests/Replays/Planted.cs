namespace Cxf.Local.Tests.Replays;

/// <summary>
/// A flow whose path depends on personal data, and a run of it in which the payload, the contact and the answer have personal and
/// secret values: under telling names, declared sensitive, in sentences, as names of members, and in texts of JSON.
/// </summary>
internal static class Planted
{
    private const string When =
        "$contains($contact.customerNumber, $rest_api_1.body.reachedBy) "
        + "and $rest_api_1.body.member = $payload.memberNumber and $payload.plan = 'extra'";

    public const string Flow = $$"""
        {
          "flowId": "planted",
          "caller": "continues",
          "contactFields": ["customerNumber"],
          "input": {
            "type": "object",
            "properties": {
              "caller": { "type": "string", "sensitive": true },
              "age": { "type": "integer", "minimum": 18, "maximum": 120, "sensitive": true },
              "memberNumber": { "type": "string", "pattern": "^[A-Z]{2}[0-9]{6}$", "sensitive": true },
              "plan": { "type": "string", "enum": ["basic", "extra"] }
            },
            "required": ["caller", "memberNumber"]
          },
          "start": "rest_api_1",
          "steps": {
            "rest_api_1": {
              "kind": "restApi",
              "connection": "crm",
              "method": "POST",
              "path": "{% '/people/' & $payload.memberNumber %}",
              "body": { "name": "{% $payload.caller %}", "number": "{% $contact.customerNumber %}" },
              "next": "decision_1"
            },
            "decision_1": {
              "kind": "decision",
              "choices": [{
                "when": "{% {{When}} %}",
                "next": "known_1"
              }],
              "otherwise": "fail_1"
            },
            "known_1": {
              "kind": "respond",
              "message": "{% 'Hello ' & $uppercase($payload.caller) & ', ' & $rest_api_1.body.note %}",
              "outputs": { "short": "{% $substring($payload.caller, 0, 9) %}", "mail": "{% $rest_api_1.body.contact.email %}" }
            },
            "fail_1": { "kind": "fail", "message": "We do not know you." }
          }
        }
        """;

    public const string Payload = """
        {"caller":"Wilhelmina Planted","age":87,"memberNumber":"QX493817","plan":"extra","remark":"Mail wilhelmina@planted.org"}
        """;

    public const string Answer = """
        {"status":200,"headers":{"x-trace":"9d8f7a6b5c4d3e2f1a0b9c8d"},"body":{
          "reachedBy":"2025550142","member":"QX493817","note":"your case, Mrs Planted, is with Egon Olsen.",
          "agentName":"Egon Olsen","contact":{"email":"w.planted@mail.example","street":"Elm Avenue 4711","mobile":12025550177},
          "apiKey":"k-planted-1","accessToken":"t0k3n-planted","session":{"id":"sess-planted-77","csrf":["c-planted-5"]},
          "log":"{\"password\":\"hunter2-planted\"}","key":"AKIA1234PLANTED5678EXAMPLE","people":{"Wilhelmina Planted":true},
          "born":"12 May 1938, call +12025550188"},"attempts":1,"durationMs":120}
        """;

    public static string[] Values { get; } =
    [
        "Wilhelmina",
        "Mrs Planted",
        "QX493817",
        "493817",
        "wilhelmina@planted.org",
        "2025550142",
        "Egon",
        "Olsen",
        "w.planted@mail.example",
        "Elm Avenue",
        "4711",
        "2025550177",
        "k-planted-1",
        "t0k3n-planted",
        "sess-planted-77",
        "c-planted-5",
        "hunter2-planted",
        "AKIA1234PLANTED5678EXAMPLE",
        "2025550188",
        "9d8f7a6b5c4d3e2f1a0b9c8d",
        ": 87,",
    ];
}
