using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Components.Room;

public enum FloorCallKind { Opened, Focused, Next }

/// <summary>What calls an expert to a dossier: it was opened, it is on the floor now, or the one before it was closed.</summary>
public sealed record FloorCall(FloorCallKind Kind, string Dossier)
{
    /// <summary>The call between two of the expert's own views; null where nothing calls. A dossier he is shut out of calls nobody and is no reason to call.</summary>
    public static FloorCall? Between(RoomView before, RoomView now)
    {
        DossierView? Was(string id) => before.Dossiers.FirstOrDefault(d => d.Id == id);
        if (now.Dossiers.FirstOrDefault(d => d.Phase == Phase.Independent && Was(d.Id)?.Phase == Phase.Waiting) is { } opened) return new FloorCall(FloorCallKind.Opened, opened.Id);
        if (now.Focus is { } focus && focus != before.Focus && now.Dossiers.Any(d => d.Id == focus && d.Phase is not null)) return new FloorCall(FloorCallKind.Focused, focus);
        for (var place = 0; place < now.Dossiers.Length; place++)
        {
            var dossier = now.Dossiers[place];
            if (dossier.Phase < Phase.Closed || Was(dossier.Id)?.Phase is not { } was || was >= Phase.Closed) continue;
            if (now.Dossiers.Skip(place + 1).FirstOrDefault(d => d.Phase is Phase.Waiting or Phase.Independent) is { } next) return new FloorCall(FloorCallKind.Next, next.Id);
        }
        return null;
    }
}
