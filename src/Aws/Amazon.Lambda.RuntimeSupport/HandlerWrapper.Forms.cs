using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <content>
/// One method per form of handler: with or without an event (as a stream or an object), with or without a context, and with
/// nothing, a stream or an object as the answer, at once or in time.
/// </content>
public partial class HandlerWrapper
{
    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext, MemoryStream> invokeDelegate) =>
        Done((request, output) => invokeDelegate(request.InputStream, request.LambdaContext, output));

    public static HandlerWrapper GetHandlerWrapper(Func<Task> handler) => Later((request, _) => handler());

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task> handler) =>
        Later((request, _) => handler(request.InputStream));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        Later((request, _) => handler(Read<TInput>(request, serializer)), serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task> handler) =>
        Later((request, _) => handler(request.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task> handler) =>
        Later((request, _) => handler(request.InputStream, request.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Func<TInput, ILambdaContext, Task> handler,
        ILambdaSerializer serializer
    ) => Later((request, _) => handler(Read<TInput>(request, serializer), request.LambdaContext), serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<Task<Stream>> handler) =>
        Later(async (request, output) => Copy(await handler(), output));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task<Stream>> handler) =>
        Later(async (request, output) => Copy(await handler(request.InputStream), output));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer) =>
        Later(async (request, output) => Copy(await handler(Read<TInput>(request, serializer)), output), serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task<Stream>> handler) =>
        Later(async (request, output) => Copy(await handler(request.LambdaContext), output));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        Later(async (request, output) => Copy(await handler(request.InputStream, request.LambdaContext), output));

    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Func<TInput, ILambdaContext, Task<Stream>> handler,
        ILambdaSerializer serializer
    ) =>
        Later(
            async (request, output) => Copy(await handler(Read<TInput>(request, serializer), request.LambdaContext), output),
            serializer
        );

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Later(async (request, output) => Write(await handler(), output, serializer), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Later(async (request, output) => Write(await handler(request.InputStream), output, serializer), serializer);

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, Task<TOutput>> handler,
        ILambdaSerializer serializer
    ) =>
        Later(async (request, output) => Write(await handler(Read<TInput>(request, serializer)), output, serializer), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<ILambdaContext, Task<TOutput>> handler,
        ILambdaSerializer serializer
    ) => Later(async (request, output) => Write(await handler(request.LambdaContext), output, serializer), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<Stream, ILambdaContext, Task<TOutput>> handler,
        ILambdaSerializer serializer
    ) =>
        Later(
            async (request, output) => Write(await handler(request.InputStream, request.LambdaContext), output, serializer),
            serializer
        );

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler,
        ILambdaSerializer serializer
    ) =>
        Later(
            async (request, output) =>
                Write(await handler(Read<TInput>(request, serializer), request.LambdaContext), output, serializer),
            serializer
        );

    public static HandlerWrapper GetHandlerWrapper(Action handler) => Done((request, _) => handler());

    public static HandlerWrapper GetHandlerWrapper(Action<Stream> handler) => Done((request, _) => handler(request.InputStream));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput> handler, ILambdaSerializer serializer) =>
        Done((request, _) => handler(Read<TInput>(request, serializer)), serializer);

    public static HandlerWrapper GetHandlerWrapper(Action<ILambdaContext> handler) =>
        Done((request, _) => handler(request.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext> handler) =>
        Done((request, _) => handler(request.InputStream, request.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Action<TInput, ILambdaContext> handler,
        ILambdaSerializer serializer
    ) => Done((request, _) => handler(Read<TInput>(request, serializer), request.LambdaContext), serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<Stream> handler) => Done((request, output) => Copy(handler(), output));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Stream> handler) =>
        Done((request, output) => Copy(handler(request.InputStream), output));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Stream> handler, ILambdaSerializer serializer) =>
        Done((request, output) => Copy(handler(Read<TInput>(request, serializer)), output), serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Stream> handler) =>
        Done((request, output) => Copy(handler(request.LambdaContext), output));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Stream> handler) =>
        Done((request, output) => Copy(handler(request.InputStream, request.LambdaContext), output));

    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Func<TInput, ILambdaContext, Stream> handler,
        ILambdaSerializer serializer
    ) => Done((request, output) => Copy(handler(Read<TInput>(request, serializer), request.LambdaContext), output), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<TOutput> handler, ILambdaSerializer serializer) =>
        Done((request, output) => Write(handler(), output, serializer), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, TOutput> handler, ILambdaSerializer serializer) =>
        Done((request, output) => Write(handler(request.InputStream), output, serializer), serializer);

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, TOutput> handler,
        ILambdaSerializer serializer
    ) => Done((request, output) => Write(handler(Read<TInput>(request, serializer)), output, serializer), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<ILambdaContext, TOutput> handler,
        ILambdaSerializer serializer
    ) => Done((request, output) => Write(handler(request.LambdaContext), output, serializer), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<Stream, ILambdaContext, TOutput> handler,
        ILambdaSerializer serializer
    ) => Done((request, output) => Write(handler(request.InputStream, request.LambdaContext), output, serializer), serializer);

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, TOutput> handler,
        ILambdaSerializer serializer
    ) =>
        Done(
            (request, output) => Write(handler(Read<TInput>(request, serializer), request.LambdaContext), output, serializer),
            serializer
        );
}
