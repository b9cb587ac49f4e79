using System.Globalization;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Live;

/// <summary>
/// A program that is killed: experts of several rooms mark as fast as they are answered. It says what it asks before it asks, and prints every receipt.
/// A command's id tells its act, so that the next run can ask the same again.
/// </summary>
internal static class CrashLoad
{
    public const string Verb = "crash-load";

    private const int RoomCount = 3, Clients = 12;
    private const string Seats = "ABCDE";

    /// <param name="again">Ids of commands of earlier runs, one a line, to be asked again first; ends with an empty line.</param>
    public static async Task<int> Run(string folder, TextReader again, TextWriter output)
    {
        using var house = new House(TimeProvider.System, folder);
        output.WriteLine("open");
        for (var line = again.ReadLine(); !string.IsNullOrEmpty(line); line = again.ReadLine()) await Ask(house, line, output);
        for (var i = 0; i < RoomCount; i++)
            if (house.Rooms.Find($"panel-{i}") is not { State.Dossiers: [{ Phase: Phase.Independent }] } room || !room.State.Dossiers[0].Sheets.All(s => s.Declared))
                await Prepare(house, $"panel-{i}");
        foreach (var client in Enumerable.Range(0, Clients)) _ = Task.Run(() => Mark(house, client, output));
        // Killed, or left alone by whoever wanted to: then it ends by itself.
        await again.ReadToEndAsync();
        return 0;
    }

    /// <summary>What the last run left half-done is done; a refusal says that it was done already.</summary>
    private static async Task Prepare(House house, string room)
    {
        await house.Rooms.Create(House.Office, House.Id(), room, House.Plan(room, seats: Seats.Length, dossiers: 1));
        await house.Rooms.Ask("office", room, House.Id(), new Open("d1"));
        foreach (var seat in Seats) await house.Rooms.Ask(House.Expert(seat).Id, room, House.Id(), new Declare("d1", Conflict: false));
    }

    private static async Task Mark(House house, int client, TextWriter output)
    {
        var random = new Random(client);
        while (true)
        {
            var command = string.Create(CultureInfo.InvariantCulture, $"{client % RoomCount}|{Seats[client % Seats.Length]}|{random.Next(21) * 5}|{House.Id()}");
            lock (output)
            {
                output.WriteLine($"ask {command}");
                output.Flush();
            }
            await Ask(house, command, output);
        }
    }

    private static async Task Ask(House house, string command, TextWriter output)
    {
        var parts = command.Split('|');
        var act = new GiveMark("d1", House.Rubric().Criteria[0].Code, int.Parse(parts[2], CultureInfo.InvariantCulture));
        var answer = await house.Rooms.Ask(House.Expert(parts[1][0]).Id, $"panel-{parts[0]}", command, act);
        if (answer.Receipt is not Receipt receipt) return;
        lock (output)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"receipt {command} {receipt.Stream} {receipt.Number} {receipt.Hash}"));
            output.Flush();
        }
    }
}
