//! The leaderboard as a table. It must not know how ranks come about.

use leptos::{ev, prelude::*};

use crate::{
    parts::{
        Act,
        event::{district_of, mark, plain},
    },
    text::Text,
    view::{Board, BoardRow, Column, Sort},
};

/// From so many rows on a search box helps; below it would only be in the way.
const MANY: usize = 20;

#[component]
pub fn BoardPart(
    text: &'static Text,
    view: Signal<Board>,
    sort: RwSignal<Sort>,
    selected: Signal<Option<String>>,
    lit: Signal<Option<String>>,
    live: Signal<bool>,
    act: Callback<Act>,
) -> impl IntoView {
    let sought = RwSignal::new(String::new());
    let on_click = move |event: ev::MouseEvent| {
        if let Some(code) = district_of(&event).filter(|_| plain(&event)) {
            event.prevent_default();
            act.run(Act::District(Some(code)));
        }
    };
    let rows = move || {
        let sought = sought.get();
        view.get().rows.into_iter().filter(|row| found(row, &sought)).collect::<Vec<_>>()
    };
    view! {
        <section data-part="board" id="xep-hang" aria-labelledby="xep-hang-h">
            <h2 id="xep-hang-h">{text.board_heading}</h2>
            {move || view.with(|v| v.most_improved.clone()).map(|best| view! { <p class="best">{best}</p> })}
            {move || (view.with(|v| v.rows.len()) > MANY).then(|| view! {
                <label class="search">{text.search}
                    <input type="search" disabled=move || !live.get() on:input=move |event| sought.set(event_target_value(&event))/>
                </label>
            })}
            <table
                on:click=on_click
                on:focusin=move |event| act.run(Act::Lit(district_of(&event)))
                on:focusout=move |_| act.run(Act::Lit(None))
                on:pointerover=move |event| act.run(Act::Lit(district_of(&event)))
                on:pointerleave=move |_| act.run(Act::Lit(None))
            >
                <caption>{move || view.with(|v| v.caption.clone())}</caption>
                <thead><tr>
                    {move || view.get().columns.into_iter().map(|(column, name)| heading(text, column, name, sort, live)).collect_view()}
                </tr></thead>
                <tbody>
                    {move || {
                        let columns: Vec<Column> = view.with(|v| v.columns.iter().map(|(c, _)| *c).collect());
                        rows().into_iter().map(|r| row(&columns, r, selected, lit)).collect_view()
                    }}
                </tbody>
                <tfoot><tr><td></td><th scope="row">{text.total_row}</th><td class="n">{move || view.with(|v| v.total.clone())}</td></tr></tfoot>
            </table>
            {move || view.with(|v| v.per_100_source.clone()).map(|source| view! { <p class="fine">{source}</p> })}
        </section>
    }
}

fn found(row: &BoardRow, sought: &str) -> bool {
    let sought = sought.trim().to_lowercase();
    row.name.to_lowercase().contains(&sought) || row.slug.contains(&sought.replace(' ', "-"))
}

fn word(column: Column) -> &'static str {
    match column {
        Column::Rank => "rank",
        Column::Name => "name",
        Column::Installs => "installs",
        Column::Per100 => "per100",
        Column::Share => "share",
        Column::Change => "change",
    }
}

fn heading(text: &'static Text, column: Column, name: &'static str, sort: RwSignal<Sort>, live: Signal<bool>) -> impl IntoView {
    let order = move || {
        let sort = sort.get();
        (sort.column == column).then_some(if sort.descending { "descending" } else { "ascending" })
    };
    view! {
        <th scope="col" class=word(column) aria-sort=order>
            <button
                type="button"
                data-column=word(column)
                title=text.sort_by
                disabled=move || !live.get()
                on:click=move |_| sort.update(|sort| *sort = sort.pressed(column))
            >
                {name}
            </button>
        </th>
    }
}

fn row(columns: &[Column], r: BoardRow, selected: Signal<Option<String>>, lit: Signal<Option<String>>) -> impl IntoView + use<> {
    let chosen = mark(&r.code, selected);
    let cells = columns
        .iter()
        .map(|column| match column {
            Column::Rank => {
                let moved = r.moved.clone().map(|(sign, words)| view! { <small title=words.clone() aria-label=words role="img">{sign}</small> });
                view! { <td class="rank">{r.rank.clone()}{moved}</td> }.into_any()
            }
            Column::Name => view! {
                <th scope="row" class="name"><a href=r.href.clone() aria-current=chosen.clone()>{r.name.clone()}</a></th>
            }
            .into_any(),
            Column::Installs => view! {
                <td class="n bar" style=format!("--w:{}%", r.bar)>{r.installs.clone()}</td>
            }
            .into_any(),
            Column::Per100 => view! { <td class="n">{r.per_100.clone()}</td> }.into_any(),
            Column::Share => view! { <td class="n share">{r.share.clone()}</td> }.into_any(),
            Column::Change => view! { <td class="n">{r.change.clone()}</td> }.into_any(),
        })
        .collect_view();
    view! {
        <tr
            id=r.slug
            data-district=r.code.clone()
            data-value=r.value
            data-selected=chosen
            data-lit=mark(&r.code, lit)
        >
            {cells}
        </tr>
    }
}
