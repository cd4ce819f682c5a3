var waiting = new Queue<TheThingsStackOptions>();
foreach (var address in args)
    waiting.Enqueue(new TheThingsStackOptions { Address = address });
while (waiting.TryDequeue(out var next))
{
    next.UserAgent = new("acme-queue", "1.0");
    using var stack = new TheThingsStackClient(next);
}
