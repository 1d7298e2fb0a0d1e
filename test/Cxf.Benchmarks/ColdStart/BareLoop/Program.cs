using System.Net;
using System.Net.Sockets;
using System.Text;

// No parser, no serializer, no errors: one socket, one event at a time, the event as the answer.
var api = IPEndPoint.Parse(Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")!);
using var socket = new Socket(api.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
socket.Connect(api);
var next = Encoding.ASCII.GetBytes($"GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: {api}\r\n\r\n");
var buffer = new byte[16 * 1024];
while (true)
{
    socket.Send(next);
    var text = Receive();
    var id = Header(text, "Lambda-Runtime-Aws-Request-Id: ");
    var body = text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
    socket.Send(
        Encoding.UTF8.GetBytes(
            $"POST /2018-06-01/runtime/invocation/{id}/response HTTP/1.1\r\nHost: {api}\r\nContent-Length: "
                + $"{body.Length}\r\n\r\n{body}"
        )
    );
    Receive();
}

string Receive()
{
    var length = 0;
    while (true)
    {
        length += socket.Receive(buffer.AsSpan(length));
        var text = Encoding.UTF8.GetString(buffer, 0, length);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end >= 0 && length >= end + 4 + int.Parse(Header(text, "Content-Length: ")))
        {
            return text;
        }
    }
}

static string Header(string text, string name)
{
    var start = text.IndexOf(name, StringComparison.Ordinal) + name.Length;
    return text[start..text.IndexOf('\r', start)];
}
