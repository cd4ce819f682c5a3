using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace TheThingsStack.Benchmarks.Rivals;

/// <summary>NSwag's generator, with System.Text.Json and nullable reference types.</summary>
internal static class NSwagClient
{
    public static string Generate(string reference)
    {
        var document = OpenApiDocument.FromJsonAsync(reference).GetAwaiter().GetResult();
        var settings = new CSharpClientGeneratorSettings { ClassName = "{controller}Client" };
        settings.CSharpGeneratorSettings.Namespace = "Rival";
        settings.CSharpGeneratorSettings.JsonLibrary = CSharpJsonLibrary.SystemTextJson;
        settings.CSharpGeneratorSettings.GenerateNullableReferenceTypes = true;
        return new CSharpClientGenerator(document, settings).GenerateFile();
    }
}
