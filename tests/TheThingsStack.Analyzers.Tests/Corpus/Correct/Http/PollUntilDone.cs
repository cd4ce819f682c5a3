class Job(HttpClient client, string id)
{
    public async Task Wait(CancellationToken cancellationToken)
    {
        string state;
        do
        {
            await Task.Delay(1000, cancellationToken);
            state = await client.GetStringAsync($"https://jobs.acme.com/jobs/{id}/state", cancellationToken);
        }
        while (state is "queued" or "running");
    }
}
