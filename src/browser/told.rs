//! What the page's module tells that of the charts, as nested arrays: written by one, read by the other. Their own, because serde-wasm-bindgen weighs
//! 1.8 KB in the page's module and 10 KB in the other (brotli), which are over their limits with it.

use js_sys::Array;
use leptos::wasm_bindgen::{JsCast, JsValue};

use crate::view::{Axis, Bar, Chart, Place, TrendLine};

pub fn write(charts: [&Chart; 2]) -> JsValue {
    charts.map(chart).iter().collect::<Array>().into()
}

pub fn read(told: &JsValue) -> Option<[Chart; 2]> {
    let mut told = Reader::new(told)?;
    Some([read_chart(told.next())?, read_chart(told.next())?])
}

fn list<T>(items: &[T], write: impl Fn(&T) -> JsValue) -> JsValue {
    items.iter().map(write).collect::<Array>().into()
}

fn of(values: &[JsValue]) -> JsValue {
    values.iter().collect::<Array>().into()
}

fn named((value, name): &(f64, String)) -> JsValue {
    of(&[(*value).into(), name.into()])
}

fn chart(chart: &Chart) -> JsValue {
    let axis = |axis: &Axis| of(&[axis.end.into(), list(&axis.ticks, named)]);
    match chart {
        Chart::Bars { bars, reference, axis: values } => {
            let bar = |bar: &Bar| of(&[(&bar.name).into(), bar.value.into(), bar.before.into(), (&bar.label).into(), bar.selected.into()]);
            of(&[axis(values), list(bars, bar), reference.as_ref().map(named).into()])
        }
        Chart::Lines { lines, ticks, axis: values, goal } => {
            let date = |(at, name): &(i64, String)| named(&(*at as f64, name.clone()));
            let point = |(at, value): &(i64, f64)| of(&[(*at as f64).into(), (*value).into()]);
            let line = |line: &TrendLine| {
                let place = f64::from(line.place as u8);
                of(&[(&line.name).into(), list(&line.points, point), (&line.first).into(), (&line.label).into(), place.into()])
            };
            of(&[axis(values), list(lines, line), goal.as_ref().map(named).into(), list(ticks, date)])
        }
        Chart::Nothing => JsValue::UNDEFINED,
    }
}

/// Takes the values of an array one after the other.
struct Reader(Array, u32);

impl Reader {
    fn new(value: &JsValue) -> Option<Self> {
        Some(Self(value.dyn_ref::<Array>()?.clone(), 0))
    }

    fn next(&mut self) -> JsValue {
        self.1 += 1;
        self.0.get(self.1 - 1)
    }

    fn number(&mut self) -> Option<f64> {
        self.next().as_f64()
    }

    fn text(&mut self) -> Option<String> {
        self.next().as_string()
    }

    fn list<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let items = self.next();
        items.dyn_ref::<Array>()?.iter().map(|item| read(&mut Self::new(&item)?)).collect()
    }

    fn named(&mut self) -> Option<(f64, String)> {
        Some((self.number()?, self.text()?))
    }
}

fn read_chart(told: JsValue) -> Option<Chart> {
    if told.is_undefined() {
        return Some(Chart::Nothing);
    }
    let mut told = Reader::new(&told)?;
    let mut axis = Reader::new(&told.next())?;
    let axis = Axis { end: axis.number()?, ticks: axis.list(Reader::named)? };
    // Lines have dates behind them, bars have not.
    if told.0.length() == 3 {
        let bar = |told: &mut Reader| {
            let (name, value, before, label) = (told.text()?, told.number()?, told.number(), told.text()?);
            Some(Bar { name, value, before, label, selected: told.next().is_truthy() })
        };
        let bars = told.list(bar)?;
        return Some(Chart::Bars { bars, reference: Reader::new(&told.next()).and_then(|mut told| told.named()), axis });
    }
    let point = |told: &mut Reader| Some((told.number()? as i64, told.number()?));
    let line = |told: &mut Reader| {
        let (name, points, first, label) = (told.text()?, told.list(point)?, told.text()?, told.text()?);
        let place = [Place::Other, Place::Province, Place::Chosen]
            .into_iter()
            .find(|place| Some(f64::from(*place as u8)) == told.0.get(4).as_f64());
        Some(TrendLine { name, points, first, label, place: place? })
    };
    let lines = told.list(line)?;
    let goal = Reader::new(&told.next()).and_then(|mut told| told.named());
    let ticks = told.list(|told| Some((told.number()? as i64, told.text()?)))?;
    Some(Chart::Lines { lines, ticks, axis, goal })
}
