//! Every string of the live page, as one struct: a language that lacks one does not compile. `{0}`, `{1}` are places for
//! [`super::fill`]. The strings that stay in the static page alone are in `shell` and `guide`, so that wasm does not carry them.

use super::{Lang, worded::texts};
#[cfg(not(target_arch = "wasm32"))]
use super::{own, words::with_app};
#[cfg(not(target_arch = "wasm32"))]
use crate::campaign::Campaign;

texts! {
    /// The strings of one language.
    pub struct Text {
        pub lang: Lang,
        /// 0 district-level unit's name
        pub city: &'static str,
        pub town: &'static str,
        pub district: &'static str,
        pub urban_district: &'static str,
        pub ward: &'static str,
        pub commune: &'static str,
        pub township: &'static str,
        pub special_zone: &'static str,
        pub province_unit: &'static str,

        // Headline
        /// 0 province
        pub heading: &'static str,
        pub total_unit: &'static str,
        /// 0 percent, 1 population, 2 its source
        pub rate_of_population: &'static str,
        /// 0 percent as stated
        pub rate_as_stated: &'static str,
        /// 0 percent as stated, 1 percent computed, 2 population, 3 its source
        pub rate_stated_and_computed: &'static str,
        /// 0 moment
        pub as_of: &'static str,
        pub counted: &'static str,
        /// 0 source
        pub source: &'static str,
        /// 0 signed change, 1 signed percent, 2 moment before
        pub change_since: &'static str,
        /// 0 what is left, 1 goal, 2 source
        pub goal_left: &'static str,
        /// 0 goal, 1 source
        pub goal_met: &'static str,
        /// 0 a number of installs
        pub goal_installs: &'static str,
        /// 0 percent
        pub goal_percent: &'static str,
        /// 0 sum, 1 total
        pub sum_differs: &'static str,
        /// 0 note
        pub note: &'static str,
        /// 0 moment
        pub withdrawn: &'static str,
        /// 0 moment, 1 why
        pub withdrawn_why: &'static str,
        /// 0 what was published before, 1 why
        pub corrected: &'static str,
        /// 0 why: of a correction of neither figures nor moment nor source
        pub corrected_otherwise: &'static str,
        /// 0 total
        pub was_total: &'static str,
        /// 0 rate
        pub was_rate: &'static str,
        /// 0 moment
        pub was_moment: &'static str,
        /// 0 source
        pub was_source: &'static str,
        /// 0 the total's moment, 1 the districts'
        pub districts_older: &'static str,
        /// 0 number of days
        pub stale: &'static str,
        pub no_figures: &'static str,
        pub install_now: &'static str,

        // Measures and reports
        pub measure: &'static str,
        pub installs: &'static str,
        pub per_100: &'static str,
        pub change: &'static str,
        pub report: &'static str,

        // Map
        pub map_heading: &'static str,
        /// 0 measure, 1 moment
        pub map_caption: &'static str,
        /// 0 moment before, 1 moment
        pub change_caption: &'static str,
        pub map_help: &'static str,
        pub legend: &'static str,
        /// 0 lower limit
        pub class_from: &'static str,
        /// 0 upper limit
        pub class_below: &'static str,
        /// 0 lower, 1 upper limit
        pub class_between: &'static str,
        pub no_figure: &'static str,
        /// 0 source
        pub boundaries: &'static str,
        pub text_map: &'static str,
        /// 0 measure, 1 moment, 2 highest name, 3 its figure, 4 lowest name, 5 its figure
        pub summary: &'static str,
        /// 0 names
        pub summary_missing: &'static str,
        /// 0 name, 1 figure, 2 list of neighbours
        pub text_map_line: &'static str,
        /// 0 name, 1 direction, 2 comparison
        pub neighbour: &'static str,
        pub higher: &'static str,
        pub lower: &'static str,
        pub equal: &'static str,
        pub not_comparable: &'static str,
        /// N, NE, E, SE, S, SW, W, NW
        pub directions: [&'static str; 8],

        // Panel and live region
        /// 0 figure
        /// A figure of each measure in few words; 0 the figure
        pub short_units: [&'static str; 3],
        pub unit_installs: &'static str,
        /// 0 percent, 1 population source
        pub unit_per_100: &'static str,
        /// 0 change, 1 moment before
        pub unit_change: &'static str,
        /// 0 rank, 1 of how many
        pub rank_of: &'static str,
        /// 0 rank, 1 of how many
        pub rank_by_installs: &'static str,
        /// 0 rank, 1 of how many
        pub rank_by_rate: &'static str,
        /// 0 share, 1 total
        pub share_of: &'static str,
        /// 0 the province's rate, 1 the difference
        pub above_average: &'static str,
        /// 0 the province's rate, 1 the difference
        pub below_average: &'static str,
        pub at_average: &'static str,
        pub panel_heading: &'static str,
        pub panel_help: &'static str,
        pub whole_province: &'static str,
        /// 0 name, 1 figure, 2 rank, 3 moment
        pub spoken: &'static str,
        /// 0 the place and its figures
        pub selected: &'static str,
        pub all_shown: &'static str,
        /// 0 moment
        pub report_shown: &'static str,

        // Board
        pub board_heading: &'static str,
        /// 0 measure, 1 moment
        pub board_caption: &'static str,
        /// 0 how many are shown, 1 of how many
        pub board_part: &'static str,
        pub column_rank: &'static str,
        pub column_name: &'static str,
        pub column_share: &'static str,
        /// 0 name, 1 change, 2 percent, 3 moment before
        pub most_improved: &'static str,
        pub total_row: &'static str,
        pub search: &'static str,
        /// 0 places
        pub risen: &'static str,
        /// 0 places
        pub fallen: &'static str,
        /// 0 population sources
        pub per_100_source: &'static str,
        /// 0 the sources before, 1 names, 2 their population source
        pub per_100_source_of: &'static str,

        // Trend
        pub compare_heading: &'static str,
        pub trend_heading: &'static str,
        /// 0 moment
        pub compare_caption: &'static str,
        /// 0 moment
        pub compare_plain: &'static str,
        /// {0}, {1}: the earlier and the later moment.
        pub compare_dots: &'static str,
        /// 0 how many districts have no bar
        pub chart_rest: &'static str,
        /// {0}: the value.
        pub goal_line: &'static str,
        pub trend_per_100: &'static str,
        pub trend_installs: &'static str,
        pub table: &'static str,
        pub average: &'static str,
        /// The mean of the districts, where no rate is known.
        pub mean: &'static str,
        pub against_mean: &'static str,
        /// 0 figure, signed
        pub against_average: &'static str,
        pub column_moment: &'static str,

        // Share
        pub share_heading: &'static str,
        pub share: &'static str,
        pub copy_link: &'static str,
        pub copied: &'static str,
        pub copy_failed: &'static str,
        pub print: &'static str,
        pub on_zalo: &'static str,
        pub on_facebook: &'static str,

        // Fresh figures
        /// 0 moment
        pub close: &'static str,
        pub fresh: &'static str,
        /// 0 moment
        pub saved: &'static str,
        /// 0 moment, 1 clock time
        pub kept: &'static str,
        /// 0 moment
        pub invalid: &'static str,
    }
}

impl Text {
    /// A district-level unit with its kind: `Huyện Cư Jút`.
    pub fn full_name(&self, district: &crate::campaign::District) -> String {
        use crate::campaign::DistrictKind;
        let pattern = match district.kind {
            DistrictKind::City => self.city,
            DistrictKind::Town => self.town,
            DistrictKind::District => self.district,
            DistrictKind::UrbanDistrict => self.urban_district,
            DistrictKind::Ward => self.ward,
            DistrictKind::Commune => self.commune,
            DistrictKind::Township => self.township,
            DistrictKind::SpecialZone => self.special_zone,
            DistrictKind::Province => self.province_unit,
            DistrictKind::Other => "{0}",
        };
        super::fill(pattern, &[&district.name])
    }
}

/// The strings of a language, with a campaign's own words.
#[cfg(not(target_arch = "wasm32"))]
pub fn text(lang: Lang, campaign: &Campaign) -> &'static Text {
    let plain = match lang {
        Lang::Vi => &super::vi::VI,
        Lang::En => &super::en::EN,
    };
    with_app(plain, lang, campaign, own::text)
}
