using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Cxf.EndToEnd.Tests.CallApi;

/// <summary>
/// A third party that counts what it did for each lead, knows idempotency keys, and fails on every tenth request in one of
/// the ways in which platforms fail: before it acted, after it acted, and on the way.
/// </summary>
internal sealed class EffectServer(int faultEvery)
{
    private readonly ConcurrentDictionary<string, int> _effects = new();
    private readonly ConcurrentDictionary<string, string> _leadOfKey = new();
    private readonly ConcurrentBag<string> _foreignKeys = [];
    private int _requests;
    private int _faults;

    public int Requests => _requests;

    public int Faults => _faults;

    public IReadOnlyDictionary<string, int> Effects => _effects;

    /// <summary>The idempotency keys, each with the lead that it came with first.</summary>
    public IReadOnlyDictionary<string, string> LeadOfKey => _leadOfKey;

    /// <summary>Keys that came with one lead and then with another.</summary>
    public IReadOnlyCollection<string> ForeignKeys => _foreignKeys;

    public async Task AnswerAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref _requests);
        if (number % faultEvery != 0)
        {
            Act(context);
            await ThirdParty.AnswerAsync(context, """{"done":true}""");
            return;
        }

        switch (Interlocked.Increment(ref _faults) % 7)
        {
            case 0:
                context.Response.StatusCode = 503;
                break;
            case 1:
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "0";
                break;
            case 2:
                Act(context);
                context.Response.StatusCode = 500;
                break;
            case 3:
                context.Abort();
                break;
            case 4:
                Act(context);
                context.Abort();
                break;
            case 5:
                Act(context);
                context.Response.ContentLength = 1000;
                await context.Response.WriteAsync("{\"half\":");
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            default:
                Act(context);
                await Task.Delay(TimeSpan.FromSeconds(20), TimeProvider.System, context.RequestAborted)
                    .ContinueWith(_ => { }, TaskScheduler.Default);
                break;
        }
    }

    private void Act(HttpContext context)
    {
        var lead = context.Request.Path.Value!;
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length > 0 && !_leadOfKey.TryAdd(key, lead))
        {
            if (_leadOfKey[key] != lead)
            {
                _foreignKeys.Add(key);
            }

            return;
        }

        // A PUT sets: however often it comes, the lead is there once.
        _effects.AddOrUpdate(lead, 1, (_, count) => context.Request.Method == "PUT" ? count : count + 1);
    }
}
