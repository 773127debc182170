//! What a public screen shows at each turn: the rounds of slides, the language of each, the figures it trusts. It is driven by whoever
//! has a clock and a network; it knows neither.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use super::{
    scene::{Age, Picture, Program, SceneKind, ScreenShape, Show, Slide, program, rounds},
    settings::{Motion, Settings, Zone},
};
use crate::{
    campaign::{
        Campaign,
        supersede::{Fetched, compare},
    },
    map::Map,
    text::Lang,
};

/// The clock of the province where no figures say it: seven hours ahead of Greenwich.
const PROVINCE: i64 = 7 * 3_600;

/// So much behind the clock nobody sees.
const SLACK_MS: f64 = 500.0;
/// A little after the full second: a timer that comes early would find the slide before.
const LATE_MS: f64 = 20.0;
/// Pixels a second at which words run: a letter stays in sight for some seconds, as on the boards that people know.
pub const RUN: f64 = 40.0;

pub struct Player {
    pub campaign: Arc<Campaign>,
    pub map: Arc<Map>,
    pub settings: Settings,
    /// The build of the site, as the stamp names it.
    pub release: String,
    /// The screen in pixels.
    pub size: (u32, u32),
    /// The slide in its round, and the round: languages take turns from one to the next, and where scenes are many, so do these.
    at: usize,
    round: usize,
    turns: u64,
    /// One for each language.
    plans: RefCell<Vec<Rc<Plan>>>,
}

