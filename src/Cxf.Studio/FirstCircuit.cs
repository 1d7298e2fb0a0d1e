using System.Buffers;
using System.Buffers.Binary;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Cxf.Studio;

/// <summary>
/// Opens a page as Blazor's script in a browser does, and leaves it when it was rendered: the first time takes several times as
/// long as the next, and no person should wait for that. Should another version of Blazor speak otherwise, only the time is lost.
/// </summary>
/// <param name="browser">The page's HTTP client.</param>
/// <param name="cookies">Its cookies, which let it in.</param>
/// <param name="patience">How long a page is waited for.</param>
internal sealed partial class FirstCircuit(HttpClient browser, CookieContainer cookies, TimeSpan patience)
{
    // SignalR's hub protocol in MessagePack ("transport-protocols.md" in dotnet/aspnetcore); Blazor's has its own name.
    private const string Handshake = "{\"protocol\":\"blazorpack\",\"version\":1}\u001e";
    private const byte Invocation = 1;
    private const byte Completion = 3;
    private const byte EmptyMap = 0x80;

    /// <summary>Opens a page and leaves it.</summary>
    /// <param name="page">Its address.</param>
    /// <param name="sign">What only the rendered page has.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the sign came.</returns>
    public async Task<bool> RenderAsync(Uri page, string sign, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(patience);
        try
        {
            return await OpenAsync(page, Encoding.UTF8.GetBytes(sign), late.Token);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or WebSocketException or OperationCanceledException
                && !cancellationToken.IsCancellationRequested
            )
        {
            return false;
        }
    }

    private async Task<bool> OpenAsync(Uri page, byte[] sign, CancellationToken cancellationToken)
    {
        var html = await browser.GetStringAsync(page, cancellationToken);
        var components = $"[{string.Join(',', Components().Matches(html).Select(match => match.Groups[1].Value))}]";
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = cookies;
        socket.Options.SetRequestHeader("Origin", page.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(new UriBuilder(new Uri(page, "/_blazor")) { Scheme = "ws" }.Uri, cancellationToken);
        await socket.SendAsync(Encoding.UTF8.GetBytes(Handshake), WebSocketMessageType.Text, true, cancellationToken);
        var start = Call("StartCircuit", new Uri(page, "/").ToString(), page.ToString(), components, "");
        await socket.SendAsync(start, WebSocketMessageType.Binary, true, cancellationToken);

        var said = new ArrayBufferWriter<byte>();
        while (socket.State == WebSocketState.Open && said.WrittenSpan.IndexOf(sign) < 0)
        {
            var received = await socket.ReceiveAsync(said.GetMemory(), cancellationToken);
            said.Advance(received.Count);
        }

        var isRendered = said.WrittenSpan.IndexOf(sign) >= 0;
        if (IdOf(said.WrittenSpan) is { } id)
        {
            using var form = new FormUrlEncodedContent([new("circuitId", id)]);
            using var left = await browser.PostAsync(new Uri(page, "/_blazor/disconnect"), form, cancellationToken);
        }

        return isRendered;
    }

    // The components that the page's HTML leaves to the script.
    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->")]
    private static partial Regex Components();

    private static byte[] Call(string method, params string[] arguments)
    {
        var message = new List<byte> { 0x95, Invocation, EmptyMap };
        Add(message, "0");
        Add(message, method);
        message.Add((byte)(0x90 | arguments.Length));
        foreach (var argument in arguments)
        {
            Add(message, argument);
        }

        var length = new List<byte>();
        for (var rest = message.Count; ; rest >>= 7)
        {
            length.Add((byte)(rest < 0x80 ? rest : (rest & 0x7F) | 0x80));
            if (rest < 0x80)
            {
                return [.. length, .. message];
            }
        }
    }

    private static void Add(List<byte> message, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> size = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(size, checked((ushort)bytes.Length));
        message.AddRange(bytes.Length < 32 ? [(byte)(0xA0 | bytes.Length)] : [0xDA, size[0], size[1]]);
        message.AddRange(bytes);
    }

    // The answer to the call is the circuit's ID, a text of 32 to 65,535 bytes.
    private static string? IdOf(ReadOnlySpan<byte> said)
    {
        ReadOnlySpan<byte> head = [0x95, Completion, EmptyMap, 0xA1, (byte)'0', 3];
        var at = said.IndexOf(head);
        var text = at < 0 ? [] : said[(at + head.Length)..];
        return text switch
        {
            [0xD9, var length, ..] when text.Length >= 2 + length => Encoding.UTF8.GetString(text.Slice(2, length)),
            [0xDA, var high, var low, ..] when text.Length >= 3 + (high << 8) + low => Encoding.UTF8.GetString(
                text.Slice(3, (high << 8) + low)
            ),
            _ => null,
        };
    }
}
