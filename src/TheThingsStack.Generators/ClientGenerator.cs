using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Generators.Binding;
using TheThingsStack.Generators.Emitting;
using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators;

/// <summary>
/// Emits the client of an API reference into the user's assembly:
/// reference and rules are read, bound to a model, and the parts of the model are emitted, each file by itself.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var references = References.Of(context).WithTrackingName(TrackingNames.References);
        var options = ProjectOptions.Of(context).WithTrackingName(TrackingNames.Options);
        var project = ProjectCapabilities.Of(context).WithTrackingName(TrackingNames.Project);

        // Sentences are left out of what is read and bound, and come in again behind it.
        var outlines = references.Select(static (texts, _) => texts.ConvertAll(static text => text.Outline)).WithTrackingName(TrackingNames.Outlines);
        var bound = outlines.Combine(options).Combine(project)
            .Select(static (input, cancellation) => ReferenceBinding.Bind(input.Left.Left, input.Left.Right, input.Right, cancellation))
            .WithTrackingName(TrackingNames.Bound);
        var faults = bound.Select(static (result, _) => result.Faults).WithTrackingName(TrackingNames.Faults);
        var api = bound.Combine(references).Select(static (input, _) => Documentation.Complete(input.Left.Value, input.Right)).WithTrackingName(TrackingNames.Api);

        var client = api.SelectMany(static (api, _) => One(api?.Client)).WithTrackingName(TrackingNames.Client);
        var services = api.SelectMany(static (api, _) => FileModel.ByInitial(api?.Services, static service => service.ClassName)).WithTrackingName(TrackingNames.Services);
        var messages = api.SelectMany(static (api, _) => FileModel.ByInitial(api?.Messages, static message => message.Name)).WithTrackingName(TrackingNames.Messages);
        var enums = api.Select(static (api, _) => api?.Enums ?? default).WithTrackingName(TrackingNames.Enums);
        var paths = api.Select(static (api, _) => api?.Paths ?? default).WithTrackingName(TrackingNames.Paths);
        var targets = api.Select(static (api, _) => api?.MaskTargets ?? default).WithTrackingName(TrackingNames.MaskTargets);
        var devices = api.SelectMany(static (api, _) => api is { HasDevices: true } ? ContentEmitter.Devices : []).WithTrackingName(TrackingNames.Devices);

        context.RegisterSourceOutput(faults.Combine(references), static (output, found) => Diagnostics.Report(output, found.Left, found.Right));
        context.RegisterSourceOutput(client, static (output, model) => output.AddSource("TheThingsStackClient.g.cs", ClientEmitter.Emit(model)));
        context.RegisterSourceOutput(services, static (output, file) => output.AddSource($"Services.{file.Name}.g.cs", ServiceEmitter.Emit(file.Parts)));
        context.RegisterSourceOutput(messages, static (output, file) => output.AddSource($"Messages.{file.Name}.g.cs", MessageEmitter.Emit(file.Parts)));
        context.RegisterSourceOutput(enums, static (output, models) => AddIfAny(output, "Enums.g.cs", models, EnumEmitter.Emit));
        context.RegisterSourceOutput(paths, static (output, models) => AddIfAny(output, "FieldMasks.paths.g.cs", models, PathsEmitter.Emit));
        context.RegisterSourceOutput(targets, static (output, models) => AddIfAny(output, "FieldMasks.rules.g.cs", models, MaskRuleEmitter.EmitTargets));
        context.RegisterSourceOutput(devices, static (output, file) => output.AddSource(file.Replace(".cs", ".g.cs"), ContentEmitter.Read(file)));
    }

    private static IEnumerable<T> One<T>(T? item)
        where T : class => item is null ? [] : [item];

    private static void AddIfAny<T>(SourceProductionContext output, string file, EquatableArray<T> models, Func<EquatableArray<T>, SourceText> emit)
        where T : IEquatable<T>
    {
        if (models.Count > 0)
            output.AddSource(file, emit(models));
    }
}