/// What a language's turns have in common. Every district is measured for it, seconds of work where they are hundreds, so it is made once for all
/// that it depends on and that changes while a screen runs: a turn then draws one slide.
struct Plan {
    campaign: Arc<Campaign>,
    size: (u32, u32),
    lang: Lang,
    age: Age,
    program: Program,
    rounds: Vec<Vec<Slide>>,
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
        Self { campaign, map, settings, release, size, at: 0, round: 0, turns: 0, plans: RefCell::default() }
    }

    fn lang(&self) -> Lang {
        self.lang_of(self.round)
    }

    fn lang_of(&self, round: usize) -> Lang {
        let langs = &self.settings.langs;
        langs.get(round % langs.len().max(1)).copied().unwrap_or_default()
    }

    fn show(&self, lang: Lang, now: i64) -> Show<'_> {
        let show = Show::new(&self.campaign, &self.map, lang, Some(now));
        Show { release: &self.release, stamp: self.settings.stamp.as_deref(), ..show }
    }

    /// The plan of a language for what is shown now.
    fn plan(&self, lang: Lang, now: i64) -> Rc<Plan> {
        let show = self.show(lang, now);
        let holds = |plan: &&Rc<Plan>| {
            Arc::ptr_eq(&plan.campaign, &self.campaign) && (plan.size, plan.lang, plan.age) == (self.size, lang, show.age)
        };
        if let Some(plan) = self.plans.borrow().iter().find(holds) {
            return plan.clone();
        }
        let program = if self.is_ticker() { Program::ticker() } else { program(&show, &self.settings.scenes, self.size.0, self.size.1) };
        let plan = Rc::new(Plan {
            campaign: self.campaign.clone(),
            size: self.size,
            lang,
            age: show.age,
            rounds: rounds(&program.slides),
            program,
        });
        let mut plans = self.plans.borrow_mut();
        plans.retain(|old| old.lang != lang);
        plans.push(plan.clone());
        plan
    }

    /// The scenes that this screen has no room for.
    pub fn left_out(&self, now: i64) -> Vec<SceneKind> {
        self.plan(self.lang(), now).program.left_out.clone()
    }

    fn langs(&self) -> usize {
        self.settings.langs.len().max(1)
    }

    /// The slides of this round: it goes on where the last one in its language ended.
    fn slides(&self, now: i64) -> Vec<Slide> {
        let all = &self.plan(self.lang(), now).rounds;
        all.get(self.round / self.langs() % all.len().max(1)).cloned().unwrap_or_default()
    }

    /// Whether words run: on boards of dots alone, whoever asks.
    fn is_ticker(&self) -> bool {
        self.settings.motion == Motion::Ticker && ScreenShape::of(self.size.0, self.size.1).is_dots()
    }

    /// Seconds that what stands now stands: words that run take as long as they are.
    pub fn dwell(&self, now: i64) -> f64 {
        if self.is_ticker() {
            let length = self.show(self.lang(), now).ticker(&self.settings.scenes, self.size.0, self.size.1).width + self.size.0;
            return f64::from(length) / RUN;
        }
        f64::from(self.settings.dwell)
    }

    /// Goes to the slide that the wall clock says: all screens with the same set-up show the same, whenever each of them began.
    pub fn seek(&mut self, now: i64) {
        self.place(self.turns_by_clock(now), now);
    }

    /// Goes to where so many turns lead from the first slide of all.
    fn place(&mut self, turns: u64, now: i64) {
        // Languages may have rounds of different lengths, and not as many.
        let each: Vec<Rc<Plan>> = (0..self.langs()).map(|lang| self.plan(self.lang_of(lang), now)).collect();
        let most = each.iter().map(|plan| plan.rounds.len()).max().unwrap_or(1);
        let mut lengths: Vec<u64> = Vec::new();
        for nth in 0..most {
            for plan in &each {
                lengths.push(plan.rounds.get(nth % plan.rounds.len().max(1)).map_or(1, |round| round.len().max(1) as u64));
            }
        }
        let mut left = turns % lengths.iter().sum::<u64>().max(1);
        self.turns = turns;
        for (round, length) in lengths.into_iter().enumerate() {
            (self.round, self.at) = (round, left as usize);
            if left < length {
                break;
            }
            left -= length;
        }
    }

    fn turns_by_clock(&self, now: i64) -> u64 {
        now.max(0) as u64 / u64::from(self.settings.dwell.max(1))
    }

    /// Milliseconds until the next slide, at a moment in milliseconds: the time of one slide, or what brings a screen that is behind the clock back
    /// to it.
    pub fn wait(&self, now_ms: f64) -> f64 {
        let now = (now_ms / 1000.0) as i64;
        let dwell = self.dwell(now) * 1000.0;
        let behind = now_ms.rem_euclid(dwell);
        let leads = !self.settings.sync || self.is_ticker() || self.turns > self.turns_by_clock(now);
        if leads || behind < SLACK_MS { dwell } else { dwell - behind + LATE_MS }
    }

    /// The hour that says whether it is night.
    pub fn hour(&self, now: i64, of_player: u8) -> u8 {
        let offset = self.campaign.report_at(None).or(self.campaign.reports.last()).map_or(PROVINCE, |report| report.as_of.offset());
        match self.settings.zone {
            Zone::Player => of_player,
            Zone::Province => ((now + offset).rem_euclid(86_400) / 3_600) as u8,
        }
    }

    /// The slide that stands now. Figures and sizes may have changed since the last turn: the place in the round still holds.
    pub fn turn(&self, now: i64) -> Turn {
        let slides = self.slides(now);
        let slide = slides.get(self.at % slides.len().max(1)).cloned().unwrap_or(Slide::Message);
        let show = self.show(self.lang(), now);
        Turn {
            name: slide.name(),
            picture: if slide == Slide::Ticker {
                show.ticker(&self.settings.scenes, self.size.0, self.size.1)
            } else {
                self.plan(self.lang(), now).program.draw(&show, &slide)
            },
            lang: self.lang(),
            age: show.age,
            shift: self.shift(),
        }
    }

    /// Goes on to the next slide; whether a round has ended.
    pub fn advance(&mut self, now: i64) -> bool {
        self.turns += 1;
        // A timer that came too late, as on a player that had slept, leads back to where the clock is.
        if self.settings.sync && self.turns_by_clock(now) > self.turns {
            self.seek(now);
            return self.at == 0;
        }
        self.at += 1;
        let ended = self.at >= self.slides(now).len();
        if ended {
            (self.at, self.round) = (0, self.round + 1);
            if self.settings.sync {
                // The last of all rounds leads to the first, as the clock has it.
                self.place(self.turns, now);
            }
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
        fixture::{campaign, of_many, two_reports},
    };

    fn player(settings: Settings) -> Player {
        let map = serde_json::from_str(include_str!("../../tests/fixtures/data/map.json")).unwrap();
        Player::new(Arc::new(campaign()), Arc::new(map), settings, "r1".into(), (1920, 1080))
    }

    #[test]
    fn a_round_shows_every_slide_once_and_languages_take_turns() {
        let mut player = player(Settings { langs: vec![Lang::Vi, Lang::En], sync: false, ..Settings::default() });
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
    fn the_wall_clock_says_which_slide_stands_whenever_a_screen_began() {
        let settings = Settings { langs: vec![Lang::Vi, Lang::En], ..Settings::default() };
        let (mut early, mut late) = (player(settings.clone()), player(settings.clone()));
        early.seek(1_000);
        let mut seen = std::collections::BTreeSet::new();
        for step in 1..60 {
            let now = 1_000 + step * i64::from(settings.dwell);
            early.advance(now);
            late.seek(now + 3);
            let (one, other) = (early.turn(now), late.turn(now + 3));
            assert_eq!((&one.name, one.lang), (&other.name, other.lang), "{step}");
            seen.insert((one.name, one.lang.code()));
        }
        assert_eq!(seen.len(), 24, "{seen:?}");
        late.seek(1_003);
        // What was begun in the middle of a slot ends with it; then each slide has its time.
        assert_eq!((late.wait(1_003_000.0), late.wait(1_000_100.0)), (5_020.0, 8_000.0));
        late.advance(1_004);
        assert_eq!(late.wait(1_004_000.0), 8_000.0, "timers that run faster than the clock lead");
    }

    /// A province of more districts than one round holds, with the shapes of Đắk Nông over and over.
    fn large(settings: Settings, count: u64) -> Player {
        let mut player = player(settings);
        let (campaign, mut map) = (of_many(campaign(), count), (*player.map).clone());
        let shapes: Vec<_> = map.districts.values().cloned().collect();
        map.districts = campaign.districts.iter().map(|d| d.code.clone()).zip(shapes.into_iter().cycle()).collect();
        (player.campaign, player.map) = (Arc::new(campaign), Arc::new(map));
        player
    }

    #[test]
    fn rounds_go_on_where_the_last_ended_until_every_district_had_its_turn() {
        for sync in [true, false] {
            let settings = Settings { langs: vec![Lang::Vi, Lang::En], sync, ..Settings::default() };
            let mut player = large(settings.clone(), 90);
            let count = player.plan(Lang::Vi, 0).rounds.len();
            assert!(count > 1);
            let (mut rounds, mut seen) = (vec![Vec::new()], std::collections::BTreeSet::new());
            for step in 0.. {
                let now = step * i64::from(settings.dwell);
                let turn = player.turn(now);
                seen.insert((turn.lang.code(), turn.name.clone()));
                rounds.last_mut().unwrap().push(turn.name);
                if player.advance(now + i64::from(settings.dwell)) {
                    if rounds.len() == 2 * count {
                        break;
                    }
                    rounds.push(Vec::new());
                }
            }
            let districts = |lang: &str| seen.iter().filter(|(of, name)| *of == lang && name.starts_with("district-")).count();
            assert_eq!((districts("vi"), districts("en")), (90, 90), "each in either language");
            assert!(rounds.iter().all(|round| round.len() <= crate::view::scene::MOST_SCENES), "{rounds:?}");
            assert_eq!(player.turn(0).name, "headline", "and from the beginning");
            // A screen that begins in the middle shows what the others show.
            let mut late = large(settings.clone(), 90);
            let now = 130 * i64::from(settings.dwell);
            late.seek(now);
            player.seek(now);
            assert_eq!((late.turn(now).name, late.lang()), (player.turn(now).name, player.lang()));
        }
    }

    #[test]
    fn what_turns_have_in_common_is_worked_out_once_for_what_it_depends_on() {
        let mut player = large(Settings::default(), 90);
        let first = player.plan(Lang::Vi, 0);
        for now in [8, 16, 24] {
            player.advance(now);
            player.turn(now);
            assert!(Rc::ptr_eq(&first, &player.plan(Lang::Vi, now)));
        }
        assert_eq!(player.plans.borrow().len(), 1);
        player.size = (192, 96);
        let smaller = player.plan(Lang::Vi, 32);
        assert!(!Rc::ptr_eq(&first, &smaller));
        let mut corrected = (*player.campaign).clone();
        corrected.revision += 1;
        corrected.districts[0].name = "Gia Nghĩa và các xã lân cận".into();
        player.campaign = Arc::new(corrected);
        let other = player.plan(Lang::Vi, 32);
        assert!(!Rc::ptr_eq(&smaller, &other));
        assert_eq!(player.plans.borrow().len(), 1, "nothing is kept of what was");
        Arc::make_mut(&mut player.campaign).withdraw_after_days = Some(1);
        let late = player.campaign.report_at(None).unwrap().as_of.unix() + 10 * 86_400;
        assert!(["message", "qr"].contains(&player.turn(late).name.as_str()), "figures that are too old leave the screen");
    }

    #[test]
    fn nights_are_those_of_the_province() {
        let at = crate::campaign::Stamp::parse("2020-08-11T20:30:00+00:00").unwrap().unix();
        let mut player = player(Settings::default());
        assert_eq!(player.hour(at, 20), 3);
        player.settings.zone = Zone::Player;
        assert_eq!(player.hour(at, 20), 20);
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
            let mut player = player(Settings { shift: true, sync: false, ..Settings::default() });
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

    #[test]
    fn boxes_too_small_for_anything_are_no_fault() {
        let settings =
            Settings { langs: vec![Lang::Vi, Lang::En], motion: Motion::Ticker, stamp: Some("LED-01".into()), ..Settings::default() };
        let mut player = player(settings);
        for (width, height) in [(1, 1), (1, 90), (17, 64), (40, 200), (58, 88), (64, 5), (90, 1700), (200, 40), (1000, 96), (2000, 1)] {
            player.size = (width, height);
            player.seek(1_723_966_157);
            let turn = player.turn(1_600_000_000);
            assert!(!turn.picture.spoken().is_empty() && player.dwell(0) > 0.0, "{width}x{height}");
            player.turn(1_723_966_157);
            player.advance(1_723_966_157);
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
