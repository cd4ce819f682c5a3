using System.Text;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Analyzers.Requests.Routes;

/// <summary>Reads the table of routes; <c>spec/README.md</c> says how it is written.</summary>
internal sealed class RouteTableReader
{
    private const string WrappedValue = "value";

    private readonly Dictionary<string, string[]> _paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PathNode> _messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);
    private readonly List<Route> _routes = [];
    private string _service = "";
    private string _server = "";
    private Rpc? _rpc;
    private string[]? _mask;
    private string? _deletes;
    private string[]? _implicit;

    private RouteTableReader()
    {
    }

    public static RouteTable Read(string text)
    {
        var reader = new RouteTableReader();
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0 && line[0] != '#')
                reader.ReadLine(line.TrimEnd('\r'));
        }

        reader.EndRpc();
        return new(reader._routes);
    }

    private void ReadLine(string line)
    {
        var words = line.Trim().Split(' ');
        if (line.StartsWith("  ", StringComparison.Ordinal))
            ReadFact(words);
        else if (line[0] == ' ')
            ReadRpc(words[0].Split('='));
        else if (words[0].EndsWith(":", StringComparison.Ordinal))
            _paths.Add(words[0].TrimEnd(':'), [.. words.Skip(1)]);
        else
            (_service, _server) = (words[0], ServerName(words[1]));
    }

    private void ReadRpc(string[] names)
    {
        EndRpc();
        _rpc = new(_service + "/" + names[0], _server, names[names.Length - 1]);
    }

    private void ReadFact(string[] words)
    {
        switch (words[0])
        {
            case "reads" or "writes":
                _mask = words;
                break;
            case "deletes":
                _deletes = words[1];
                break;
            case "implicit":
                _implicit = words[1].Split(',');
                break;
            default:
                _routes.Add(ReadRoute(words));
                break;
        }
    }

    private void EndRpc()
    {
        if (_rpc is not null && _mask is [var verb, var message, var first, ..])
        {
            var paths = first == "as" ? _written[_rpc.Service + "/" + _mask[3]] : string.Join(",", Flatten(first));
            _written[_rpc.Name] = paths;
            var (rpc, deletes, given) = (_rpc, _deletes, _implicit);
            rpc.SetRule(() => new(rpc.Name, rpc.Server, Message(message), paths) { Writes = verb == "writes", Deletes = deletes, Implicit = given });
        }

        (_mask, _deletes, _implicit) = (null, null, null);
    }

    private Route ReadRoute(string[] words)
    {
        var path = words[1].Split('?');
        var body = words.Skip(2).FirstOrDefault(static word => word != "stream");
        var whole = body?.StartsWith("*=", StringComparison.Ordinal) is true ? body.Substring(2) : null;
        return new(
            _rpc!, words[0], path[0].Substring(1).Split('/'), path.Length > 1 ? path[1].Split('&') : [],
            body is null || whole is not null ? null : body == "-" ? [] : body.Split(','), whole, words[words.Length - 1] == "stream");
    }

    /// <summary>Reads <c>a(,b,c.*),d</c> as a, a.b, a.c.*, d.</summary>
    private static IEnumerable<string> Flatten(string nested)
    {
        var prefix = new Stack<string>();
        prefix.Push("");
        var word = new StringBuilder();
        var isClosed = false;
        foreach (var c in nested + ",")
        {
            if (c == '(')
            {
                prefix.Push(prefix.Peek() + word + ".");
                word.Clear();
                continue;
            }

            if (c is not (',' or ')'))
            {
                word.Append(c);
                continue;
            }

            // Behind a closing parenthesis there is no word; behind an opening one an empty word is the parent itself.
            if (!isClosed)
                yield return (prefix.Peek() + word).TrimEnd('.');
            word.Clear();
            isClosed = c == ')';
            if (isClosed)
                prefix.Pop();
        }
    }

    private PathNode Message(string name)
    {
        lock (_messages)
        {
            if (!_messages.TryGetValue(name, out var message))
                _messages.Add(name, message = new(name, name, null, FieldShape.Node, node => Children(node, name)));
            return message;
        }
    }

    private IReadOnlyList<PathNode> Children(PathNode parent, string paths)
    {
        var children = new List<PathNode>();
        var message = "";
        foreach (var segment in _paths[paths])
        {
            var end = segment.IndexOfAny(['>', '|', '!', '[', '{']);
            var (name, mark) = end < 0 ? (segment, "") : (segment.Substring(0, end), segment.Substring(end));
            if (mark.Length > 1 && mark[0] is '>' or '|')
                message = mark.Substring(1);
            children.Add(Child(parent, name, mark, message));
        }

        return children;
    }

    private PathNode Child(PathNode parent, string name, string mark, string below) => mark.Length == 0
        ? Leaf(parent, name, FieldShape.Value)
        : mark[0] switch
        {
            '[' => Leaf(parent, name, FieldShape.List),
            '{' => Leaf(parent, name, FieldShape.Map),
            '!' => new(name, name, parent, FieldShape.Node, static node => [Leaf(node, WrappedValue, FieldShape.Value)]) { IsWrapper = true },
            _ => new(name, name, parent, FieldShape.Node, node => Children(node, below)) { IsOneof = mark[0] == '|' },
        };

    private static PathNode Leaf(PathNode parent, string name, FieldShape shape) => new(name, name, parent, shape, static _ => []);

    private static string ServerName(string server) => server == "QRCodeGenerator"
        ? "QR Code Generator"
        : string.Concat(server.Select(static (c, i) => i > 0 && char.IsUpper(c) ? " " + c : c.ToString()));
}
