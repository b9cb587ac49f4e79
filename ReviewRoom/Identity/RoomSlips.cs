using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;

namespace ReviewRoom.Identity;

/// <summary>A seat a slip may be printed for.</summary>
/// <param name="MayGive">False where the person is more than an expert: then an administrator gives the code.</param>
/// <param name="Open">His printed code that may still be used.</param>
/// <param name="Conflicts">Direct conflicts of interest with dossiers of the agenda, as the asker may know them.</param>
public sealed record SlipHolder(string Seat, string PersonId, string Name, bool MayGive, bool HasPassword, OneTimeCode? Open, ImmutableArray<ConflictView> Conflicts);

/// <summary>A slip as it is printed, once. It names the room and never an applicant.</summary>
/// <param name="Link">Opens the sign-in with name and code filled in: they stand behind the number sign, which no server and no log is sent.</param>
public sealed record Slip(string Seat, string PersonId, string Name, string Code, DateTimeOffset EndsAt, string Link);

/// <summary>Sign-in slips for the seats of a room: the office prints them, for experts only.</summary>
public sealed class RoomSlips(OneTimeCodes codes, PeopleDirectory directory, LiveRooms rooms, IDbContextFactory<PeopleDb> databases)
{
    /// <summary>The seats of a room in seat order; null where the asker is not of its office.</summary>
    public async Task<IReadOnlyList<SlipHolder>?> Of(string byId, string roomId)
    {
        if (directory.Find(byId) is not { } by || rooms.Find(roomId) is not { } live || live.State.ViewerOf(by) is not Viewer.Office || rooms.View(byId, roomId) is not { } view) return null;
        var seats = live.State.Seats;
        string[] ids = [.. seats.Select(seat => seat.PersonId)];
        await using var db = await databases.CreateDbContextAsync();
        var known = await db.Users.Where(account => ids.Contains(account.Id) && account.PasswordHash != null).Select(account => account.Id).ToHashSetAsync();
        var open = (await codes.OpenOf(roomId)).ToLookup(code => code.PersonId, StringComparer.Ordinal);
        return [.. seats.Select(seat => new SlipHolder(
            seat.Letter, seat.PersonId, seat.Name, directory.Find(seat.PersonId) is { } to && codes.MayIssue(by, to), known.Contains(seat.PersonId),
            open[seat.PersonId].LastOrDefault(), AgainstThe(view, seat.Letter)))];
    }

    /// <summary>Makes new codes for these seats; earlier ones of theirs end. Seats the asker may give none are left out.</summary>
    /// <param name="address">Where the experts reach the server: scheme, host and port.</param>
    public async Task<IReadOnlyList<Slip>> Print(string byId, string roomId, IReadOnlyCollection<string> seats, TimeSpan life, Uri address)
    {
        var slips = new List<Slip>();
        foreach (var holder in (await Of(byId, roomId) ?? []).Where(holder => seats.Contains(holder.Seat)))
        {
            if (await codes.Issue(byId, holder.PersonId, roomId, life) is not { } issued) continue;
            var link = SignInLink.Of(address, holder.PersonId, issued.Code);
            slips.Add(new Slip(holder.Seat, holder.PersonId, holder.Name, issued.Code, issued.EndsAt, link.AbsoluteUri));
        }
        return slips;
    }

    private static ImmutableArray<ConflictView> AgainstThe(RoomView view, string seat) =>
        [.. view.Dossiers.SelectMany(dossier => dossier.Conflicts ?? []).Where(conflict => conflict.Seat == seat && conflict.State != ConflictState.Dismissed && conflict.Strength == ConflictStrength.Direct)];
}
