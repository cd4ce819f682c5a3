namespace TheThingsStack.Generators.Tests.Infrastructure;

/// <summary>Small references.</summary>
internal static class Spec
{
    public static string Swagger(string paths, string definitions = "{}", string more = "") =>
        "{\"swagger\":\"2.0\",\"info\":{\"title\":\"Things\",\"version\":\"1\"},\"paths\":" + paths + ",\"definitions\":" + definitions + more + "}";

    public static string OpenApi(string paths, string schemas = "{}") =>
        "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"Things\",\"version\":\"1\"},\"paths\":" + paths + ",\"components\":{\"schemas\":" + schemas + "}}";

    /// <summary>A reference with one message and nothing that uses it.</summary>
    public static string Message(string properties, string others = "") =>
        Swagger("{}", "{\"Thing\":{\"type\":\"object\",\"properties\":" + properties + "}" + (others.Length == 0 ? "" : "," + others) + "}");

    /// <summary>An operation with nothing but an id and a tag.</summary>
    public static string Operation(string id, string tag = "Things", string more = "") =>
        "{\"operationId\":\"" + id + "\",\"tags\":[\"" + tag + "\"]" + (more.Length == 0 ? "" : "," + more) + "}";
}
