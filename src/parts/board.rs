//! The leaderboard as a table. It must not know how ranks come about.

use leptos::prelude::*;

use crate::{
    parts::{
        mark::{Marks, text_of},
        markup::{escape_html, tag},
    },
    text::Text,
    view::{Action, Board, BoardCell, BoardRow, ColumnHead},
};

#[component]
pub fn BoardPart(text: &'static Text, view: Memo<Board>, marks: Marks, disabled: RwSignal<bool>, act: Callback<Action>) -> impl IntoView {
    let heads = move || view.with(|b| b.columns.iter().map(|c| head(text, c, disabled)).collect_view());
    let searched = move |event: web_sys::Event| act.run(Action::Search(event_target_value(&event)));
    let search = move || {
        view.with(|b| b.search).then(|| {
            view! { <label class="search">{text.search}<input type="search" disabled=disabled on:input=searched/></label> }
        })
    };
    let codes = move || view.with(|b| b.rows.iter().map(|r| r.code.clone()).collect::<Vec<_>>());
    view! {
        <section data-part="board" id="xep-hang" aria-labelledby="xep-hang-h">
            <div>
                <h2 id="xep-hang-h">{text.board_heading}</h2>
                <p class="best" inner_html=text_of(view, |b| b.most_improved.as_deref().unwrap_or_default())></p>
                {search}
            </div>
            <table>
                <caption inner_html=text_of(view, |b| &b.caption)></caption>
                <thead><tr>{heads}</tr></thead>
                <tbody><For each=codes key=|code| code.clone() children=move |code| row(code, view, marks)/></tbody>
                <tfoot><tr><td></td><th scope="row">{text.total_row}</th><td class="n" inner_html=text_of(view, |b| &b.total)></td></tr></tfoot>
            </table>
            <p class="fine" inner_html=text_of(view, |b| b.per_100_source.as_deref().unwrap_or_default())></p>
        </section>
    }
}

fn head(text: &'static Text, c: &ColumnHead, disabled: RwSignal<bool>) -> impl IntoView + use<> {
    let column = c.column;
    view! {
        <th scope="col" class=column.word() aria-sort=c.order>
            <button type="button" data-column=column.word() disabled=disabled>{column.name(text)}</button>
        </th>
    }
}

/// One district's row. It keeps its element through every change, so that its link keeps the focus.
fn row(code: String, view: Memo<Board>, marks: Marks) -> impl IntoView {
    let BoardRow { slug, href, name, parent, .. } = view.with_untracked(|b| b.row(&code).cloned().unwrap_or_default());
    let of_row = |read: fn(&BoardRow) -> String| {
        let code = code.clone();
        Signal::derive(move || view.with(|b| b.row(&code).map(read).unwrap_or_default()))
    };
    let selected = marks.selected(&code);
    let cells = std::array::from_fn::<_, CELLS, _>(|at| cell(&code, at, view));
    view! {
        <tr
            id=slug
            data-value=of_row(|row| row.value.clone())
            data-selected=selected.clone()
            aria-current=selected
            data-lit=marks.hovered(&code)
            data-district=code
        >
            <td class="rank" inner_html=of_row(rank)></td>
            <th scope="row" class="name" data-parent=parent><a href=href>{name}</a></th>
            {cells}
        </tr>
    }
}

/// The most cells that a row has beside rank and name.
pub const CELLS: usize = 4;

/// The figure at one place of a row, that of the chosen measure on a bar. Not every report has all of them: the first places stay empty then, and
/// style takes them away. As cells that come and go they would weigh 1.7 KB more in the browser (brotli).
fn cell(code: &str, at: usize, view: Memo<Board>) -> impl IntoView + use<> {
    let of_cell = |read: fn(&BoardRow, &BoardCell) -> String| {
        let code = code.to_owned();
        let read = move |b: &Board| {
            let row = b.row(&code)?;
            let at = at.checked_sub(CELLS.checked_sub(row.cells.len())?)?;
            Some(read(row, row.cells.get(at)?))
        };
        Signal::derive(move || view.with(&read).unwrap_or_default())
    };
    let bar = of_cell(|row, cell| if cell.has_bar { row.bar.clone() } else { String::new() });
    view! { <td class=of_cell(|_, cell| cell.class.into()) prop:style=bar inner_html=of_cell(|_, cell| escape_html(&cell.figure))></td> }
}

/// The rank, and how it moved. As typed nodes it would weigh 0.3 KB more in the browser (brotli).
fn rank(row: &BoardRow) -> String {
    let mut out = escape_html(&row.rank);
    if let Some((sign, words)) = &row.moved {
        let words = escape_html(words);
        out.push(' ');
        tag(&mut out, &format!("small role=\"img\" title=\"{words}\" aria-label=\"{words}\""), sign);
    }
    out
}
