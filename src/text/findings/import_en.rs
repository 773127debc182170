//! The findings of an import, once the input is read, in English.

use super::Words;
use super::en::note;
use crate::campaign::finding::{ImportProblem, Problem};

pub(super) fn message(w: &Words, problem: &ImportProblem) -> String {
    use ImportProblem::*;
    let whole = Problem::Import(problem.clone());
    match problem {
        TotalRose { from, to, since, noted } => format!(
            "The total rises from {} ({}) to {}, by more than half within two weeks.{}",
            w.n(*from),
            w.at(*since),
            w.n(*to),
            note(*noted, &whole, "Look for a digit too many, or for another count.")
        ),
        InstallsRose { code, from, to, since, noted } => format!(
            "{} rises from {} ({}) to {}, to more than double.{}",
            w.name(code),
            w.n(*from),
            w.at(*since),
            w.n(*to),
            note(*noted, &whole, "Look for a digit too many, or for another row.")
        ),
        LargeShare { installs, population, noted } => format!(
            "The total {} is more than 60% of the population {}.{}",
            w.n(*installs),
            w.n(*population),
            note(*noted, &whole, "Check that these are installs.")
        ),
        EqualsPopulation { code, population, noted } => format!(
            "{}: the figure is the population itself, {}.{}",
            w.subject(code.as_ref()),
            w.n(*population),
            note(*noted, &whole, "The column of populations may have been taken; check it.")
        ),
        AcceptNeedsNote => "What is unusual is accepted with a reason. Add --note \"why\"; the public will read it.".into(),
        AcceptsNothing { name } => format!("There is nothing called {} to accept. Leave this --accept out.", w.quote(name)),
        BeforeApp { as_of } => format!("The moment {} is before Bluezone's first day (18 April 2020). Check the year.", w.at(*as_of)),
        YearAssumed { as_of } => format!("The text leaves the year away: it is taken as {}. If that is wrong, add --as-of.", w.at(*as_of)),
        DateOverruled { text, given } => format!("The text says {}; {} is taken, as --as-of says.", w.at(*text), w.at(*given)),
        OtherFigures { as_of } => format!(
            "There is a report of {} with other figures already. For a correction, add --corrects and --note \"why\".",
            w.at(*as_of)
        ),
        NoSource => "The text does not tell its source. Add --source \"title of the letter\".".into(),
        CorrectionNeedsNote => "A correction must say why. Add --note \"why\".".into(),
        NothingToCorrect { as_of } => {
            format!("There is no report of {} to correct. Leave --corrects out, or check the moment.", w.at(*as_of))
        }
        NoDate => "The text does not say of which moment the figures are. Say it with --as-of, e.g. --as-of \"2020-08-13 08:00\".".into(),
        HourNotStated { as_of } => format!(
            "The text gives the day and no hour: the figures are taken as those of {}. If you know the hour, add --as-of.",
            w.at(*as_of)
        ),
        DateDisagrees { text, given } => format!(
            "The table's column of days says {}, --as-of says {}. Check that it is the right file, and make them agree.",
            w.at(*text),
            w.at(*given)
        ),
        TotalNotStated { sum } => format!("The text states no total; the sum of the districts, {}, is taken.", w.n(*sum)),
        TotalAlone => "There is a total and no district's figure: the report counts in the trend and is not shown on the map.".into(),
        NoEvidence => {
            "Nothing in the text says that these figures count installs of Bluezone. If you are sure, add --counts installs.".into()
        }
        AppNotNamed { text } => {
            format!(
                "Only {} says what these figures count, and the text does not name Bluezone. Make sure that they count its installs.",
                w.quote(text)
            )
        }
    }
}
