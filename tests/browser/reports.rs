//! Sites rendered over other data: two reports, a goal, a district without a figure, no population, a total alone, and text
//! that would like to be markup.

use serde_json::{Value, json};

use crate::{
    harness::{Browser, DESKTOP, browse},
    input::{label, row, shape},
    measures::{FIGURES, ORDER, codes},
    select::assert_selected,
    site::{self, DISTRICTS, District, dist, dots, variant},
};

/// Everything that shows figures shows those of one report, with its moment.
fn assert_report(b: &Browser, total: u64, day: &str, figure: fn(&District) -> u64) {
    b.becomes("document.querySelector('[data-figure=total]').dataset.value", total.to_string());
    assert_eq!(b.text("[data-figure=total]"), dots(total));
    assert!(b.text("[data-part=headline] .unit, [data-part=headline]").contains(day));
    let (year_month, date) = ("2020-08-", &day[..day.find('/').expect("a day")]);
    let moment = b.attr("[data-part=headline] time", "datetime").expect("the moment for machines");
    assert!(moment.starts_with(&format!("{year_month}{date}T")), "{moment}");
    let figures: serde_json::Map<String, Value> = DISTRICTS.iter().map(|d| (d.code.into(), json!(dots(figure(d))))).collect();
    b.becomes(FIGURES, Value::Object(figures));
    b.becomes(
        "[...document.querySelectorAll('[data-part=board] tbody tr')].map(e => e.dataset.value)",
        json!(DISTRICTS.iter().map(|d| figure(d).to_string()).collect::<Vec<_>>()),
    );
    for part in ["[data-part=map] .caption", "[data-part=board] caption", "[data-part=panel]", "details.text-map .summary"] {
        let text = b.text(part);
        assert!(text.contains(day), "{part} names its moment: {text}");
    }
    assert!(b.text("[data-part=board] tfoot").contains(&dots(total)));
}

#[test]
fn two_reports() {
    browse(variant("two", &site::two_reports()), DESKTOP, |b| {
        b.open_live("/?measure=installs");
        assert_report(b, 57_511, "13/8/2020", |d| d.second);
        let change = b.text("[data-part=headline] .change");
        assert!(change.contains("5.537") && change.contains("10,7%") && change.contains("11/8/2020"), "{change}");
        assert!(b.text(".rate").contains("8,82%"), "the rate as the source states it");
        let notes = b.text(".reservations");
        assert!(notes.contains("57.516") && notes.contains("57.511"), "parts and total differ, and both are kept: {notes}");
        // Gia Nghĩa grew by most, Krông Nô by the largest part; whichever counts, its figure and its moment stand with it.
        let best = b.text("[data-part=board] .best");
        let known = [("Gia Nghĩa", "952"), ("Krông Nô", "833")];
        assert!(known.iter().any(|(name, figure)| best.contains(name) && best.contains(figure)) && best.contains("11/8/2020"), "{best}");

        b.click("[name=measure][value=change]");
        b.becomes("location.search", "?measure=change");
        b.becomes(&format!("({FIGURES})['660']"), "+952");
        let mut by_change: Vec<_> = DISTRICTS.iter().map(|d| (d.second - d.first, d.code)).collect();
        by_change.sort_by(|a, b| b.cmp(a));
        b.becomes(ORDER, json!(by_change.iter().map(|(_, code)| code).collect::<Vec<_>>()));
        b.click("[name=measure][value=installs]");
        b.becomes(ORDER, json!(codes()));
        b.click("[data-column=change]");
        b.becomes(ORDER, json!(by_change.iter().map(|(_, code)| code).collect::<Vec<_>>()));
        assert!(b.text(&row("660")).contains("952"));
        b.click("[data-column=rank]");

        // The trend has both moments, in the drawing's table, for the province and for whom is selected.
        let table = b.text("[data-part=trend] table");
        assert!(table.contains("11/8/2020") && table.contains("13/8/2020"), "{table}");
        b.click(&label("664"));
        assert_selected(b, Some("664"));
        assert!(b.text("[data-part=headline]").contains("833"), "the change of the selected district");
        b.until("the trend follows", "document.querySelector('[data-part=trend] table').textContent.includes('Krông Nô')");
    });
}

