namespace ReviewRoom.Tests.Decisions;

/// <summary>
/// Sessions decided by hand from the regulation: what about, the frame (year 2026, default readings, where nothing is said), the candidates, the decision, the money in thousand yuan.
/// Candidates and decisions are written as in <see cref="Notation"/>. Asked of the function and of the programming interface.
/// </summary>
internal static class HandWorked
{
    public static TheoryData<string, string, string, string, int> Cases => new()
    {
        // ---- Article 4: quotas, organisations and individuals together; what is not reached stays vacant. Article 19: the money.
        { "nobody applied", "", "", "v 3 5", 0 },
        { "one", "", "a=700", "M a1 | v 2 5", 300 },
        { "the main award is just full", "", "a=700 b=650 c=600", "M a1 b2 c3 | v 0 5", 900 },
        { "the fourth is nominated", "", "a=700 b=650 c=610 d=600", "M a1 b2 c3 | N d4 | v 0 4", 1000 },
        { "both grades are just full: the most a session can cost", "", "a=950 b=900 c=850 d=800 e=750 f=700 g=650 h=600", "M a1 b2 c3 | N d4 e5 f6 g7 h8 | v 0 0", 1400 },
        { "the ninth finds no place", "", "a=950 b=900 c=850 d=800 e=750 f=700 g=650 h=610 k=600", "M a1 b2 c3 | N d4 e5 f6 g7 h8 | - k:noPlaceLeft | v 0 0", 1400 },
        { "individuals alone", "", "a=950 i b=900 i c=850 i d=800 i e=750 i f=700 i g=650 i h=600 i", "M a1 b2 c3 | N d4 e5 f6 g7 h8 | v 0 0", 550 },
        { "both kinds in one quota", "", "a=900 i b=850 c=800 i d=750 i e=700", "M a1 b2 c3 | N d4 e5 | v 0 3", 650 },
        { "both kinds in one order of rates, whatever their tables", "", "a=450 /500 i b=880 c=430 /500 i d=855", "M a1 b2 c3 | N d4 | v 0 4", 600 },
        // ---- Article 11: 60 per cent of the standard's total, exactly.
        { "exactly 60 as a fraction", "", "a=3600/6", "M a1 | v 2 5", 300 },
        { "59.999 per cent", "", "a=599.99", "- a:belowThreshold | v 3 5", 0 },
        { "a hair below", "", "a=599.999999999999999999999", "- a:belowThreshold | v 3 5", 0 },
        { "the line of a table of 500", "", "a=299.999 /500 b=300 /500", "M b1 | - a:belowThreshold | v 2 5", 300 },
        { "the line of a table of 7", "", "a=4.2 /7 b=4.199 /7", "M a1 | - b:belowThreshold | v 2 5", 300 },
        { "all below", "", "a=599 b=500 i c=0", "- a:belowThreshold b:belowThreshold c:belowThreshold | v 3 5", 0 },
        { "full points in two tables", "", "a=1000 b=500 /500", "M a1 b1 | v 1 5", 600 },
        // ---- Who is out, and the order of the reasons.
        { "blocked before all else", "", "a=100 ! M2025", "- a:blocked | v 3 5", 0 },
        { "below before still valid", "", "a=599 M2025", "- a:belowThreshold | v 3 5", 0 },
        { "who is blocked leaves his place to the next", "", "a=900 ! b=800 c=700 d=650 e=640", "M b1 c2 d3 | N e4 | - a:blocked | v 0 4", 1000 },
        { "who is blocked ties with nobody", "", "a=900 b=800 c=700 ! d=700 e=650", "M a1 b2 d3 | N e4 | - c:blocked | v 0 4", 1000 },
        { "who is still valid leaves his place to the next", "", "a=900 M2024 b=800", "M b1 | - a:withinValidity | v 2 5", 300 },
        // ---- Article 4: five years of validity, by year or by day.
        { "four years after", "", "a=700 M2022", "- a:withinValidity | v 3 5", 0 },
        { "five years after", "", "a=700 M2021", "M a1* | v 3 5", 0 },
        { "the same award a session later", "year=2027", "a=700 M2022", "M a1* | v 3 5", 0 },
        { "the last day of validity", "asOf=2026-06-28", "a=700 M2021-06-29", "- a:withinValidity | v 3 5", 0 },
        { "the fifth anniversary", "asOf=2026-06-29", "a=700 M2021-06-29", "M a1* | v 3 5", 0 },
        { "the day decides where it is known", "asOf=2026-12-01", "a=700 M2021-12-31", "- a:withinValidity | v 3 5", 0 },
        { "a day without a day to look at goes by its year", "", "a=700 M2021-12-31", "M a1* | v 3 5", 0 },
        { "one expired, one valid", "", "a=700 M2017 M2023", "- a:withinValidity | v 3 5", 0 },
        { "a revoked award is not valid", "", "a=700 M2024x", "M a1 | v 2 5", 300 },
        { "a revoked award is no repeat", "", "a=700 M2018x", "M a1 | v 2 5", 300 },
        { "a revoked one beside an expired one", "", "a=700 M2024x M2019", "M a1* | v 3 5", 0 },
        // ---- Who holds a nomination.
        { "he may win the main award, inside the quota", "", "a=700 N2024", "M a1 | v 2 5", 300 },
        { "he gets no second nomination", "", "a=900 b=850 c=800 d=750 N2024 e=700", "M a1 b2 c3 | N e5 | - d:withinValidity | v 0 4", 1000 },
        { "on the last day of his nomination", "asOf=2026-09-14", "a=900 b=850 c=800 d=750 N2021-09-15", "M a1 b2 c3 | - d:withinValidity | v 0 5", 900 },
        { "on the day after", "asOf=2026-09-15", "a=900 b=850 c=800 d=750 N2021-09-15", "M a1 b2 c3 | N d4* | v 0 5", 900 },
        { "behind a full nomination he is still valid, not without a place", "", "a=950 b=940 c=930 d=920 e=910 f=900 g=890 h=880 k=870 N2024", "M a1 b2 c3 | N d4 e5 f6 g7 h8 | - k:withinValidity | v 0 0", 1400 },
        { "behind a full nomination a repeat finds no place", "", "a=950 b=940 c=930 d=920 e=910 f=900 g=890 h=880 k=870 N2019", "M a1 b2 c3 | N d4 e5 f6 g7 h8 | - k:noPlaceLeft | v 0 0", 1400 },
        // ---- Article 23: won before, outside the quota, no money.
        { "all winning again", "", "a=900 M2019 b=850 M2019 c=800 i M2020 d=750 M2017", "M a1* b2* c3* d4* | v 3 5", 0 },
        { "two between three", "", "a=900 b=850 M2019 c=800 d=750 M2018 e=700 f=650", "M a1 b2* c3 d4* e5 | N f6 | v 0 4", 1000 },
        { "behind a full main award an earlier main is no repeat", "", "a=900 b=850 c=800 d=750 M2019", "M a1 b2 c3 | N d4 | v 0 4", 1000 },
        { "nominated again", "", "a=900 b=850 c=800 d=750 N2020 e=700", "M a1 b2 c3 | N d4* e5 | v 0 4", 1000 },
        // ---- Ties at the edge: never silently.
        { "two for the third place", "", "a=900 b=800 c=700 d=700 e=650", "M a1 b2 | ? main 1 c,d > e | v 0 0", 600 },
        { "three for two places", "", "a=900 b=700 c=700 d=700 e=650 i", "M a1 | ? main 2 b,c,d > e | v 0 0", 300 },
        { "four for three places", "", "a=700 b=700 i c=700 d=700", "? main 3 a,b,c,d | v 0 0", 0 },
        { "three for three places fit", "", "a=700 b=700 c=700 d=650", "M a1 b1 c1 | N d4 | v 0 4", 1000 },
        { "two for the fifth nomination", "", "a=950 b=940 c=930 d=920 e=910 f=900 g=890 h=700 k=700", "M a1 b2 c3 | N d4 e5 f6 g7 | ? nomination 1 h,k | v 0 0", 1300 },
        { "a repeat winner in the tie takes no place", "", "a=900 b=800 c=700 d=700 M2019 e=650", "M a1 b2 c3 d3* | N e5 | v 0 4", 1000 },
        { "a repeat winner beside an undecided tie is awarded, one behind it waits", "", "a=900 b=800 c=700 d=700 e=700 M2019 f=650 M2018", "M a1 b2 e3* | ? main 1 c,d > f | v 0 0", 600 },
        { "one who holds a nomination waits too", "", "a=900 b=800 c=700 d=700 e=650 N2025", "M a1 b2 | ? main 1 c,d > e | v 0 0", 600 },
        { "one who holds a nomination counts in no tie for it", "", "a=950 b=940 c=930 d=920 e=910 f=900 g=890 h=700 k=700 N2024", "M a1 b2 c3 | N d4 e5 f6 g7 h8 | - k:withinValidity | v 0 0", 1400 },
        { "equal across tables", "", "a=900 b=800 c=700 d=350 /500", "M a1 b2 | ? main 1 c,d | v 0 0", 600 },
        { "equal as fractions", "", "a=2000/3 b=4000/6 c=666.666 d=700", "M d1 a2 b2 | N c4 | v 0 4", 1000 },
        { "equals below the line tie for nothing", "", "a=900 b=800 c=599 d=599", "M a1 b2 | - c:belowThreshold d:belowThreshold | v 1 5", 600 },
        { "the site review separates, as a rate of the own table", "", "a=900 b=800 c=700 s600 d=350 /500 s310", "M a1 b2 d3 | N c4 | v 0 4", 1000 },
        { "one lacks a site review: the results separate", "", "a=900 b=800 c=700 s650 r200 d=700 r250 e=700 r220", "M a1 b2 d3 | N e4 c5 | v 0 3", 1100 },
        { "one lacks both", "", "a=900 b=800 c=700 s650 r250 d=700", "M a1 b2 | ? main 1 c,d | v 0 0", 600 },
        // ---- The other readings of the open points.
        { "by raw points", "rankingScale=rawScore", "a=700 b=360 /500 c=650 d=640", "M a1 c2 d3 | N b4 | v 0 4", 1000 },
        { "ties go to the leading group at once", "tieBreak=leadingGroup", "a=900 b=800 c=700 s600 d=700 s650", "M a1 b2 | ? main 1 c,d | v 0 0", 600 },
        { "ties leave the places vacant", "tieBreak=shareVacate", "a=900 b=800 c=700 d=700 e=650", "M a1 b2 | N e5 | - c:tied d:tied | v 1 4", 700 },
        { "ties leave the places vacant, a repeat winner needs none", "tieBreak=shareVacate", "a=900 b=800 c=700 d=700 e=700 M2019", "M a1 b2 e3* | - c:tied d:tied | v 1 5", 600 },
        { "the line for the main award only", "passLinePerGrade=mainOnly", "a=700 b=590 c=0", "M a1 | N b2 c3 | v 2 3", 500 },
        { "any earlier grade is a repeat", "repeatScope=anyGrade", "a=900 b=850 c=800 d=750 M2019", "M a1 b2 c3 | N d4* | v 0 5", 900 },
        { "any earlier grade is a repeat, upwards too", "repeatScope=anyGrade", "a=700 N2019", "M a1* | v 3 5", 0 },
        { "the same or a higher grade: upwards is no repeat", "repeatScope=sameOrLower", "a=700 N2019", "M a1 | v 2 5", 300 },
        { "the same or a higher grade: downwards is one", "repeatScope=sameOrLower", "a=900 b=850 c=800 d=750 M2019", "M a1 b2 c3 | N d4* | v 0 5", 900 },
        { "individuals never repeat", "repeatAppliesTo=organisationsOnly", "a=700 i M2019 b=690 M2019", "M a1 b2* | v 2 5", 100 },
        { "the former award does not count", "formerSystemCounts=no", "a=700 M2019 b=650 M2020", "M a1 b2* | v 2 5", 300 },
        { "a valid nomination shuts the main award", "nominationMayApplyForMain=blocked", "a=900 N2024 b=800 N2021", "M b1 | - a:withinValidity | v 2 5", 300 },
        { "the one reading of the quota that a function can give", "repeatQuota=rankedOutsideQuota", "a=700 M2019", "M a1* | v 3 5", 0 },
        { "two readings at once", "repeatAppliesTo=organisationsOnly formerSystemCounts=no", "a=900 b=850 c=800 d=750 i N2020 e=700 N2019", "M a1 b2 c3 | N d4 e5 | v 0 3", 1050 },
    };
}
