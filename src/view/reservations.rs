//! What must be said beside a report's figures: that they do not add up, what they correct, what was taken back since, that they are old. Each is a
//! sentence.

use crate::{
    campaign::{Campaign, Report, Stamp},
    text::{Text, fill, format_decimal, format_integer, moment, title},
};

/// `now` (seconds since 1970): where a clock is at hand.
pub(crate) fn reservations(campaign: &Campaign, text: &Text, report: &Report, now: Option<i64>) -> Vec<String> {
    let mut all = sum_differs(campaign, text, report);
    all.extend(districts_older(campaign, text, report));
    all.extend(notes(campaign, text, report));
    all.extend(withdrawn(campaign, text, Some(report.as_of)));
    if let (Some(days), Some(now)) = (campaign.stale_after_days, now)
        && now - report.as_of.unix() > i64::from(days) * 86_400
    {
        all.push(fill(text.stale, &[&format_integer(text.lang, u64::from(days))]));
    }
    all
}

/// Of a report's own figures alone: that they do not add up, and its note.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn of_figures(campaign: &Campaign, text: &Text, report: &Report) -> Vec<String> {
    let mut all = sum_differs(campaign, text, report);
    all.extend(notes(campaign, text, report));
    all
}

fn sum_differs(campaign: &Campaign, text: &Text, report: &Report) -> Vec<String> {
    let say = |sum| fill(text.sum_differs, &[&format_integer(text.lang, sum), &format_integer(text.lang, report.total)]);
    campaign.sum_mismatch(report).map(|mismatch| say(mismatch.sum)).into_iter().collect()
}

/// The total is newer than what is known of the districts.
fn districts_older(campaign: &Campaign, text: &Text, report: &Report) -> Option<String> {
    let districts = moment_of_districts(campaign, report)?;
    Some(fill(text.districts_older, &[&moment(text.lang, report.as_of), &moment(text.lang, districts)]))
}

/// The moment of the districts' figures, where the report has none of its own.
pub(crate) fn moment_of_districts(campaign: &Campaign, report: &Report) -> Option<Stamp> {
    let (of_districts, _) = campaign.reports_of_districts(Some(report.as_of)).filter(|_| report.installs.is_none())?;
    Some(of_districts.as_of)
}

/// The report's note; of a correction, what was published before and why it is no more, back to the first.
pub(crate) fn notes(campaign: &Campaign, text: &Text, report: &Report) -> Vec<String> {
    let corrections = std::iter::successors(Some(report), |report| campaign.corrected_by(report)).take(campaign.reports.len());
    let said: Vec<String> =
        corrections.filter_map(|report| Some(correction(campaign, text, report, campaign.corrected_by(report)?))).collect();
    if said.is_empty() { report.note.iter().map(|note| fill(text.note, &[note])).collect() } else { said }
}

fn correction(campaign: &Campaign, text: &Text, report: &Report, wrong: &Report) -> String {
    let mut was = Vec::new();
    if wrong.as_of != report.as_of {
        was.push(fill(text.was_moment, &[&moment(text.lang, wrong.as_of)]));
    }
    if wrong.total != report.total {
        was.push(fill(text.was_total, &[&format_integer(text.lang, wrong.total)]));
    }
    for (code, n) in wrong.installs.iter().flatten() {
        let differs = report.installs.as_ref().and_then(|installs| installs.get(code)) != Some(n);
        let district = campaign.district(code).filter(|_| differs);
        was.extend(district.map(|district| format!("{} {}", district.name, format_integer(text.lang, *n))));
    }
    if let Some(rate) = wrong.rate_percent.filter(|_| wrong.rate_percent != report.rate_percent) {
        was.push(fill(text.was_rate, &[&format!("{}%", format_decimal(text.lang, rate, 2))]));
    }
    if wrong.source.title != report.source.title {
        was.push(fill(text.was_source, &[title(text.lang, wrong.source.titled())]));
    }
    let why = report.note.as_deref().unwrap_or_default();
    if was.is_empty() { fill(text.corrected_otherwise, &[why]) } else { fill(text.corrected, &[&was.join(", "), why]) }
}