/// The slider's state: whether it can be used, its stops, where it is, what it says.
const PLAYER: &str = "(() => { const s = document.querySelector('.player input'); return [!s.disabled, s.min, s.max, s.value, s.getAttribute('aria-valuetext').replaceAll('\u{a0}', ' ')]; })()";

fn slide_to(b: &Browser, stop: usize) {
    b.js::<()>(&format!(
        "(() => {{ const s = document.querySelector('.player input'); s.value = {stop}; s.dispatchEvent(new Event('input', {{bubbles: true}})); }})()"
    ));
}

#[test]
fn the_slider_and_its_button_run_through_the_reports() {
    browse(variant("two", &site::two_reports()), DESKTOP, |b| {
        b.open_live("/?measure=installs");
        b.becomes(PLAYER, json!([true, "0", "1", "1", b.text("select[name=at] option:checked")]));
        let height = "document.querySelector('[data-part=headline]').offsetHeight";
        let whole: u64 = b.js(height);
        slide_to(b, 0);
        assert_report(b, 51_974, "11/8/2020", |d| d.first);
        b.becomes("location.search", "?measure=installs&at=2020-08-11");
        assert!(b.js::<u64>(height) <= whole + 80, "nothing jumps");
        // The list, the way back and the slider say the same.
        b.js::<()>("(() => { const l = document.querySelector('select[name=at]'); l.selectedIndex = 0; l.dispatchEvent(new Event('change', {bubbles: true})); })()");
        b.becomes("document.querySelector('.player input').value", "1");
        b.becomes("location.search", "?measure=installs");

        // From the end it plays from the beginning and stops at the end.
        b.click(".player button");
        b.becomes("document.querySelector('[data-figure=total]').dataset.value", "51974");
        b.becomes("document.querySelector('[data-figure=total]').dataset.value", "57511");
        b.becomes("document.querySelector('.player button').textContent", "Phát");
        b.becomes("document.documentElement.hasAttribute('data-playing')", false);

        // Pressed again while it plays, it stays where it is.
        b.click(".player button");
        b.becomes("document.querySelector('[data-figure=total]').dataset.value", "51974");
        b.click(".player button");
        std::thread::sleep(std::time::Duration::from_millis(2_000));
        assert_eq!(b.attr("[data-figure=total]", "data-value").as_deref(), Some("51974"));
    });
    // An address of a stop leads there, and one report is nothing to run through.
    browse(variant("two", &site::two_reports()), DESKTOP, |b| {
        b.open_live("/huyen/cu-jut/?at=2020-08-11");
        b.becomes("document.querySelector('.player input').value", "0");
    });
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        b.becomes("document.querySelector('.player, script[src*=history]')", Value::Null);
    });
}

#[test]
fn rows_glide_where_motion_is_welcome_and_step_where_it_is_not() {
    // Figures with another order on the second day.
    let mut data = site::two_reports();
    let figures = &mut data["reports"][1]["installs"];
    let more = 9_000;
    figures["667"] = json!(figures["667"].as_u64().unwrap() + more);
    let total = data["reports"][1]["total"].as_u64().unwrap() + more;
    data["reports"][1]["total"] = json!(total);
    data["reports"][1]["accepted"] = json!(["sum", "rate"]);
    browse(variant("order", &data), DESKTOP, |b| {
        let moving = "[...document.querySelectorAll('[data-part=board] tbody tr')].filter(r => r.getAnimations().length).length > 0";
        let first = |id: &str| b.becomes("document.querySelector('[data-part=board] tbody tr').id", id);
        for (motion, glides) in [("no-preference", true), ("reduce", false)] {
            b.emulate(&[("prefers-reduced-motion", motion)]);
            b.open_live("/?measure=installs");
            slide_to(b, 0);
            if glides {
                b.until("rows glide", moving);
            }
            first("gia-nghia");
            assert!(glides || !b.js::<bool>(moving), "nothing moves");
        }
    });
}

