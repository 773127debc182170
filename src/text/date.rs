//! Moments as people say them. An hour of 0:00 means that the source gave the day alone.

use super::Lang;
use crate::campaign::Stamp;

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// `8 giờ ngày 11/8/2020`, `8:00 on 11 August 2020`; the day alone when the hour is not known. Inside, the spaces do not
/// break, so that a figure's date is never torn in two lines.
pub fn moment(lang: Lang, at: Stamp) -> String {
    let day = day(lang, at);
    if (at.hour(), at.minute()) == (0, 0) {
        return match lang {
            Lang::Vi => format!("ngày\u{a0}{day}"),
            Lang::En => day,
        };
    }
    match lang {
        Lang::Vi if at.minute() == 0 => format!("{}\u{a0}giờ ngày\u{a0}{day}", at.hour()),
        Lang::Vi => format!("{}\u{a0}giờ\u{a0}{:02} ngày\u{a0}{day}", at.hour(), at.minute()),
        Lang::En => format!("{}:{:02} on {day}", at.hour(), at.minute()),
    }
}

/// `11/8/2020`, `11 August 2020`.
pub fn day(lang: Lang, at: Stamp) -> String {
    match lang {
        Lang::Vi => format!("{}/{}/{}", at.day(), at.month(), at.year()),
        Lang::En => {
            let month = MONTHS.get(usize::from(at.month()).saturating_sub(1)).copied().unwrap_or_default();
            format!("{}\u{a0}{month}\u{a0}{}", at.day(), at.year())
        }
    }
}

/// The day without its year, for an axis: `11/8`, `11 Aug`.
pub fn short(lang: Lang, at: Stamp) -> String {
    match lang {
        Lang::Vi => format!("{}/{}", at.day(), at.month()),
        Lang::En => {
            let month = MONTHS.get(usize::from(at.month()).saturating_sub(1)).copied().unwrap_or_default();
            format!("{} {}", at.day(), &month[..3.min(month.len())])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_people_say_it() {
        let at = Stamp::parse("2020-08-11T08:00:00+07:00").unwrap();
        assert_eq!(moment(Lang::Vi, at), "8\u{a0}giờ ngày\u{a0}11/8/2020");
        assert_eq!(moment(Lang::En, at), "8:00 on 11\u{a0}August\u{a0}2020");
        let half = Stamp::parse("2020-08-11T17:05:00+07:00").unwrap();
        assert_eq!(moment(Lang::Vi, half), "17\u{a0}giờ\u{a0}05 ngày\u{a0}11/8/2020");
        let day_alone = Stamp::parse("2020-08-13T00:00:00+07:00").unwrap();
        assert_eq!(moment(Lang::Vi, day_alone), "ngày\u{a0}13/8/2020");
        assert_eq!(short(Lang::En, day_alone), "13 Aug");
    }
}
