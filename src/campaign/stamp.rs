//! A moment with its offset, as reports carry it. The calendar is the `time` crate's; the one shape in which data files write moments is
//! read and written here.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use time::{Date, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};

/// ISO 8601 with an offset: `2020-08-11T08:00:00+07:00`. Ordered by the moment, not by its spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(OffsetDateTime);

impl Stamp {
    /// Where there is no clock.
    pub const EPOCH: Self = Self(OffsetDateTime::UNIX_EPOCH);

    /// Reads `YYYY-MM-DDTHH:MM[:SS](Z|±HH:MM)`; `None` for any other shape and for days that no calendar has.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, rest) = text.split_once('T')?;
        let at = rest.find(['Z', '+', '-'])?;
        let (clock, offset) = rest.split_at(at);
        let (year, month, day) = three(date, '-')?;
        let (hour, minute, second) = three(clock, ':').or_else(|| two(clock).map(|(h, m)| (h, m, 0)))?;
        let offset = match offset.strip_prefix('Z') {
            Some("") => UtcOffset::UTC,
            Some(_) => return None,
            None => {
                let (hours, minutes) = two(&offset[1..])?;
                let sign = if offset.starts_with('-') { -1 } else { 1 };
                UtcOffset::from_hms(sign * i8::try_from(hours).ok()?, sign * i8::try_from(minutes).ok()?, 0).ok()?
            }
        };
        Self::local(year, month, day, hour, minute, second, offset)
    }

    /// The moment at Vietnam's clock (+07:00); `None` for a day or hour that does not exist.
    pub fn vietnam(year: u32, month: u32, day: u32, hour: u32, minute: u32) -> Option<Self> {
        Self::local(year, month, day, hour, minute, 0, UtcOffset::from_hms(7, 0, 0).ok()?)
    }

    /// A moment in seconds since 1970, as the clock of a time zone shows it.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn of_clock(unix: i64, zone: UtcOffset) -> Option<Self> {
        OffsetDateTime::from_unix_timestamp(unix).ok().map(|at| Self(at.to_offset(zone)))
    }

    /// The same reading of the clock in another time zone, which is another moment.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn read_in(self, zone: UtcOffset) -> Self {
        Self(self.0.replace_offset(zone))
    }

    fn local(year: u32, month: u32, day: u32, hour: u32, minute: u32, second: u32, offset: UtcOffset) -> Option<Self> {
        let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
        let date = Date::from_calendar_date(i32::try_from(year).ok()?, month, u8::try_from(day).ok()?).ok()?;
        let clock = Time::from_hms(u8::try_from(hour).ok()?, u8::try_from(minute).ok()?, u8::try_from(second).ok()?).ok()?;
        Some(Self(PrimitiveDateTime::new(date, clock).assume_offset(offset)))
    }

    pub fn year(self) -> i32 {
        self.0.year()
    }

    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    pub fn day(self) -> u8 {
        self.0.day()
    }

    pub fn hour(self) -> u8 {
        self.0.hour()
    }

    pub fn minute(self) -> u8 {
        self.0.minute()
    }

    /// How far the clock of the place is ahead of Greenwich, in seconds.
    pub fn offset(self) -> i64 {
        i64::from(self.0.offset().whole_seconds())
    }

    /// Seconds since 1970, for the axis of time and for ages.
    pub fn unix(self) -> i64 {
        self.0.unix_timestamp()
    }

    /// The same hour of the next day.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn next_day(self) -> Option<Self> {
        self.0.checked_add(time::Duration::days(1)).map(Self)
    }

    /// The day alone, `2020-08-11`, as addresses carry it.
    pub fn date(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// `2020-08-11` or `08:00:00` as three numbers of digits only.
fn three(text: &str, by: char) -> Option<(u32, u32, u32)> {
    let mut parts = text.split(by).map(number);
    let found = (parts.next()??, parts.next()??, parts.next()??);
    parts.next().is_none().then_some(found)
}

/// A time zone by its offset: `+07:00`.
#[cfg(not(target_arch = "wasm32"))]
pub fn zone(text: &str) -> Option<UtcOffset> {
    let stamp = Stamp::parse(&format!("2000-01-01T00:00{text}"))?;
    text.starts_with(['+', '-']).then(|| stamp.0.offset())
}

/// `07:00` as two numbers.
fn two(text: &str) -> Option<(u32, u32)> {
    let (a, b) = text.split_once(':')?;
    Some((number(a)?, number(b)?))
}

fn number(text: &str) -> Option<u32> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (t, offset) = (self.0, self.0.offset());
        let (hours, minutes, _) = offset.as_hms();
        let sign = if offset.is_negative() { '-' } else { '+' };
        write!(
            f,
            "{}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
            self.date(),
            t.hour(),
            t.minute(),
            t.second(),
            hours.unsigned_abs(),
            minutes.unsigned_abs()
        )
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Stamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("a moment such as 2020-08-11T08:00:00+07:00 is expected"))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Stamp {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Stamp".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "date-time",
            "description": "ISO 8601 with an offset, e.g. 2020-08-11T08:00:00+07:00",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_writes_and_orders_by_moment() {
        let letter = Stamp::parse("2020-08-11T08:00:00+07:00").unwrap();
        assert_eq!(letter.to_string(), "2020-08-11T08:00:00+07:00");
        assert_eq!(Stamp::parse("2020-08-11T08:00+07:00"), Some(letter));
        assert_eq!(Stamp::vietnam(2020, 8, 11, 8, 0), Some(letter));
        assert_eq!(Stamp::parse("2020-08-11T01:00:00Z").unwrap().unix(), letter.unix());
        assert!(Stamp::parse("2020-08-11T08:00:00Z").unwrap() > letter);
    }

    #[test]
    fn keeps_its_offset_and_tells_its_clock() {
        for text in ["2020-08-11T08:30:15-03:30", "2020-08-11T08:30:15+05:45", "2020-08-11T08:30:15-00:30", "0099-01-02T03:04:05+00:00"] {
            assert_eq!(Stamp::parse(text).unwrap().to_string(), text);
        }
        let stamp = Stamp::parse("2020-08-11T17:45:09+07:00").unwrap();
        assert_eq!((stamp.year(), stamp.month(), stamp.day(), stamp.hour(), stamp.minute()), (2020, 8, 11, 17, 45));
        assert_eq!((stamp.date().as_str(), stamp.unix()), ("2020-08-11", 1_597_142_709));
        assert_eq!(
            Stamp::parse("2020-08-11T08:00:00-03:30").unwrap().unix() - Stamp::parse("2020-08-11T08:00:00Z").unwrap().unix(),
            12_600
        );
    }

    #[test]
    fn the_schema_calls_it_a_moment() {
        assert_eq!(schemars::schema_for!(Stamp).get("format").and_then(|format| format.as_str()), Some("date-time"));
    }

    #[test]
    fn refuses_what_no_calendar_has() {
        for bad in [
            "",
            "2020-08-11",
            "2020-02-30T08:00:00+07:00",
            "2020-08-11T24:00:00+07:00",
            "2020-08-11T08:00:00",
            "2020-08-11T08:00:00Zz",
            "2020-08-11T08:00:00+",
            "2020-+8-11T08:00:00+07:00",
            "20-08-11T8+07:00",
            "2020-08-11T08:00:00+0700",
            "2020-08-11T08:00:00+é7:00",
        ] {
            assert_eq!(Stamp::parse(bad), None, "{bad}");
        }
    }
}
