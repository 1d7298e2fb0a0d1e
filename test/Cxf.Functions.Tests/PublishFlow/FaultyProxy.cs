using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Cxf.Functions.Tests.PublishFlow;

/// <summary>Stands before a store or a client and lets <see cref="Faults"/> end the work around each of its calls.</summary>
[SuppressMessage("Performance", "CA1852", Justification = "DispatchProxy derives from it.")]
internal class FaultyProxy<T> : DispatchProxy
    where T : class
{
    private T _target = null!;
    private Faults _faults = null!;

    public static T Around(T target, Faults faults)
    {
        var proxy = Create<T, FaultyProxy<T>>();
        ((FaultyProxy<T>)(object)proxy)._target = target;
        ((FaultyProxy<T>)(object)proxy)._faults = faults;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var returned = targetMethod!.ReturnType;
        if (returned == typeof(ValueTask))
        {
            return new ValueTask(PassAsync(targetMethod, args));
        }

        if (
            !returned.IsGenericType
            || (
                returned.GetGenericTypeDefinition() != typeof(Task<>)
                && returned.GetGenericTypeDefinition() != typeof(ValueTask<>)
            )
        )
        {
            return targetMethod.Invoke(_target, args);
        }

        var pass = returned.GetGenericTypeDefinition() == typeof(Task<>) ? nameof(PassTaskAsync) : nameof(PassValueTaskAsync);
        return typeof(FaultyProxy<T>)
            .GetMethod(pass, BindingFlags.Instance | BindingFlags.NonPublic)!
            .MakeGenericMethod(returned.GetGenericArguments())
            .Invoke(this, [targetMethod, args]);
    }

    private async Task PassAsync(MethodInfo method, object?[]? arguments)
    {
        await _faults.BeforeAsync(method.Name);
        await (ValueTask)method.Invoke(_target, arguments)!;
        await _faults.AfterAsync();
    }

    private async Task<TAnswer> PassTaskAsync<TAnswer>(MethodInfo method, object?[]? arguments)
    {
        await _faults.BeforeAsync(method.Name);
        var answer = await (Task<TAnswer>)method.Invoke(_target, arguments)!;
        await _faults.AfterAsync();
        return answer;
    }

    private async ValueTask<TAnswer> PassValueTaskAsync<TAnswer>(MethodInfo method, object?[]? arguments)
    {
        await _faults.BeforeAsync(method.Name);
        var answer = await (ValueTask<TAnswer>)method.Invoke(_target, arguments)!;
        await _faults.AfterAsync();
        return answer;
    }
}
