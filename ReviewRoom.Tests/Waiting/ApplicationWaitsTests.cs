using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Waiting;
using ReviewRoom.Tests.Applications;
using ReviewRoom.Tests.Law;

namespace ReviewRoom.Tests.Waiting;

/// <summary>Who waits for whom on the way of an application.</summary>
public sealed class ApplicationWaitsTests
{
    [Fact]
    public void Article_14_what_was_submitted_waits_for_its_county_and_the_office_reads_the_same()
    {
        var application = new AnApplication().Submitted();

        Assert.Equal([(WaitingFor.Recommendation, true, 1)], Of(application, AnApplication.County, AnApplication.CountyBody).Select(r => (r.What, r.IsMine, r.N)));
        Assert.Equal([(WaitingFor.Recommendation, false, 1)], Of(application, Given.Office).Select(r => (r.What, r.IsMine, r.N)));
        Assert.Empty(Of(application, AnApplication.County, AnApplication.OtherCounty));
        Assert.Empty(Of(application, AnApplication.Applicant));
    }

    [Fact]
    public void Article_13_what_is_being_written_waits_for_its_applicant_until_the_deadline_is_over()
    {
        var application = new AnApplication().Filled();
        var due = new DateTimeOffset(AnApplication.Deadline.AddDays(1), default, ChinaTime.Offset);

        Assert.Equal([(WaitingFor.Application, due, true)], Of(application, AnApplication.Applicant).Select(r => (r.What, r.Due ?? default, r.IsMine)));
        Assert.Equal([(WaitingFor.Application, due, false)], Of(application, Given.Office).Select(r => (r.What, r.Due ?? default, r.IsMine)));
        Assert.Empty(Of(application, AnApplication.County, AnApplication.CountyBody));
    }

    [Fact]
    public void Article_15_what_is_recommended_waits_for_the_office_alone()
    {
        var application = new AnApplication().Recommended();

        Assert.Equal([(WaitingFor.FormalCheck, true)], Of(application, Given.Office).Select(r => (r.What, r.IsMine)));
        Assert.Equal([(WaitingFor.FormalCheck, false)], Of(application, Given.Supervisor).Select(r => (r.What, r.IsMine)));
        Assert.Empty(Of(application, AnApplication.County, AnApplication.CountyBody));
    }

    [Fact]
    public void A_correction_waits_for_the_applicant_and_once_it_is_overdue_for_the_office()
    {
        var application = new AnApplication().Recommended();
        var due = AnApplication.At(2026, 10, 1);
        application.Do(Given.Office, new AskCorrection(1, [new CorrectionPoint("E2", "canary")], due));

        Assert.Equal([(WaitingFor.Correction, WaitingOn.Applicants, due, true)], Of(application, AnApplication.Applicant).Select(r => (r.What, r.On, r.Due ?? default, r.IsMine)));
        Assert.Equal([(WaitingFor.Correction, false)], Of(application, Given.Office).Select(r => (r.What, r.IsMine)));
        application.On(2026, 10, 1, 11).Do(Person.System, new PassCorrectionDue());

        Assert.Equal([(WaitingOn.Office, true)], Of(application, Given.Office).Select(r => (r.On, r.IsMine)));
        Assert.Equal([(WaitingOn.Office, false)], Of(application, AnApplication.Applicant).Select(r => (r.On, r.IsMine)));
    }

    [Fact]
    public void The_home_counts_applications_for_office_and_supervisor_and_for_nobody_else()
    {
        var application = new AnApplication().Recommended();

        var (office, county) = (Home(application, Given.Office), Home(application, AnApplication.County, AnApplication.CountyBody));

        Assert.Equal([1, 1, 0], office.Parts.Where(p => p.Article is 13 or 14).SelectMany(p => p.Counts).Select(c => c.N));
        Assert.Equal((0, false), (office.Accepted, office.Recommends));
        Assert.Empty(county.Parts.SelectMany(p => p.Counts));
        Assert.Equal(((int?)null, true), (county.Accepted, county.Recommends));
    }

    private static SessionSight Sight(AnApplication application, Person person, Domain.Sessions.Body? body) =>
        new(person.Id, "session-6", null, null, [], null) { Applications = application.For(person, body) is { } view ? [view] : [] };

    private static ImmutableArray<WaitingRow> Of(AnApplication application, Person person, Domain.Sessions.Body? body = null) => Waits.Of(Sight(application, person, body), id => id);

    private static SessionHome Home(AnApplication application, Person person, Domain.Sessions.Body? body = null) =>
        SessionHome.Of(Sight(application, person, body), ABook.Shipped.Steps, AnApplication.At(2026, 10, 1), id => id) ?? throw new InvalidOperationException();
}