#[test]
fn another_report() {
    browse(variant("two", &site::two_reports()), DESKTOP, |b| {
        b.open_live("/huyen/cu-jut/?measure=installs");
        b.becomes("[...document.querySelector('select[name=at]').options].length", 2);
        let choose = |value: &str| {
            // The choice itself is a list of the system's, which no pointer event of the page reaches.
            b.js::<()>(&format!(
                "(s => {{ s.value = [...s.options].find(o => o.value.startsWith({value:?}) || o.text.includes({value:?})).value;
                    s.dispatchEvent(new Event('change', {{ bubbles: true }})); }})(document.querySelector('select[name=at]'))"
            ));
        };
        choose("2020-08-11");
        b.becomes("location.search", "?measure=installs&at=2020-08-11");
        assert_report(b, 51_974, "11/8/2020", |d| d.first);
        assert!(b.text(".said").contains("11/8/2020"), "it is said which figures are shown now");
        assert_selected(b, Some("662"));
        assert!(b.text("[data-part=panel]").contains("6.306"));
        for part in ["headline", "map", "board", "panel"] {
            let words: String = b.js(&format!(
                "(p => {{ p.querySelector('select')?.remove(); return p.textContent; }})
                    (document.querySelector('[data-part={part}]').cloneNode(true))"
            ));
            for foreign in ["57.511", "6.963", "13/8/2020"] {
                assert!(!words.contains(foreign), "{part} mixes two reports: {words}");
            }
        }
        assert!(!b.has("[name=measure][value=change]:not(:disabled)"), "the first report has no change to show");
        b.open_live("/?measure=installs&at=2020-08-11");
        assert_report(b, 51_974, "11/8/2020", |d| d.first);
        b.becomes("document.querySelector('select[name=at]').selectedOptions[0].text.includes('11/8/2020')", true);
        // The parts that come to life last must not keep the words of the report they were served with.
        b.eventually("the shared sentence follows", || {
            let sentence = b.text("[data-part=share] .sentence");
            sentence.contains("51.974") && sentence.contains("11/8/2020") && !sentence.contains("57.511")
        });
        choose("2020-08-13");
        assert_report(b, 57_511, "13/8/2020", |d| d.second);
        b.becomes("location.search", "?measure=installs");
        // The switch to English keeps the report.
        choose("2020-08-11");
        b.becomes("document.querySelector('[data-lang-switch]').getAttribute('href')", "/en/?measure=installs&at=2020-08-11");
    });
}

#[test]
fn a_goal() {
    browse(variant("goal", &site::with_goal()), DESKTOP, |b| {
        b.open_live("/");
        let goal = b.text("[data-part=headline] .goal");
        assert!(goal.contains("48.026") && goal.contains("100.000") && goal.contains("Kế hoạch thử"), "{goal}");
        b.open_live("/en/");
        assert!(b.text("[data-part=headline] .goal").contains("48,026"));
    });
    browse(dist(), DESKTOP, |b| {
        b.open_live("/");
        assert!(!b.has(".goal") && !b.has(".change") && !b.has("select[name=at]"), "nothing is said of what the data does not have");
    });
}

