using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators.Binding;

/// <summary>Puts the sentences of a reference into the model of its outline.</summary>
internal sealed class Documentation(SpecSource source)
{
    /// <summary>The model with sentences; the same where it was not made of an outline.</summary>
    public static ApiModel? Complete(ApiModel? model, EquatableArray<ReferenceText> references) =>
        model is null || references.Count == 0 ? model : new Documentation(references[0].Source).Complete(model);

    private ApiModel Complete(ApiModel model) => model with
    {
        Services = model.Services.ConvertAll(Complete),
        Messages = model.Messages.ConvertAll(Complete),
        Enums = model.Enums.ConvertAll(Complete),
    };

    private ServiceModel Complete(ServiceModel service) => service with { Summary = source.Original(service.Summary), Methods = service.Methods.ConvertAll(Complete) };

    private MethodModel Complete(MethodModel method) => method with { Summary = source.Original(method.Summary), Parameters = method.Parameters.ConvertAll(Complete) };

    private ParameterModel Complete(ParameterModel parameter) => parameter with { Summary = source.Original(parameter.Summary) };

    private MessageModel Complete(MessageModel message) => message with { Summary = source.Original(message.Summary), Fields = message.Fields.ConvertAll(Complete) };

    private FieldModel Complete(FieldModel field) => field with { Summary = source.Original(field.Summary) };

    private EnumModel Complete(EnumModel model) => model with { Summary = source.Original(model.Summary), Values = model.Values.ConvertAll(Complete) };

    private EnumValueModel Complete(EnumValueModel value) => value with { Summary = source.Original(value.Summary) };
}
