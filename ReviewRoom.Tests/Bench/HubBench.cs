using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;
using ReviewRoom.Tests.Live;

namespace ReviewRoom.Tests.Bench;

/// <summary>
/// The whole way of a mark over the wire: posted to the interface of a real server by seven experts at their own pace, until each of twenty lines to the hub
/// holds the frame that has it in it. The dossier is revealed, so that all ten people on the lines may see every mark; each mark tells its number in its reason.
/// </summary>
internal static class HubBench
{
    private const int Watchers = 20;
    private const string Panel = "panel", Dossier = "d1", Seats = "ABCDEFG";
    private static readonly string[] People = [.. Seats.Select(Expert), "office", "office2", "supervisor"];

    public static async Task Run(TextWriter output)
    {
        await using var app = await AppUnderTest.Start();
        await ARevealedDossier(app);
        var experts = await Task.WhenAll(Seats.Select(seat => app.Api(Expert(seat))));
        var lines = await Task.WhenAll(Enumerable.Range(0, Watchers).Select(i => Line(app, People[i % People.Length])));
        var posted = (await Measured(experts, lines, new Marks(0, 60), perSecond: 20)).End;
        foreach (var rate in (int[])[10, 40])
        {
            var before = Environment.CpuUsage.TotalTime;
            var marks = await Measured(experts, lines, new Marks(posted, rate * 10), rate);
            var cpu = (Environment.CpuUsage.TotalTime - before).TotalSeconds / 10;
            posted = marks.End;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"mark -> {Watchers} hub watchers at {rate}/s in one room (a viewer is given at most ten frames a second; {marks.Bytes / 1024} KiB a frame; {cpu:0.00} cores, clients included): each {marks.Each}"));
            output.WriteLine($"the same, until the last of the {Watchers} has it: {marks.All}");
        }
        foreach (var line in lines) await line.DisposeAsync();
        foreach (var expert in experts) expert.Dispose();
    }

    private static async Task<Marks> Measured(HttpClient[] experts, HubConnection[] lines, Marks marks, int perSecond)
    {
        using var stop = new CancellationTokenSource();
        var watching = lines.Select(line => Watch(line, marks, stop.Token)).ToArray();
        var posted = experts.Select(_ => Task.CompletedTask).ToArray();
        var watch = Stopwatch.StartNew();
        for (var number = marks.First; number < marks.End; number++)
        {
            await WaitUntil(watch, TimeSpan.FromSeconds((number - marks.First + 1.0) / perSecond));
            var seat = number % Seats.Length;
            posted[seat] = Post(posted[seat], experts[seat], marks, number);
        }
        await Task.WhenAll(posted);
        await marks.SeenByAll.WaitAsync(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();
        await Task.WhenAll(watching);
        return marks;
    }

    private static async Task WaitUntil(Stopwatch watch, TimeSpan due)
    {
        if (due - watch.Elapsed is { Ticks: > 0 } rest) await Task.Delay(rest);
    }

    /// <summary>One expert's marks follow one another; those of the others do not wait for them.</summary>
    private static async Task Post(Task before, HttpClient expert, Marks marks, int number)
    {
        await before;
        var criteria = House.Rubric().Criteria;
        var act = new
        {
            commandId = House.Id(), act = "revise", dossier = Dossier, criterion = criteria[number / Seats.Length % criteria.Length].Code,
            rate = 40 + (number / (Seats.Length * criteria.Length) % 2 * 5), reason = Marks.Reason(number),
        };
        marks.Sent(number);
        using var answer = await expert.Act(Panel, act);
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    private static async Task Watch(HubConnection line, Marks marks, CancellationToken ct)
    {
        var newest = Enumerable.Repeat(-1, Seats.Length).ToArray();
        try
        {
            await foreach (var frame in line.StreamAsync<JsonElement>("Watch", Panel, ct)) marks.Seen(frame, newest);
        }
        catch (OperationCanceledException) { }
    }

    private static async Task ARevealedDossier(AppUnderTest app)
    {
        var rooms = app.Get<LiveRooms>();
        var seats = Seats.Select((seat, i) => new SeatPlan($"{seat}", Expert(seat), $"Expert {seat}", i == 0));
        var plan = new CreateRoom("Panel", "session", "Session", House.Rubric(), Given.Free, [.. seats],
            [.. Enumerable.Range(1, 4).Select(i => new DossierPlan($"d{i}", $"Dossier {i}", ApplicantKind.Organisation))]);
        Assert.Null((await rooms.Create(House.Office, House.Id(), Panel, plan)).Refusal);
        await Do("office", new Open(Dossier));
        foreach (var seat in Seats)
        {
            await Do(Expert(seat), new Declare(Dossier, Conflict: false));
            foreach (var criterion in House.Rubric().Criteria) await Do(Expert(seat), new GiveMark(Dossier, criterion.Code, 50));
            await Do(Expert(seat), new Submit(Dossier));
        }
        await Do("office", new Reveal(Dossier));

        async Task Do(string person, RoomAct act) => Assert.Null((await rooms.Ask(person, Panel, House.Id(), act)).Refusal);
    }

    private static string Expert(char seat) => $"expert-0{seat - 'A' + 1}";

    private static async Task<HubConnection> Line(AppUnderTest app, string person)
    {
        var cookies = new CookieContainer();
        cookies.Add(app.Url, new Cookie("rr-who", await app.CookieOf(person)));
        var line = new HubConnectionBuilder().WithUrl(new Uri(app.Url, "/hubs/room"), options =>
        {
            (options.Cookies, options.Transports, options.SkipNegotiation) = (cookies, HttpTransportType.WebSockets, true);
        }).Build();
        await line.StartAsync();
        return line;
    }

    /// <summary>The marks of one run, numbered through all runs: when each was sent, and how many lines have it.</summary>
    private sealed class Marks(int first, int count)
    {
        private readonly long[] sent = new long[count];
        private readonly int[] seen = new int[count];
        private readonly TaskCompletionSource seenByAll = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int complete;

        public int First => first;

        public int End => first + count;

        public Latencies Each { get; } = new();

        public Latencies All { get; } = new();

        /// <summary>Size of the last frame looked at, as text.</summary>
        public int Bytes { get; private set; }

        public Task SeenByAll => seenByAll.Task;

        public static string Reason(int number) => string.Create(CultureInfo.InvariantCulture, $"mark {number}");

        public void Sent(int number) => sent[number - first] = Stopwatch.GetTimestamp();

        /// <summary>A frame has come: every mark up to the newest it shows of a seat is there.</summary>
        /// <param name="newest">The newest mark this line has of each seat; -1 for none of this run.</param>
        public void Seen(JsonElement frame, int[] newest)
        {
            var at = Stopwatch.GetTimestamp();
            Bytes = frame.GetRawText().Length;
            var now = newest.ToArray();
            foreach (var item in frame.GetProperty("dossiers")[0].GetProperty("items").EnumerateArray())
                foreach (var mark in item.GetProperty("marks").EnumerateArray())
                    if (mark.TryGetProperty("reason", out var reason) && reason.GetString()?.Split(' ') is [_, var text] && int.Parse(text, CultureInfo.InvariantCulture) is var number && number >= first)
                        now[number % now.Length] = Math.Max(now[number % now.Length], number);
            for (var number = first; number < End; number++)
                if (number <= now[number % now.Length] && number > newest[number % now.Length]) IsThere(number - first, at);
            now.CopyTo(newest, 0);
        }

        private void IsThere(int place, long at)
        {
            Each.Add(sent[place], at);
            if (Interlocked.Increment(ref seen[place]) < Watchers) return;
            All.Add(sent[place], at);
            if (Interlocked.Increment(ref complete) == count) seenByAll.TrySetResult();
        }
    }
}