#[test]
fn a_district_without_a_figure() {
    browse(variant("missing", &site::without_krong_no()), DESKTOP, |b| {
        b.open_live("/");
        let figure = b.text(&format!("{} .figure", shape("664")));
        assert!(!figure.contains(|c: char| c.is_ascii_digit()), "no figure is no number: {figure:?}");
        let patterned: Vec<String> = b.js("[...document.querySelectorAll('[data-part=map] [data-district]')]
                .filter(a => getComputedStyle(a.querySelector('path')).fill.includes('url(')).map(a => a.dataset.district)");
        assert_eq!(patterned, ["664"], "it alone has the pattern");
        assert!(b.text(".legend").contains("chưa có số liệu"));
        let cells = b.text(&row("664"));
        assert!(!cells.contains(|c: char| c.is_ascii_digit()), "{cells:?}");
        assert_eq!(b.attr(&row("664"), "data-value").unwrap_or_default(), "");
        b.becomes(&format!("({ORDER}).at(-1)"), "664");
        assert!(b.text("details.text-map .summary").contains("Krông Nô"), "the summary names who is missing");
        b.click(&label("664"));
        assert_selected(b, Some("664"));
        assert!(b.text("[data-part=panel]").to_lowercase().contains("chưa có số liệu"));
        b.click("[data-column=installs]");
        b.click("[data-column=installs]");
        b.becomes(&format!("({ORDER}).at(-1)"), "664");
    });
}

#[test]
fn no_population_no_rate() {
    browse(variant("nobody", &site::without_population()), DESKTOP, |b| {
        b.open_live("/?measure=rate");
        b.becomes("[...document.querySelectorAll('[name=measure]')].map(e => e.value).filter(v => v === 'rate')", json!([]));
        b.becomes(ORDER, json!(codes()));
        assert!(!b.has("[data-column=per100]"));
        assert!(!b.js::<bool>(
            "document.querySelector('[data-part=map]').textContent.includes('NaN') || document.body.innerText.includes('Infinity')"
        ));
        // The source's own rate is published, and may be repeated as its own.
        assert!(b.text("[data-part=headline]").contains("8,35%"));
    });
}

#[test]
fn a_total_alone_is_not_on_the_map() {
    browse(variant("total", &site::total_only()), DESKTOP, |b| {
        b.open_live("/?measure=installs");
        assert_eq!(b.attr("[data-figure=total]", "data-value").as_deref(), Some("57511"));
        assert!(b.text("[data-part=headline] .unit").contains("13/8/2020"));
        // The districts' figures, where they are shown, are the older ones and say so.
        let figures: Value = b.js(FIGURES);
        for known in &DISTRICTS {
            let figure = figures[known.code].as_str().unwrap_or_default();
            assert!(figure == dots(known.first) || !figure.contains(|c: char| c.is_ascii_digit()), "{}: {figure}", known.name);
        }
        if figures["660"] == json!("12.452") {
            for part in ["[data-part=map] .caption", "[data-part=board] caption"] {
                assert!(b.text(part).contains("11/8/2020"), "{part}: {}", b.text(part));
            }
        }
        assert!(b.text("[data-part=trend] table").contains("13/8/2020"), "it counts in the trend");
    });
}

#[test]
fn text_stays_text() {
    // What the data's own check lets through: no angle brackets, but everything that could become one or end an attribute.
    let odd = "\"'&amp;&lt;img src=x onerror=window.__hacked=1&gt;\\ {0}{1}$&";
    let name = format!("Cư Jút{odd}");
    let mut data = site::two_reports();
    data["districts"][2]["name"] = json!(name);
    data["districts"][0]["population_source"] = json!(odd);
    data["reports"][0]["source"] = json!({ "title": odd });
    data["reports"][1]["source"]["title"] = json!(odd);
    data["reports"][1]["note"] = json!(odd);
    browse(variant("odd", &data), DESKTOP, |b| {
        for path in ["/", "/huyen/cu-jut/", "/en/?at=2020-08-11"] {
            b.open_live(path);
            assert!(!b.has("main img"), "{path}");
            assert_eq!(b.text(&format!("{} .name a", row("662"))), name, "{path}");
            assert_eq!(b.text(&label("662")), name, "{path}");
            assert!(b.text("[data-part=headline]").contains(odd), "the source is shown as it is");
            b.click("[data-column=name]");
            b.hover(&label("662"));
            b.until("the tooltip is text", "document.querySelector('[role=tooltip]')?.textContent.includes('&lt;img')");
            b.click(&label("662"));
            assert_eq!(b.attr("[data-part=map] [data-selected]", "data-district").as_deref(), Some("662"));
            assert!(b.js::<String>("document.title").contains(&name), "{path}");
        }
    });
}
