//! The citizen's page in Firefox: translated, by keyboard, and copied.

use thirtyfour::Key;

use crate::harness::{Browser, browse};

fn open_live(b: &Browser, path: &str) {
    b.wait(b.driver().goto(format!("{}{path}", b.site()))).expect("the page");
    b.until("the page is live", "document.documentElement.dataset.state === 'live'");
}

#[test]
fn a_translated_page_goes_on_telling_the_truth() {
    browse(|b| {
        open_live(b, "");
        let wrapped: usize = b.js(
            "(root => {
                const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), texts = [];
                while (walk.nextNode()) if (walk.currentNode.data.trim() && !walk.currentNode.parentElement.closest('script,style,svg')) texts.push(walk.currentNode);
                for (const text of texts) { const font = document.createElement('font'); font.textContent = 'X ' + text.data; text.replaceWith(font); }
                return texts.length; })(document.body)",
        );
        assert!(wrapped > 100);
        b.click("[data-part=board] [data-district='662'] .name a");
        b.becomes("document.querySelector('[data-part=panel] h2').textContent.includes('Cư Jút')", true);
        b.becomes("document.querySelector('[data-figure=district]').textContent", "6.306");
        b.until("the live region speaks", "document.querySelector('[data-part=map] .said').textContent.includes('Cư Jút')");
    });
}

#[test]
fn the_focus_is_seen_on_the_map_and_goes_on_by_arrows() {
    browse(|b| {
        open_live(b, "");
        b.js::<()>("void document.querySelector('[data-part=map] [data-district=\"660\"]').focus()");
        b.press(Key::Up);
        b.until("a neighbour has the focus", "document.activeElement.dataset.district === '665'");
        // The outline of two tones lies over all neighbours.
        b.becomes("[...document.querySelectorAll('.marks use')].map(u => u.getAttribute('href')).join()", "#s665,#s665,#t665");
        b.press(Key::Enter);
        b.becomes("location.pathname.endsWith('/huyen/dak-song/')", true);
        b.becomes("document.activeElement.dataset.district", "665");
        b.becomes("[...document.querySelectorAll('.marks .chosen')].length", 1);
    });
}

#[test]
fn rows_are_copied_as_a_table() {
    browse(|b| {
        open_live(b, "");
        let (plain, html): (String, String) = b.js("(() => {
                getSelection().selectAllChildren(document.querySelector('[data-part=board] table'));
                const data = new DataTransfer();
                const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
                document.querySelector('[data-part=board] table').dispatchEvent(event);
                return [event.clipboardData.getData('text/plain'), event.clipboardData.getData('text/html')]; })()");
        assert!(plain.contains("1\tGia Nghĩa\t12.452\t19,75"), "{plain}");
        assert!(html.starts_with("<table><tr><td>Hạng</td>") && html.contains("11/8/2020"), "{html}");
    });
}
