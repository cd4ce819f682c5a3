using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Generators.Tests.Binding;

/// <summary>A client of some services has what they lead to, as the whole client has it, and nothing else.</summary>
public sealed class NarrowingTests
{
    private static readonly Lazy<ApiModel> Whole = new(static () => Bind());

    [Theory]
    [InlineData("Events")]
    [InlineData("Configuration")]
    [InlineData("GatewayRegistry")]
    [InlineData("EndDeviceRegistry", "NsEndDeviceRegistry", "AsEndDeviceRegistry", "JsEndDeviceRegistry", "Events")]
    public void Services_ByName_BringWhatTheyReachAndNothingElse(params string[] names)
    {
        var narrowed = Bind(names);

        var services = Whole.Value.Services.Where(s => names.Contains(s.Name)).ToList();
        var reached = Reached(services);
        Assert.Equal(services.Select(static s => s.Methods.Count), narrowed.Services.Select(static s => s.Methods.Count));
        Assert.Equal(Whole.Value.Messages.Where(m => reached.Contains(m.Name)).Select(static m => (m.Name, m.Fields)), narrowed.Messages.Select(static m => (m.Name, m.Fields)));
        Assert.Equal(Whole.Value.Enums.Where(e => reached.Contains(e.Name)), narrowed.Enums);
        Assert.InRange(narrowed.Messages.Count, 1, Whole.Value.Messages.Count / 2);
        Assert.Equal(names.Length == 5, narrowed.HasDevices);
    }

    /// <summary>The names that a reader of the whole client comes by, from the methods of some services on.</summary>
    private static HashSet<string> Reached(IEnumerable<ServiceModel> services)
    {
        var reached = new HashSet<string>();
        foreach (var method in services.SelectMany(static s => s.Methods))
            foreach (var type in method.Parameters.Select(static p => p.Type).Append(method.Response).OfType<TypeModel>())
                Visit(type);
        return reached;

        void Visit(TypeModel type)
        {
            if (type.Element is { } element)
                Visit(element);
            if (type.Name is { } name && reached.Add(name) && Whole.Value.Messages.FirstOrDefault(m => m.Name == name) is { } message)
            {
                foreach (var field in message.Fields)
                    Visit(field.Type);
            }
        }
    }

    private static ApiModel Bind(params string[] services)
    {
        var result = ReferenceBinding.Bind(default, new(services.ToEquatableArray()), new(HasLanguage: true, HasRuntime: true), CancellationToken.None);
        Assert.Empty(result.Faults);
        return result.Value!;
    }
}
