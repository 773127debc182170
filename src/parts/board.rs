//! The leaderboard as a table. It must not know how ranks come about.

use leptos::prelude::*;

use crate::{
    parts::{
        mark::{flag, pointed},
        markup::{escape_html, some, tag, wrap},
    },
    text::Text,
    view::{Board, BoardRow},
};

#[component]
pub fn BoardPart(text: &'static Text, view: Board, hovered: RwSignal<Option<String>>, live: bool) -> impl IntoView {
    let title = escape_html(text.sort_by);
    let disabled = if live { "" } else { " disabled" };
    let heads = view.columns.into_iter().map(|c| {
        let word = c.column.word();
        let mut button = String::new();
        tag(&mut button, &format!("button type=\"button\" data-column=\"{word}\" title=\"{title}\"{disabled}"), c.name);
        view! { <th scope="col" class=word aria-sort=c.order inner_html=button></th> }
    });
    let mut top = String::new();
    tag(&mut top, "h2 id=\"xep-hang-h\"", text.board_heading);
    some(&mut top, "p class=\"best\"", view.most_improved.as_deref());
    if view.search {
        wrap(&mut top, "label class=\"search\"", |out| {
            out.push_str(&escape_html(text.search));
            out.push_str(&format!("<input type=\"search\"{disabled}>"));
        });
    }
    let mut foot = String::from("<tr><td></td>");
    tag(&mut foot, "th scope=\"row\"", text.total_row);
    tag(&mut foot, "td class=\"n\"", &view.total);
    view! {
        <section data-part="board" id="xep-hang" aria-labelledby="xep-hang-h">
            <div inner_html=top></div>
            <table>
                <caption>{view.caption}</caption>
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{view.rows.into_iter().map(|r| row(r, hovered)).collect_view()}</tbody>
                <tfoot inner_html=foot></tfoot>
            </table>
            <p class="fine">{view.per_100_source}</p>
        </section>
    }
}

/// What a selection changes stands on the row itself, so that its link keeps the focus.
fn row(r: BoardRow, hovered: RwSignal<Option<String>>) -> impl IntoView {
    let mut cells = String::new();
    wrap(&mut cells, "td class=\"rank\"", |out| {
        out.push_str(&escape_html(&r.rank));
        if let Some((sign, words)) = &r.moved {
            out.push(' ');
            tag(out, &format!("small role=\"img\" title=\"{0}\" aria-label=\"{0}\"", escape_html(words)), sign);
        }
    });
    wrap(&mut cells, "th scope=\"row\" class=\"name\"", |out| tag(out, &format!("a href=\"{}\"", escape_html(&r.href)), &r.name));
    tag(&mut cells, &format!("td class=\"n bar\" style=\"{}\"", r.bar), &r.installs);
    some(&mut cells, "td class=\"n\"", r.per_100.as_deref());
    some(&mut cells, "td class=\"n share\"", r.share.as_deref());
    some(&mut cells, "td class=\"n\"", r.change.as_deref());
    view! {
        <tr
            id=r.slug
            data-value=r.value
            data-selected=flag(r.selected)
            aria-current=flag(r.selected)
            data-hovered=pointed(&r.code, hovered)
            data-district=r.code
            inner_html=cells
        ></tr>
    }
}
