using ReviewRoom.Domain.Applications;

namespace ReviewRoom.Domain.Sessions;

public sealed partial record AwardSession
{
    /// <summary>What an application needs to know of this session and of who asks; null where the session is not planned.</summary>
    /// <param name="readings">As the session's version of the regulation gives them.</param>
    public ApplicationTerms? TermsFor(Person person, ApplicationReadings readings) =>
        Plan is { } plan ? new ApplicationTerms(plan.Deadline, Stage, Holidays, plan.Settings, Bodies, readings) { Title = plan.Title, Rubrics = Announced?.Said.Rubrics ?? [], Body = BodyOf(person) } : null;
}
