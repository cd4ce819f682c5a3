using System.Collections;
using System.Reflection;
using System.Runtime.ExceptionServices;
using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.V3;

namespace TheThingsStack.Client.Tests.Calls;

/// <summary>The generated method of an RPC, found by its name.</summary>
public sealed class ServiceMethod
{
    private readonly PropertyInfo _service;

    private ServiceMethod(PropertyInfo service, MethodInfo method) => (_service, Method) = (service, method);

    public MethodInfo Method { get; }

    /// <summary>The parameters that the request is made of.</summary>
    public IReadOnlyList<ParameterInfo> Parameters => [.. Method.GetParameters().Where(p => p.ParameterType != typeof(CallOptions) && p.ParameterType != typeof(CancellationToken))];

    /// <summary>The method that takes everything as it is, masks included.</summary>
    public static ServiceMethod Of(Rpc rpc) => Overloads(rpc).Single(m => !m.Parameters.Any(IsSelector));

    /// <summary>The method that takes the mask as a lambda; null where there is no mask.</summary>
    public static ServiceMethod? WithSelector(Rpc rpc) => Overloads(rpc).SingleOrDefault(m => m.Parameters.Any(IsSelector));

    /// <summary>Every method of the client, with the service that has it.</summary>
    public static IEnumerable<ServiceMethod> All() => typeof(TheThingsStackClient).GetProperties()
        .SelectMany(s => s.PropertyType.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(m => new ServiceMethod(s, m)));

    public static bool IsSelector(ParameterInfo parameter) => typeof(Delegate).IsAssignableFrom(parameter.ParameterType);

    /// <summary>Calls with arguments by name; what is not among them is left to its default.</summary>
    public object Invoke(TheThingsStackClient client, IReadOnlyDictionary<string, object?> arguments)
    {
        var values = Method.GetParameters().Select(p => arguments.TryGetValue(p.Name!, out var value) ? value : p.HasDefaultValue ? p.DefaultValue : null).ToArray();
        try
        {
            return Method.Invoke(_service.GetValue(client), values)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    /// <summary>Waits for a call and returns its answer: null, a message, or the list of a stream's items.</summary>
    public static async Task<object?> ResultAsync(object call)
    {
        if (call is Task task)
        {
            await task;
            return task.GetType().GetProperty("Result") is { } result && result.PropertyType.Name != "VoidTaskResult" ? result.GetValue(task) : null;
        }

        var item = call.GetType().GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)).GenericTypeArguments[0];
        var collect = typeof(ServiceMethod).GetMethod(nameof(CollectAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item);
        return await (Task<IList>)collect.Invoke(null, [call])!;
    }

    public override string ToString() => $"{_service.Name}.{Method.Name}";

    private static IEnumerable<ServiceMethod> Overloads(Rpc rpc) => All().Where(m =>
        m._service.Name.Equals(rpc.Service, StringComparison.OrdinalIgnoreCase) && m.Method.Name.Equals(rpc.Method + "Async", StringComparison.OrdinalIgnoreCase));

    private static async Task<IList> CollectAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> list = [];
        await foreach (var item in items)
            list.Add(item);
        return list;
    }
}
