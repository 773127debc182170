//! What a public screen shows at each turn: the round of slides, the language of the round, the figures it trusts. It is driven by whoever
//! has a clock and a network; it knows neither.

use std::sync::Arc;

use super::{
    scene::{Age, Picture, SceneKind, Show, Slide, playlist},
    settings::Settings,
};
use crate::{
    campaign::{
        Campaign,
        supersede::{Fetched, compare},
    },
    map::Map,
    text::Lang,
};

pub struct Player {
    pub campaign: Arc<Campaign>,
    pub map: Arc<Map>,
    pub settings: Settings,
    /// The build of the site, as the stamp names it.
    pub release: String,
    /// The screen in pixels.
    pub size: (u32, u32),
    /// The slide in its round, and the round, which counts the languages.
    at: usize,
    round: usize,
    turns: u64,
}

/// What is to be drawn now.
pub struct Turn {
    pub name: String,
    pub picture: Picture,
    pub lang: Lang,
    pub age: Age,
    /// Pixels to the right and down, against burn-in.
    pub shift: (i32, i32),
}

impl Player {
    pub fn new(campaign: Arc<Campaign>, map: Arc<Map>, settings: Settings, release: String, size: (u32, u32)) -> Self {
        Self { campaign, map, settings, release, size, at: 0, round: 0, turns: 0 }
    }

    fn lang(&self) -> Lang {
        let langs = &self.settings.langs;
        langs.get(self.round % langs.len().max(1)).copied().unwrap_or_default()
    }

