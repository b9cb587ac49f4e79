using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;
using ReviewRoom.Live;

namespace ReviewRoom.Components.Room;

/// <summary>What a seat does on its own sheet: every act with its command id, its wait, and its receipt or refusal.</summary>
public sealed class SheetDesk(Rubric rubric, string dossier, Func<string, RoomAct, Task<RoomAnswer>> ask, Func<Refusal, string> words, TimeProvider clock)
{
    public OwnSheet Sheet { get; } = new(rubric);

    public SaveState Save { get; private set; }

    /// <summary>Number on the last receipt.</summary>
    public int Number { get; private set; }

    /// <summary>The server's time of the last receipt.</summary>
    public string At { get; private set; } = "";

    /// <summary>The mark taken away last, so that it can be given back.</summary>
    public (string Criterion, int Rate)? Cleared { get; private set; }

    /// <summary>Why the last act that is not about one field was declined.</summary>
    public string? Declined { get; private set; }

    public async Task Mark(string criterion, int? rate, BrowserDesk? browser)
    {
        var (entry, before) = (new DraftEntry(NewId(), criterion, "mark", rate, null, null), Sheet.RateOf(criterion));
        Sheet.Ask(criterion, entry.Id, rate);
        Sheet.Forget(criterion, "mark");
        Cleared = rate is null && before is { } cleared ? (criterion, cleared) : null;
        var kept = browser?.Keep(entry) ?? Task.CompletedTask;
        var delivery = await Deliver(entry);
        await kept;
        if (!delivery.Retry && browser is not null) await browser.Settle(entry.Id);
    }

    /// <summary>Sends one entry and says how it fared; what was refused stays beside the valid value.</summary>
    public async Task<Delivery> Deliver(DraftEntry entry)
    {
        if (entry.ActOn(dossier) is not { } act) return new Delivery(false, false);
        Save = SaveState.Sending;
        var answer = await ask(entry.Id, act);
        Sheet.Answer(entry.Criterion, entry.Id);
        if (answer.Receipt is { } receipt && Holds(entry, answer.View))
        {
            Sheet.Forget(entry.Criterion, entry.Field);
            Stored(receipt.Number);
            return new Delivery(true, false);
        }
        Save = SaveState.Refused;
        if (answer.Refusal is { Code: RefusalCode.NotStored }) return new Delivery(false, true);
        if (answer.Refusal is { } refusal) Sheet.Refuse(new Unstored(entry.Id, entry.Criterion, entry.Field, WantedOf(entry), entry.Rate, words(refusal), Figures.Second(clock.GetLocalNow())));
        return new Delivery(answer.Receipt is not null, false);
    }

    /// <summary>An act of the whole sheet: declining to judge, submitting, taking back.</summary>
    public async Task Do(RoomAct act)
    {
        (Save, Declined) = (SaveState.Sending, null);
        var answer = await ask(NewId(), act);
        if (answer.Receipt is { } receipt) Stored(receipt.Number);
        else (Save, Declined) = (SaveState.Refused, answer.Refusal is { } refusal ? words(refusal) : null);
    }

    public static string NewId() => Guid.NewGuid().ToString("N");

    private void Stored(int number) => (Save, Number, At) = (SaveState.Saved, number, Figures.Second(clock.GetLocalNow()));

    /// <summary>Read back: is what the server holds now what was sent?</summary>
    private bool Holds(DraftEntry entry, RoomView? view)
    {
        if (view?.Dossiers.FirstOrDefault(d => d.Id == dossier)?.Mine is not { } mine) return false;
        Sheet.Take(mine);
        if (entry.Field == "mark") return Sheet.IsSending(entry.Criterion) || (mine.Marks.TryGetValue(entry.Criterion, out var rate) ? rate == entry.Rate : entry.Rate is null);
        var text = mine.Comments.FirstOrDefault(c => c.Criterion == entry.Criterion && string.Equals(c.Kind.ToString(), entry.Field, StringComparison.OrdinalIgnoreCase))?.Text ?? "";
        return text.Trim() == (entry.Text ?? "").Trim();
    }

    private static string WantedOf(DraftEntry entry) => entry.Field == "mark" ? entry.Rate is { } rate ? $"{rate}%" : "–" : entry.Text ?? "";
}
