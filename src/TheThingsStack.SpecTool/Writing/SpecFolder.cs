using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Reading;

namespace TheThingsStack.SpecTool.Writing;

/// <summary>The folder of the spec files.</summary>
internal sealed class SpecFolder(string path)
{
    private readonly string _openApiPath = Path.Combine(path, "the-things-stack.openapi.json");
    private readonly string _rulesPath = Path.Combine(path, "the-things-stack.rules.json");
    private readonly string _routesPath = Path.Combine(path, "the-things-stack.routes.txt");

    public JsonObject ReadOpenApi() => JsonFile.ReadOrEmpty(_openApiPath);

    public JsonObject ReadRules() => JsonFile.ReadOrEmpty(_rulesPath);

    public void WriteRoutes(string routes) => Write((_routesPath, routes));

    public void Write(JsonObject openApi, JsonObject rules, string routes) =>
        Write((_openApiPath, JsonLayout.Write(openApi)), (_rulesPath, JsonLayout.Write(rules)), (_routesPath, routes));

    /// <summary>Writes all files or none: each is complete beside its place before the first is moved there.</summary>
    private void Write(params (string Path, string Text)[] files)
    {
        Directory.CreateDirectory(path);
        var moved = new List<string>();
        try
        {
            foreach (var file in files)
                File.WriteAllText(Temporary(file.Path), file.Text);
            foreach (var file in files)
            {
                if (File.Exists(file.Path))
                    File.Copy(file.Path, Backup(file.Path), overwrite: true);
                File.Move(Temporary(file.Path), file.Path, overwrite: true);
                moved.Add(file.Path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            moved.ForEach(Restore);
            throw new InputException($"{path}: cannot be written: {e.Message}");
        }
        finally
        {
            foreach (var file in files)
            {
                File.Delete(Temporary(file.Path));
                File.Delete(Backup(file.Path));
            }
        }
    }

    private static void Restore(string file)
    {
        if (File.Exists(Backup(file)))
            File.Move(Backup(file), file, overwrite: true);
        else
            File.Delete(file);
    }

    private static string Temporary(string file) => file + ".new";

    private static string Backup(string file) => file + ".old";
}
