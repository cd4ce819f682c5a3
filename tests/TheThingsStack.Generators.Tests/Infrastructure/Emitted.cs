using TheThingsStack.Generators.Binding;
using TheThingsStack.Generators.Emitting;
using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators.Tests.Infrastructure;

/// <summary>What is bound and emitted for a text, without a compiler around it.</summary>
internal static class Emitted
{
    public static Result<ApiModel> Bind(string reference, CancellationToken cancellation = default) => Bind(new ReferenceText("/specs/api.json", SpecSource.Of(reference)), cancellation);

    public static Result<ApiModel> Bind(ReferenceText reference, CancellationToken cancellation = default)
    {
        var (model, faults) = Bind(reference.Outline, cancellation);
        return new(Documentation.Complete(model, new([reference])), faults);
    }

    public static Result<ApiModel> Bind(ReferenceOutline reference, CancellationToken cancellation = default) =>
        ReferenceBinding.Bind(new([reference]), new(default), new(HasLanguage: true, HasRuntime: true), cancellation);

    /// <summary>Every file of a client.</summary>
    public static IEnumerable<string> Files(ApiModel model) => new[]
    {
        ClientEmitter.Emit(model.Client),
        ServiceEmitter.Emit(model.Services),
        MessageEmitter.Emit(model.Messages),
        EnumEmitter.Emit(model.Enums),
        PathsEmitter.Emit(model.Paths),
        MaskRuleEmitter.EmitTargets(model.MaskTargets),
    }.Select(static file => file.ToString());
}
