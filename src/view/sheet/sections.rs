//! The parts of a sheet, each as a block of the sheet's width: the band with the name, the figure, the call to install, the steps, the warning, what
//! stands at the foot. All sizes hang on one unit, so that a leaflet is a poster at a smaller one. It must not know where the parts come to stand.

use super::{
    Kind,
    block::Block,
    content::{Content, Figure},
};
use crate::{
    campaign::District,
    text::{
        guide::guide,
        print::{Print, Steps, print},
        title,
    },
    view::{
        qr::{ErrorCorrection, QUIET, qr},
        scene::{Mark, Rect, Show, shapes},
    },
};

/// The least that a code's dark square measures on paper, in tenths of a millimetre.
pub const CODE: f64 = 500.0;
/// A module of the code that leads to the report: half a millimetre, for a phone that is held close.
const TRACE: u32 = 5;
/// What stands smaller than this is not read by everyone: 6.5 points. Where a source or a note is longer than most, or as long as they may be, it is
/// smaller all the same.
const LEAST: [f64; MOST_LEFT_OUT + 1] = [23.0, 23.0, 23.0, 19.0, 14.0];
/// The most that can be left out.
pub const MOST_LEFT_OUT: usize = 4;

/// What the parts of one sheet have in common.
pub struct Sections<'a> {
    pub show: &'a Show<'a>,
    pub district: Option<&'a District>,
    pub content: &'a Content,
    /// The width of every part.
    pub width: f64,
    /// 1 on a poster of A4.
    pub unit: f64,
    /// The least room between two parts, and that around all of them.
    pub clear: f64,
    pub margin: f64,
    pub kind: Kind,
    /// How much is left out so that the rest can be read: nothing, what nobody misses, what some miss; then small print gets smaller, too.
    pub left_out: usize,
    /// How much larger the letters are than they have to be, as there is room.
    pub zoom: f64,
}

