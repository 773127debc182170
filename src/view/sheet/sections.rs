//! The parts of a sheet, each as a block of the sheet's width: the band with the name, the figure, the call to install, the steps, the warning, what
//! stands at the foot. All sizes hang on one unit, so that a leaflet is a poster at a smaller one. It must not know where the parts come to stand.

use super::{
    block::Block,
    content::{Content, Figure},
};
use crate::{
    campaign::District,
    text::{
        guide::guide,
        print::{Print, Steps, print},
    },
    view::{
        qr::{ErrorCorrection, QUIET, qr},
        scene::{Mark, Rect, Show, shapes},
    },
};

/// The least that a code's dark square measures on paper, in tenths of a millimetre.
pub const CODE: f64 = 500.0;
/// What stands smaller than this is not read by everyone: 6.5 points.
const LEAST: f64 = 23.0;

/// What the parts of one sheet have in common.
pub struct Sections<'a> {
    pub show: &'a Show<'a>,
    pub district: Option<&'a District>,
    pub content: &'a Content,
    /// The width of every part.
    pub width: f64,
    /// 1 on a poster of A4.
    pub unit: f64,
    /// How much larger the letters are than they have to be, as there is room.
    pub zoom: f64,
}

impl Sections<'_> {
    fn print(&self) -> &'static Print {
        print(self.show.words.lang)
    }

    /// A size of letters.
    fn letters(&self, size: f64) -> f64 {
        (size * self.unit * self.zoom).max(LEAST)
    }

    /// A distance.
    pub fn gap(&self, size: f64) -> f64 {
        size * self.unit
    }

    /// The place's name and the call on a dark band, with the map of the province.
    pub fn band(&self) -> Block {
        let (pad, between) = (self.gap(76.0), self.gap(60.0));
        let inner = self.width - 2.0 * pad;
        let column = (inner - between) * 0.66;
        let content = self.content;
        let message = self.show.words.message.first().copied().unwrap_or_default();
        let words = Block::words("on-band", self.letters(84.0), &content.opening, column)
            .over(self.gap(8.0), Block::words("sun", self.letters(190.0), &content.place, column))
            .over(self.gap(56.0), Block::words("on-band", self.letters(70.0), message, column))
            .over(self.gap(34.0), Block::words("on-band-plain", self.letters(38.0), self.print().makers, column));
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
        let number = Block::words("ink", self.letters(240.0), &figure.number, self.width * 0.5);
        let between = self.gap(64.0);
        let column = self.width - number.w - between;
        let said = Block::words("ink", self.letters(64.0), figure.unit, column)
            .over(self.gap(22.0), Block::words("plain", self.letters(42.0), figure.rate.as_deref().unwrap_or_default(), column))
            .over(self.gap(22.0), Block::words("ink", self.letters(42.0), &figure.as_of, column));
        let left = number.w + between;
        number.with(left, said, 0.5).over(self.gap(30.0), self.reservations(figure)).at_least(self.width, 0.0)
    }

    /// The figure in a sentence that begins with its moment: what is handed out is read for longer than it is true.
    pub fn dated(&self, figure: &Figure) -> Block {
        let said = [&figure.as_of, ": ", &figure.number, "\u{a0}", figure.unit].concat();
        Block::words("ink", self.letters(46.0), &said, self.width)
            .over(self.gap(16.0), Block::words("plain", self.letters(38.0), figure.rate.as_deref().unwrap_or_default(), self.width))
            .over(self.gap(16.0), self.reservations(figure))
    }

    fn reservations(&self, figure: &Figure) -> Block {
        figure
            .reservations
            .iter()
            .fold(Block::default(), |all, said| all.over(self.gap(12.0), Block::words("plain", self.letters(34.0), said, self.width)))
    }

    /// The code in a frame, and beside it where it leads and what one gets.
    pub fn call(&self) -> Block {
        let words = self.print();
        let framed = self.code().map(|code| code.in_frame(self.gap(9.0).max(6.0), self.gap(4.0), self.gap(44.0), "band"));
        let between = self.gap(70.0);
        let column = self.width - framed.as_ref().map_or(0.0, |code| code.w + between);
        let (invitation, or) = if framed.is_some() { (words.scan, words.visit) } else { (self.show.text.install_now, "") };
        let said = Block::words("ink", self.letters(96.0), invitation, column)
            .over(self.gap(34.0), Block::words("plain", self.letters(44.0), or, column))
            .over(self.gap(10.0), Block::words("strong", self.letters(118.0), &self.show.address(), column))
            .over(self.gap(46.0), Block::words("plain", self.letters(42.0), words.what, column))
            .over(self.gap(22.0), Block::words("plain", self.letters(42.0), words.voluntary, column));
        match framed {
            Some(code) => {
                let left = code.w + between;
                code.with(left, said, 0.5)
            }
            None => said,
        }
    }

    /// As large as a camera needs at arm's length, its quiet zone and all; none for an address that no code can hold.
    fn code(&self) -> Option<Block> {
        let code = qr(&self.show.campaign.links.install, ErrorCorrection::Print)?;
        let side = u32::try_from(code.side).ok()?;
        let module = (CODE / (code.side - 2 * QUIET) as f64).ceil() as u32;
        let edge = f64::from(side * module);
        Some(Block { w: edge, h: edge, marks: vec![Mark::Qr { area: Rect::new(0.0, 0.0, edge, edge), side, module, d: code.strokes }] })
    }

    /// Both kinds of phones in cards of one height.
    pub fn steps(&self) -> Block {
        let (pad, between) = (self.gap(46.0), self.gap(44.0));
        let card = (self.width - between) / 2.0;
        let inner = card - 2.0 * pad;
        let [android, ios] = [&self.print().android, &self.print().ios].map(|phone| self.phone(phone, inner));
        let high = android.h.max(ios.h);
        let cards = [android, ios].map(|phone| phone.at_least(inner, high).on_card(pad, self.gap(36.0), "card"));
        let [android, ios] = cards;
        let systems = Block::words("fine", self.letters(32.0), guide(self.show.words.lang).systems, self.width);
        android.with(card + between, ios, 0.0).over(self.gap(22.0), systems)
    }

    fn phone(&self, phone: &Steps, width: f64) -> Block {
        let (chip, between) = (self.letters(62.0), self.gap(28.0));
        let heading = Block::words("ink", self.letters(54.0), phone.heading, width);
        let steps = phone.steps.iter().zip(["1", "2", "3"]).map(|(step, number)| {
            let words = Block::words("plain", self.letters(42.0), step, width - chip - between);
            // The number stands beside the first row.
            let first = words.h.min(chip);
            let lower = ((chip - words.h) / 2.0).max(0.0);
            let words = Block { h: words.h + lower, marks: words.marks.clone().into_iter().collect::<Vec<_>>(), ..words };
            let disc = Block::disc(chip, number, "band", "on-band").at_least(0.0, first);
            let marks = [disc.at(0.0, 0.0), Block { marks: words.marks, ..Block::default() }.at(chip + between, lower)].concat();
            Block { w: width, h: words.h.max(chip), marks }
        });
        steps.fold(heading, |all, step| all.over(self.gap(30.0), step))
    }

    /// In a frame of ink, so that it is seen without colours.
    pub fn warning(&self) -> Block {
        let (line, pad, sign, between) = (self.gap(8.0).max(5.0), self.gap(34.0), self.letters(84.0), self.gap(36.0));
        let inner = self.width - 2.0 * (line + pad);
        let words = Block::words("ink", self.letters(46.0), self.print().warning, inner - sign - between);
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
                .over(self.gap(14.0), Block::words("ink", self.letters(112.0), &number.replace(' ', "\u{a0}"), left))
                .over(self.gap(14.0), Block::words("plain", self.letters(36.0), free, left)),
        };
        let office = self.office().map_or_else(Block::default, |name| {
            Block::words("fine", self.letters(32.0), words.office, right)
                .over(self.gap(10.0), Block::words("ink", self.letters(46.0), name, right))
        });
        let small = self.content.figure.iter().flat_map(|figure| figure.small.iter()).chain(&self.content.newest);
        let small = Block::words("fine", self.letters(28.0), &small.map(String::as_str).collect::<Vec<_>>().join(" "), right);
        let rule = Mark::Fill { area: Rect::new(0.0, 0.0, self.width, self.gap(5.0).max(3.0)), role: "band" };
        let rule = Block { w: self.width, h: self.gap(5.0).max(3.0), marks: vec![rule] };
        rule.over(self.gap(36.0), hotline.with(left + between, office.over(self.gap(28.0), small), 0.5))
    }

    fn office(&self) -> Option<&str> {
        let office = self.show.campaign.office.as_ref()?;
        Some(crate::text::title(self.show.words.lang, office.titled()))
    }
}
