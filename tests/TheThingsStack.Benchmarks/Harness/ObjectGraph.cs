using System.Reflection;
using System.Runtime.CompilerServices;

namespace TheThingsStack.Benchmarks.Harness;

/// <summary>How many bytes an object and everything that it holds take on the heap.</summary>
internal static class ObjectGraph
{
    public static long SizeOf(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        return Visit(root, seen);
    }

    private static long Visit(object value, HashSet<object> seen)
    {
        // What types share is not the object's own.
        if (value is Type or Delegate || value.GetType().FullName!.Contains("Comparer", StringComparison.Ordinal) || !seen.Add(value))
            return 0;
        return Own(value) + Below(value, seen);
    }

    private static long Below(object value, HashSet<object> seen)
    {
        if (value is string)
            return 0;
        if (value is Array items)
            return items.GetType().GetElementType()!.IsPrimitive ? 0 : items.Cast<object?>().Sum(item => item is null ? 0 : Held(item, seen));
        var size = 0L;
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPrimitive && field.GetValue(value) is { } held)
                    size += Held(held, seen);
            }
        }

        return size;
    }

    // A struct lies in what holds it.
    private static long Held(object value, HashSet<object> seen) => value.GetType().IsValueType ? Below(value, seen) : Visit(value, seen);

    private static long Own(object value)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(value switch
        {
            string text => new string('x', text.Length),
            Array items => Array.CreateInstance(items.GetType().GetElementType()!, items.Length),
            _ => RuntimeHelpers.GetUninitializedObject(value.GetType()),
        });
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