impl Sections<'_> {
    fn print(&self) -> &'static Print {
        print(self.show.words.lang, self.show.campaign)
    }

    /// A size of letters.
    fn letters(&self, size: f64) -> f64 {
        (size * self.unit * self.zoom).max(LEAST[self.left_out.min(MOST_LEFT_OUT)])
    }

    /// A size for what is seen from afar on a poster; a leaflet has no need of it.
    fn afar(&self, size: f64) -> f64 {
        self.letters(if self.kind == Kind::Poster { size } else { size * 0.82 })
    }

    /// A size for what is read word by word: on a leaflet larger for its paper, since no poster is held so close that it could be smaller.
    fn near(&self, size: f64) -> f64 {
        self.letters(if self.kind == Kind::Poster { size } else { size * 1.22 })
    }

    /// Words that are left out from that step on.
    fn unless(&self, step: usize, words: &'static str) -> &'static str {
        if self.left_out < step { words } else { "" }
    }

    /// A distance.
    pub fn gap(&self, size: f64) -> f64 {
        size * self.unit
    }

    /// The place's name and the call on a dark band, with the map of the province.
    pub fn band(&self) -> Block {
        let (pad, between) = (self.gap(70.0), self.gap(60.0));
        let inner = self.width - 2.0 * pad;
        let column = (inner - between) * 0.66;
        let content = self.content;
        let message = self.show.words.message.first().copied().unwrap_or_default();
        // A short name fills the column, a long one takes two rows.
        let name = Block::words("sun", 1.0, &content.place, f64::MAX).w;
        let name = (column / name.max(1.0)).min(self.afar(240.0)).max(self.afar(150.0));
        let words = Block::words("on-band", self.afar(80.0), &content.opening, column)
            .over(self.gap(20.0), Block::words("sun", name, &content.place, column))
            .over(self.gap(56.0), Block::words("on-band", self.afar(66.0), message, column));
        let map = self.map(inner - between - column, words.h.max(self.gap(400.0)));
        words.with(column + between, map, 0.5).at_least(inner, 0.0).on_card(pad, self.gap(44.0), "band")
    }

    /// The province's districts, the sheet's own among them told by its tone, and of what it is a part.
    fn map(&self, w: f64, h: f64) -> Block {
        let own = self.district.map(|district| district.code.as_str());
        let label = match own {
            Some(_) => Block::words("on-band-plain", self.letters(38.0), &self.show.campaign.province.name, w),
            None => Block::default(),
        };
        let high = h - if label.is_empty() { 0.0 } else { label.h + self.gap(22.0) };
        let (land, _) =
            shapes(self.show, Rect::new(0.0, 0.0, w, high), |code| Some(if own.is_none_or(|own| own == code) { "spot" } else { "land" }));
        let label = Block { marks: label.clone().at((w - label.w) / 2.0, 0.0), ..label };
        Block { w, h: high, marks: vec![land] }.over(self.gap(22.0), label)
    }

    /// The figure, large, and beside it what it counts, of how many, and when.
    pub fn figure(&self, figure: &Figure) -> Block {
        let number = Block::words("ink", self.letters(230.0), &figure.number, self.width * 0.5);
        let between = self.gap(64.0);
        let column = self.width - number.w - between;
        let said = Block::words("ink", self.letters(64.0), figure.unit, column)
            .over(self.gap(22.0), Block::words("plain", self.letters(42.0), figure.rate.as_deref().unwrap_or_default(), column))
            .over(self.gap(22.0), Block::words("ink", self.letters(42.0), &figure.as_of, column));
        let left = number.w + between;
        number.with(left, said, 0.5).over(self.gap(26.0), self.reservations()).at_least(self.width, 0.0)
    }

    /// The figure in a sentence that begins with its moment: what is handed out is read for longer than it is true.
    fn dated(&self, figure: &Figure, width: f64) -> Block {
        let said = [&figure.as_of, ": ", &figure.number, "\u{a0}", figure.unit].concat();
        Block::words("ink", self.letters(44.0), &said, width)
            .over(self.gap(12.0), Block::words("plain", self.letters(40.0), figure.rate.as_deref().unwrap_or_default(), width))
    }

    fn reservations(&self) -> Block {
        let said = self.content.figure.iter().flat_map(|figure| &figure.reservations);
        said.fold(Block::default(), |all, said| all.over(self.gap(12.0), Block::words("plain", self.letters(34.0), said, self.width)))
    }

    /// The code, and beside it where it leads and what one gets.
    pub fn call(&self) -> Block {
        let words = self.print();
        let code = self.code();
        let between = self.gap(70.0);
        let column = self.width - code.as_ref().map_or(0.0, |code| code.w + between);
        let systems = self.unless(1, guide(self.show.words.lang, self.show.campaign).systems);
        let (invitation, or) = if code.is_some() { (words.scan, words.visit) } else { (self.show.text.install_now, "") };
        let said = Block::words("ink", self.afar(104.0), invitation, column)
            .over(self.gap(34.0), Block::words("plain", self.letters(48.0), or, column))
            .over(self.gap(16.0), Block::words("strong", self.afar(126.0), &self.show.address(), column))
            .over(self.gap(46.0), Block::words("plain", self.letters(48.0), self.unless(2, words.what), column))
            .over(self.gap(34.0), Block::words("plain", self.letters(48.0), words.voluntary, column))
            .over(self.gap(34.0), Block::words("fine", self.letters(36.0), if self.kind == Kind::Poster { systems } else { "" }, column));
        // On a leaflet the figure is no headline.
        let dated = self.content.figure.as_ref().filter(|_| self.kind == Kind::Leaflet).map(|figure| self.dated(figure, column));
        let said = said.over(self.gap(46.0), dated.unwrap_or_default());
        match code {
            Some(code) => {
                let left = code.w + between;
                code.with(left, said, 0.5)
            }
            None => said,
        }
    }

    /// As large as a camera needs at arm's length; none for an address that no code can hold.
    fn code(&self) -> Option<Block> {
        let code = qr(&self.show.campaign.links.install, ErrorCorrection::Print)?;
        let side = u32::try_from(code.side).ok()?;
        let module = (CODE / (code.side - 2 * QUIET) as f64).ceil() as u32;
        let edge = f64::from(side * module);
        let mark = Mark::Qr { area: Rect::new(0.0, 0.0, edge, edge), side, module, d: code.strokes };
        let whole = Block { w: edge, h: edge, marks: vec![mark] };
        if self.kind == Kind::Poster {
            // Clear of the frame's round corners.
            return Some(whole.in_frame(self.gap(9.0), self.gap(13.0), self.gap(44.0), "band"));
        }
        // What is white around the parts of a sheet anyhow is a part of the quiet zone.
        let quiet = f64::from(module) * QUIET as f64;
        let (left, around) = (self.margin.min(quiet), self.clear.min(quiet));
        Some(Block { w: edge - left - around, h: edge - 2.0 * around, marks: whole.at(-left, -around) })
    }

    /// Both kinds of phones in cards beside each other, step beside step.
    pub fn steps(&self) -> Block {
        let (pad, between) = (self.gap(46.0), self.gap(44.0));
        let card = (self.width - between) / 2.0;
        let inner = card - 2.0 * pad;
        let phones = [&self.print().android, &self.print().ios];
        let mut cards = phones.map(|phone| Block::words("ink", self.near(54.0), phone.heading, inner).at_least(inner, 0.0));
        let count = phones.map(|phone| phone.steps.len()).into_iter().max().unwrap_or_default();
        if count == 0 {
            return Block::default();
        }
        for at in 0..count {
            let step = |phone: &Steps| phone.steps.get(at).map_or_else(Block::default, |step| self.step(at + 1, step, inner));
            let steps = phones.map(step);
            let high = steps.iter().map(|step| step.h).fold(0.0, f64::max);
            let mut steps = steps.into_iter().map(|step| step.at_least(inner, high));
            cards = cards.map(|card| card.over(self.gap(30.0), steps.next().unwrap_or_default()));
        }
        let [android, ios] = cards.map(|phone| phone.on_card(pad, self.gap(36.0), "card"));
        android.with(card + between, ios, 0.0)
    }

    /// The number stands beside the first row: their middles are on one line.
    fn step(&self, number: usize, step: &str, width: f64) -> Block {
        let (chip, between) = (self.near(62.0), self.gap(28.0));
        let disc = Block::disc(chip, &number.to_string(), "band", "on-band");
        let words = Block::words("plain", self.near(44.0), step, width - chip - between);
        let lower = disc.middle() - words.middle();
        let (disc, words) = (disc.lowered((-lower).max(0.0)), words.lowered(lower.max(0.0)));
        disc.with(chip + between, words, 0.0)
    }

    /// In a frame of ink, so that it is seen without colours.
    pub fn warning(&self) -> Block {
        if self.print().warning.is_empty() {
            return Block::default();
        }
        let (line, pad, sign, between) = (self.gap(8.0).max(5.0), self.gap(34.0), self.letters(84.0), self.gap(36.0));
        let inner = self.width - 2.0 * (line + pad);
        let words = Block::words("ink", self.near(46.0), self.print().warning, inner - sign - between);
        let sign = Block::disc(sign, "!", "alert", "on-alert");
        let left = sign.w + between;
        sign.with(left, words, 0.5).at_least(inner, 0.0).in_frame(line, pad, self.gap(36.0), "alert")
    }

    /// The hotline, and beside it who issues the sheet and the small print.
    pub fn foot(&self) -> Block {
        let words = self.print();
        let between = self.gap(80.0);
        let left = (self.width - between) * 0.4;
        let right = self.width - between - left;
        let links = &self.show.campaign.links;
        let (label, free) = if links.is_ministry_hotline() { (words.hotline, words.hotline_free) } else { (words.other_hotline, "") };
        let hotline = match links.hotline.trim() {
            "" => Block::default(),
            number => Block::words("plain", self.letters(42.0), label, left)
                .over(self.gap(14.0), Block::words("ink", self.afar(112.0), &number.replace(' ', "\u{a0}"), left))
                .over(self.gap(14.0), Block::words("plain", self.letters(36.0), free, left)),
        };
        let office = self.office().map_or_else(Block::default, |name| {
            Block::words("fine", self.letters(32.0), words.office, right)
                .over(self.gap(10.0), Block::words("ink", self.letters(46.0), name, right))
        });
        let rule = Mark::Fill { area: Rect::new(0.0, 0.0, self.width, self.gap(5.0).max(3.0)), role: "band" };
        let rule = Block { w: self.width, h: self.gap(5.0).max(3.0), marks: vec![rule] };
        match self.kind {
            Kind::Poster => rule.over(self.gap(36.0), hotline.with(left + between, office.over(self.gap(28.0), self.traced(right)), 0.5)),
            // Where all is narrow, the small print takes the whole width.
            Kind::Leaflet => {
                let systems = self.unless(1, guide(self.show.words.lang, self.show.campaign).systems);
                let systems = Block::words("fine", self.letters(28.0), systems, self.width);
                let small = self.reservations().over(self.gap(12.0), systems).over(self.gap(12.0), self.small(self.width));
                rule.over(self.gap(36.0), hotline.with(left + between, office, 0.5)).over(self.gap(30.0), small)
            }
        }
    }

    /// The small print beside a small code that leads to what became of the figure: it may hang on the wall for longer than the figure stands.
    fn traced(&self, width: f64) -> Block {
        let code = self.content.trace.as_deref().filter(|_| self.left_out < 2).and_then(|address| {
            let code = qr(address, ErrorCorrection::Screen)?;
            let side = u32::try_from(code.side).ok()?;
            let edge = f64::from(side * TRACE);
            let mark = Mark::Qr { area: Rect::new(0.0, 0.0, edge, edge), side, module: TRACE, d: code.strokes };
            Some(Block { w: edge, h: edge, marks: vec![mark] })
        });
        let Some(code) = code.filter(|code| code.w < width * 0.4) else { return self.small(width) };
        let left = code.w + self.gap(10.0);
        let small =
            Block::words("fine", self.letters(28.0), self.print().trace, width - left).over(self.gap(6.0), self.small(width - left));
        code.with(left, small, 0.5)
    }

    /// Who said so, by which report, what was counted, and where newer figures are.
    fn small(&self, width: f64) -> Block {
        let said = self.content.figure.iter().flat_map(|figure| figure.small.iter()).chain(&self.content.newest);
        Block::words("fine", self.letters(28.0), &said.map(String::as_str).collect::<Vec<_>>().join(" "), width)
    }

    fn office(&self) -> Option<&str> {
        let office = self.show.campaign.office.as_ref()?;
        Some(title(self.show.words.lang, office.titled()))
    }
}
