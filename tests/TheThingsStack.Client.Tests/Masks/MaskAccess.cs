using System.Reflection;
using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.Client.Tests.Samples;
using TheThingsStack.V3;

namespace TheThingsStack.Client.Tests.Masks;

/// <summary>Masks of a message that only reflection knows.</summary>
public abstract class MaskAccess
{
    public static MaskAccess For(string message) =>
        (MaskAccess)Activator.CreateInstance(typeof(Access<>).MakeGenericType(ClientTypes.Named(message)))!;

    public abstract FieldPathTree Tree { get; }

    /// <summary>Every path that a walk through the path builders meets, in its order, and for each the path that its own text leads back to.</summary>
    public abstract IEnumerable<string> Walk();

    /// <summary>The paths that an RPC accepts.</summary>
    public abstract IEnumerable<string> Allowed(Rpc rpc);

    private sealed class Access<T> : MaskAccess
        where T : class, IFieldMaskTarget<T>
    {
        public override FieldPathTree Tree => T.FieldPaths;

        public override IEnumerable<string> Walk() => Walk(typeof(T).GetProperty("Paths")!.GetValue(null)!);

        public override IEnumerable<string> Allowed(Rpc rpc)
        {
            var service = typeof(TheThingsStackClient).GetProperties().Single(p => p.Name.Equals(rpc.Service, StringComparison.OrdinalIgnoreCase)).PropertyType;
            var holder = service.GetNestedTypes().Single(t => t.Name.Equals(rpc.Method, StringComparison.OrdinalIgnoreCase));
            var rule = (FieldMaskRule<T>)holder.GetProperty("Rule")!.GetValue(null)!;
            Assert.Equal((rpc.Name, rpc.MaskWrites), (rule.Rpc, rule.Writes));
            Assert.Equal(rule.Fields, (FieldMask<T>)holder.GetProperty("Fields")!.GetValue(null)!);
            return rule.Allowed.Select(p => p.ToString());
        }

        private static IEnumerable<string> Walk(object place)
        {
            foreach (var property in place.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != "All"))
            {
                var value = property.GetValue(place)!;
                if (value is FieldPath<T> leaf)
                {
                    yield return leaf.ToString();
                    continue;
                }

                var convert = value.GetType().GetMethod("op_Implicit", [value.GetType()])!;
                yield return ((FieldPath<T>)convert.Invoke(null, [value])!).ToString();
                foreach (var path in Walk(value))
                    yield return path;
            }
        }
    }
}