/// Reports that were taken back, of later moments than that; where there is none, all.
pub(crate) fn withdrawn(campaign: &Campaign, text: &Text, after: Option<Stamp>) -> Vec<String> {
    let taken_back = |report: &&Report| after.is_none_or(|after| report.as_of > after);
    let later = campaign.reports.iter().filter(taken_back);
    later
        .filter_map(|report| {
            let (at, withdrawal) = (moment(text.lang, report.as_of), report.withdrawn.as_ref()?);
            Some(match &withdrawal.why {
                Some(why) => fill(text.withdrawn_why, &[&at, why]),
                None => fill(text.withdrawn, &[&at]),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campaign::{
            Withdrawal,
            fixture::{campaign, two_reports},
        },
        text::{Lang, text},
    };

    fn said(campaign: &Campaign) -> Vec<String> {
        let all = reservations(campaign, text(Lang::Vi, campaign), campaign.report_at(None).unwrap(), None);
        all.into_iter().map(|sentence| sentence.replace('\u{a0}', " ")).collect()
    }

    #[test]
    fn a_correction_says_what_it_was_and_why() {
        let mut corrected = campaign();
        let mut report =
            Report { id: "r2".into(), corrects: Some("r1".into()), note: Some("đảo chữ số".into()), ..corrected.reports[0].clone() };
        report.total = 51_947;
        report.installs.as_mut().unwrap().insert("660".into(), 12_425);
        corrected.insert_report(report.clone());
        assert_eq!(said(&corrected), ["Đính chính: trước đây đã công bố tổng số 51.974, Gia Nghĩa 12.452. Lý do: đảo chữ số"]);
        // Corrected once more: the public saw both.
        let again = Report {
            id: "r3".into(),
            corrects: Some("r2".into()),
            note: Some("sai ngày".into()),
            as_of: Stamp::vietnam(2020, 8, 10, 8, 0).unwrap(),
            ..report
        };
        corrected.insert_report(again);
        assert_eq!(said(&corrected)[0], "Đính chính: trước đây đã công bố thời điểm 8 giờ ngày 11/8/2020. Lý do: sai ngày");
        assert!(said(&corrected)[1].contains("51.974"), "{:?}", said(&corrected));
    }

    #[test]
    fn a_correction_of_the_documents_number_alone_is_said_as_well() {
        let mut corrected = campaign();
        let mut report = Report {
            id: "r2".into(),
            corrects: Some("r1".into()),
            note: Some("ghi thiếu số văn bản".into()),
            ..corrected.reports[0].clone()
        };
        report.source.number = Some("1/STTTT".into());
        corrected.insert_report(report);
        assert_eq!(said(&corrected), ["Đính chính. Lý do: ghi thiếu số văn bản"]);
    }

    #[test]
    fn an_english_page_marks_what_stays_vietnamese() {
        let mut campaign = two_reports();
        campaign.reports[1].withdrawn = Some(Withdrawal { why: Some("số liệu của tỉnh khác".into()), at: None });
        let report = campaign.report_at(None).unwrap();
        let said = reservations(&campaign, text(Lang::En, &campaign), report, None);
        assert!(matches!(&said[..], [one] if one.ends_with(": \u{2068}số liệu của tỉnh khác\u{2069}")), "{said:?}");
    }

    #[test]
    fn a_withdrawn_report_is_said_with_its_reason() {
        let mut campaign = two_reports();
        campaign.reports[1].withdrawn = Some(Withdrawal { why: Some("số liệu của tỉnh khác".into()), at: None });
        assert_eq!(said(&campaign), ["Số liệu ngày 13/8/2020 đã được rút lại. Lý do: số liệu của tỉnh khác"]);
        campaign.reports[1].withdrawn = Some(Withdrawal::default());
        assert_eq!(said(&campaign), ["Số liệu ngày 13/8/2020 đã được rút lại."]);
    }

    #[test]
    fn a_total_that_is_newer_than_the_districts_says_so() {
        let mut campaign = two_reports();
        campaign.reports[1].installs = None;
        campaign.reports[1].note = None;
        assert_eq!(said(&campaign), ["Tổng số tính đến ngày 13/8/2020; số của từng huyện, thành phố mới có đến 8 giờ ngày 11/8/2020."]);
        campaign.reports.remove(0);
        assert_eq!(said(&campaign), [""; 0], "there are no districts' figures to be older");
    }
}
