using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Live;

// What the program does by itself: deadlines that pass, and accepted applications that come into the register.
public sealed partial class LiveApplications
{
    /// <summary>Notes what has fallen due by now, once for each deadline.</summary>
    public async Task PassDue(CancellationToken ct = default)
    {
        foreach (var application in applications.Values.ToArray())
        {
            var state = application.State;
            if (!state.Exists || TermsFor(Person.System, state) is not { } terms || state.FallsDue(terms) is not { } due || due > Now) continue;
            ApplicationAct act = state.Stage == ApplicationStage.Correction ? new PassCorrectionDue { Terms = terms } : new CloseUnsubmitted { Terms = terms };
            await application.Ask(Person.System, Cause.CommandOf(application.Stream, act.GetType().Name, $"{due:O}"), act, ct).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Carries what was accepted into the session's register and notes in the application that it stands there. The two entries name each other; whatever ends the program between them, the same two
    /// commands finish it after the next start.
    /// </summary>
    public async Task Carry(LiveRegisters registers, CancellationToken ct = default)
    {
        foreach (var application in applications.Values.ToArray())
        {
            if (application.State.ToCarry is not { } accepted) continue;
            var session = application.State.Session;
            if (!await registers.Carry(session, Cause.CommandOf(application.Stream, "register"), new CarryApplication(RecordOf(accepted), accepted.Text, accepted.Files, application.Stream), ct).ConfigureAwait(false)) continue;
            await application.Ask(Person.System, Cause.CommandOf(application.Stream, "carried"), new NoteCarried(LiveRegisters.StreamOf(session)), ct).ConfigureAwait(false);
        }
    }

    /// <summary>Tells the session who has withdrawn after he had come into it.</summary>
    public async Task PassWithdrawals(LiveSessions sessions, CancellationToken ct = default)
    {
        foreach (var application in applications.Values.Select(a => a.State).Where(a => a.HasLeft).ToArray()) await sessions.NoteWithdrawal(application.Session, application.Id, ct).ConfigureAwait(false);
    }

    private ApplicantRecord RecordOf(AcceptedApplication accepted)
    {
        var form = accepted.Form;
        var code = string.IsNullOrWhiteSpace(form.CreditCode) ? null : form.CreditCode.Trim();
        return accepted.Kind == ApplicantKind.Organisation
            ? new ApplicantRecord(accepted.Id, accepted.Name, new Organisation(accepted.Id, accepted.Name, null, code, null, null, form.Head, [], [], [], []), null, null, around.WonBefore(accepted.Id, accepted.Name, code))
            : new ApplicantRecord(accepted.Id, accepted.Name, null, null, new OrganisationRef(null, form.EmployerCode, form.Employer), around.WonBefore(accepted.Id, accepted.Name, null));
    }
}
