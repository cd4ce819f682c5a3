namespace TheThingsStack.Generators.Emitting;

/// <summary>The attribute that marks every generated type.</summary>
internal static class GeneratedCode
{
    public static readonly string Attribute =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"TheThingsStack.Generators\", {Escape.Literal(typeof(GeneratedCode).Assembly.GetName().Version.ToString(3))})]";

    public const string Namespace = "TheThingsStack.V3";

    public const string PathsNamespace = "TheThingsStack.V3.Paths";
}
