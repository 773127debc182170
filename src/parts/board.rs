//! The leaderboard as a table. It must not know how ranks come about.

use leptos::prelude::*;

use crate::{
    parts::mark::{Marks, text_of},
    text::Text,
    view::{Action, Board, BoardRow, ColumnHead},
};

#[component]
pub fn BoardPart(text: &'static Text, view: Memo<Board>, marks: Marks, disabled: RwSignal<bool>, act: Callback<Action>) -> impl IntoView {
    let heads = move || view.with(|b| b.columns.iter().map(|c| head(text, c, disabled, act)).collect_view());
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
                {move || view.with(|b| b.most_improved.clone()).map(|best| view! { <p class="best">{best}</p> })}
                {search}
            </div>
            <table>
                <caption>{text_of(view, |b| &b.caption)}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody><For each=codes key=|code| code.clone() children=move |code| row(code, view, marks)/></tbody>
                <tfoot><tr><td></td><th scope="row">{text.total_row}</th><td class="n">{text_of(view, |b| &b.total)}</td></tr></tfoot>
            </table>
            <p class="fine">{text_of(view, |b| b.per_100_source.as_deref().unwrap_or_default())}</p>
        </section>
    }
}

fn head(text: &'static Text, c: &ColumnHead, disabled: RwSignal<bool>, act: Callback<Action>) -> impl IntoView + use<> {
    let column = c.column;
    view! {
        <th scope="col" class=column.word() aria-sort=c.order>
            <button
                type="button"
                data-column=column.word()
                title=text.sort_by
                disabled=disabled
                on:click=move |_| act.run(Action::Sort(column))
            >
                {c.name}
            </button>
        </th>
    }
}

/// One district's row. It keeps its element through every change, so that its link keeps the focus.
fn row(code: String, view: Memo<Board>, marks: Marks) -> impl IntoView {
    let slug = view.with_untracked(|b| b.row(&code).map(|r| r.slug.clone()));
    let own = code.clone();
    let value = Signal::derive(move || view.with(|b| b.row(&own).map(|r| r.value.clone()).unwrap_or_default()));
    let own = code.clone();
    let cells = move || cells(view.with(|b| b.row(&own).cloned().unwrap_or_default()));
    let selected = marks.selected(&code);
    view! {
        <tr
            id=slug
            data-value=value
            data-selected=selected
            aria-current=selected
            data-lit=marks.hovered(&code)
            data-district=code
        >
            {cells}
        </tr>
    }
}

fn cells(r: BoardRow) -> impl IntoView {
    let moved = r.moved.map(|(sign, words)| view! { " "<small role="img" title=words.clone() aria-label=words>{sign}</small> });
    view! {
        <td class="rank">{r.rank}{moved}</td>
        <th scope="row" class="name"><a href=r.href>{r.name}</a></th>
        {r.cells.into_iter().map(|cell| view! { <td class=cell.class style=cell.bar>{cell.figure}</td> }).collect_view()}
    }
}