    fn show(&self, now: i64) -> Show<'_> {
        let show = Show::new(&self.campaign, &self.map, self.lang(), Some(now));
        Show { release: &self.release, stamp: self.settings.stamp.as_deref(), ..show }
    }

    fn slides(&self, now: i64) -> Vec<Slide> {
        let kinds: &[SceneKind] = &self.settings.scenes;
        playlist(&self.show(now), kinds, self.size.0, self.size.1)
    }

    /// The slide that stands now. Figures and sizes may have changed since the last turn: the place in the round still holds.
    pub fn turn(&self, now: i64) -> Turn {
        let slides = self.slides(now);
        let slide = slides.get(self.at % slides.len().max(1)).cloned().unwrap_or(Slide::Message);
        let show = self.show(now);
        Turn {
            name: slide.name(),
            picture: show.draw(&slide, self.size.0, self.size.1),
            lang: self.lang(),
            age: show.age,
            shift: self.shift(),
        }
    }

    /// Goes on to the next slide; whether a round has ended.
    pub fn advance(&mut self, now: i64) -> bool {
        self.turns += 1;
        self.at += 1;
        let ended = self.at >= self.slides(now).len();
        if ended {
            self.at = 0;
            self.round += 1;
        }
        ended
    }

    /// A small circle of steps, within the margin that every scene keeps.
    fn shift(&self) -> (i32, i32) {
        const CIRCLE: [(i32, i32); 9] = [(0, 0), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)];
        if !self.settings.shift {
            return (0, 0);
        }
        let short = self.size.0.min(self.size.1);
        let step = if short < 256 { 1 } else { (short / 270).clamp(2, 8) as i32 };
        let (x, y) = CIRCLE[(self.turns % 9) as usize];
        (x * step, y * step)
    }

    /// Figures kept from before the start: only where the page as it was sent is an older edition than they are.
    pub fn recall(&mut self, kept: Campaign) {
        if compare(&kept, &self.campaign) == Fetched::Older {
            self.offer(kept);
        }
    }

    /// Takes a data file in where it supersedes the one that is shown.
    pub fn offer(&mut self, campaign: Campaign) -> Fetched {
        let fetched = compare(&self.campaign, &campaign);
        if fetched == Fetched::Newer {
            self.campaign = Arc::new(campaign);
        }
        fetched
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::campaign::{
        Withdrawal,
        fixture::{campaign, two_reports},
    };

    fn player(settings: Settings) -> Player {
        let map = serde_json::from_str(include_str!("../../public/data/map.json")).unwrap();
        Player::new(Arc::new(campaign()), Arc::new(map), settings, "r1".into(), (1920, 1080))
    }

    #[test]
    fn a_round_shows_every_slide_once_and_languages_take_turns() {
        let mut player = player(Settings { langs: vec![Lang::Vi, Lang::En], ..Settings::default() });
        let mut rounds: Vec<(Lang, Vec<String>)> = vec![(Lang::Vi, vec![])];
        for _ in 0..24 {
            let turn = player.turn(0);
            let last = rounds.last_mut().unwrap();
            last.0 = turn.lang;
            last.1.push(turn.name);
            if player.advance(0) {
                rounds.push((Lang::Vi, vec![]));
            }
        }
        rounds.retain(|(_, names)| !names.is_empty());
        assert_eq!(rounds.iter().map(|(lang, _)| *lang).collect::<Vec<_>>(), [Lang::Vi, Lang::En]);
        assert_eq!(rounds[0].1, rounds[1].1);
        assert_eq!((rounds[0].1.len(), rounds[0].1[0].as_str(), rounds[0].1[11].as_str()), (12, "headline", "qr"));
    }

    #[test]
    fn only_newer_and_plausible_figures_of_this_province_are_taken() {
        let mut player = player(Settings::default());
        assert_eq!(player.offer(campaign()), Fetched::Same);
        let mut foreign = two_reports();
        foreign.province.code = "66".into();
        assert_eq!(player.offer(foreign), Fetched::OtherProvince);
        let mut lower = campaign();
        lower.reports[0].total -= 1;
        assert_eq!(player.offer(lower.clone()), Fetched::UnexplainedDrop);
        lower.reports[0].note = Some("why".into());
        assert_eq!(player.offer(lower), Fetched::Newer);
        assert_eq!(player.offer(two_reports()), Fetched::Newer);
        assert_eq!(player.offer(campaign()), Fetched::Older);
        // Taken back: the file knows the report, and says that it does not count any more.
        let mut withdrawn = two_reports();
        withdrawn.reports[1].withdrawn = Some(Withdrawal::default());
        assert_eq!(player.offer(withdrawn), Fetched::Newer);
        assert_eq!(player.campaign.report_at(None).unwrap().total, 51_974);
        // A stale copy that does not know of the withdrawal brings nothing back.
        assert_eq!(player.offer(two_reports()), Fetched::Older);
    }

    #[test]
    fn what_was_kept_counts_only_where_it_knows_more_than_the_page() {
        let mut player = player(Settings::default());
        let mut wrong = campaign();
        wrong.reports[0].total = 99_999;
        player.recall(wrong);
        assert_eq!(player.campaign.report_at(None).unwrap().total, 51_974, "the page was corrected in place since");
        player.recall(two_reports());
        assert_eq!(player.campaign.report_at(None).unwrap().total, 57_511);
        player.recall(campaign());
        assert_eq!(player.campaign.report_at(None).unwrap().total, 57_511);
        // What was taken back since stays so, though the page as it was sent still has it; what is of before is forgotten.
        player.recall(Campaign { revision: 9, ..campaign() });
        assert_eq!(player.campaign.report_at(None).unwrap().total, 51_974);
        player.recall(Campaign { revision: 8, ..two_reports() });
        assert_eq!(player.campaign.report_at(None).unwrap().total, 51_974);
    }

    #[test]
    fn the_shift_stays_within_the_margin_and_comes_back() {
        for size in [(128, 64), (192, 96), (1920, 1080), (3840, 2160), (1920, 160)] {
            let mut player = player(Settings { shift: true, ..Settings::default() });
            player.size = size;
            let short = f64::from(size.0.min(size.1));
            let margin = if short < 160.0 { 1 } else { (short * 0.045) as i32 };
            let shifts: Vec<_> = (0..9)
                .map(|_| {
                    let shift = player.turn(0).shift;
                    player.advance(0);
                    shift
                })
                .collect();
            assert!(shifts.iter().all(|(x, y)| x.abs() <= margin && y.abs() <= margin), "{size:?} {shifts:?}");
            assert_eq!(shifts.iter().fold((0, 0), |sum, shift| (sum.0 + shift.0, sum.1 + shift.1)), (0, 0));
            assert_eq!(player.turn(0).shift, (0, 0));
        }
    }

    #[derive(Clone, Debug)]
    enum Event {
        Turn,
        Resize(u32, u32),
        Offer(usize, bool, i32),
        Jump(i64),
    }

    fn event() -> impl Strategy<Value = Event> {
        prop_oneof![
            6 => Just(Event::Turn),
            1 => (64_u32..2000, 64_u32..2000).prop_map(|(w, h)| Event::Resize(w, h)),
            2 => (0_usize..3, any::<bool>(), -3..3_i32).prop_map(|(reports, withdrawn, change)| Event::Offer(reports, withdrawn, change)),
            1 => (-400_i64..400).prop_map(|days| Event::Jump(days * 86_400)),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn whatever_happens_something_true_is_on_the_screen(events in prop::collection::vec(event(), 1..120)) {
            let mut player = player(Settings { langs: vec![Lang::Vi, Lang::En], shift: true, ..Settings::default() });
            let mut campaign = campaign();
            (campaign.ageing_after_days, campaign.stale_after_days, campaign.withdraw_after_days) = (Some(3), Some(10), Some(60));
            player.campaign = Arc::new(campaign.clone());
            let mut now = campaign.reports[0].as_of.unix();
            for event in events {
                match event {
                    Event::Turn => _ = player.advance(now),
                    Event::Resize(w, h) => player.size = (w, h),
                    Event::Jump(by) => now += by,
                    Event::Offer(reports, withdrawn, change) => {
                        let mut offered = two_reports();
                        offered.withdraw_after_days = Some(60);
                        offered.reports.truncate(reports.max(1));
                        let last = offered.reports.last_mut().unwrap();
                        last.total = last.total.saturating_add_signed(i64::from(change));
                        last.withdrawn = withdrawn.then(Withdrawal::default);
                        let (newest, before) = (|c: &Campaign| c.reports.iter().map(|r| r.as_of).max(), player.campaign.clone());
                        player.offer(offered);
                        prop_assert!(newest(&player.campaign) >= newest(&before));
                    }
                }
                let turn = player.turn(now);
                let spoken = turn.picture.spoken();
                prop_assert!(!spoken.is_empty(), "{:?}", player.size);
                let total = player.campaign.report_at(None).map(|r| r.total);
                if turn.age == Age::Withdrawn {
                    prop_assert!(!spoken.contains("2020") && turn.name != "headline", "{spoken}");
                } else if turn.name == "headline" {
                    let digits: String = spoken.chars().filter(char::is_ascii_digit).collect();
                    prop_assert!(digits.starts_with(&total.unwrap().to_string()), "{spoken}");
                }
            }
        }
    }
}
