//! Whether what stands in a root is what was served: an extension, a translator or a minifier may have changed it, and hydration would walk into nodes
//! that are not there. What differs is drawn anew from the page as it is served; where that differs as well, the page stays static.

use web_sys::{DomParser, HtmlElement, Node, SupportedType};

use super::{Dataset, by_id, document, fetch, window};

/// The roots that are hydrated.
const ROOTS: [&str; 2] = ["live", "trend"];

/// Makes every root whole; none: at least one can't be.
pub async fn whole() -> Option<()> {
    let broken: Vec<HtmlElement> = ROOTS.into_iter().filter_map(by_id).filter(|root| !is_whole(root)).collect();
    if broken.is_empty() {
        return Some(());
    }
    let address = window()?.location().href().ok()?;
    let text = fetch::text(address.split('#').next()?).await.ok()?;
    let served = DomParser::new().ok()?.parse_from_string(&text, SupportedType::TextHtml).ok()?;
    // Of the same figures: others would come to stand beside these.
    if served.get_element_by_id("built")?.text_content() != by_id("built")?.text_content() {
        return None;
    }
    for root in broken {
        root.set_inner_html(&served.get_element_by_id(&root.id())?.inner_html());
        is_whole(&root).then_some(())?;
    }
    Some(())
}

fn is_whole(root: &HtmlElement) -> bool {
    root.dataset_get("nodes").is_none_or(|nodes| nodes == count(root).unwrap_or_default().to_string())
}

/// All nodes below, comments and texts as well.
fn count(root: &Node) -> Option<usize> {
    let walker = document()?.create_tree_walker(root).ok()?;
    let mut count = 0;
    while walker.next_node().ok()?.is_some() {
        count += 1;
    }
    Some(count)
}
