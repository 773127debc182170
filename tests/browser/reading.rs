//! What a test reads from a page, and how it waits: by asking again until the answer comes, never by a guess at how long that
//! takes. Blocking, so that a test reads as a list of steps.

use std::{
    thread,
    time::{Duration, Instant},
};

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::harness::{Browser, LIMIT};

impl Browser {
    /// The value of a JavaScript expression.
    pub fn js<T: DeserializeOwned>(&self, expression: &str) -> T {
        self.try_js(expression).unwrap_or_else(|e| panic!("{expression}\n{e}"))
    }

    fn try_js<T: DeserializeOwned>(&self, expression: &str) -> Result<T, String> {
        let value = self.wait(self.driver().execute(format!("return ({expression})"), Vec::new())).map_err(|e| e.to_string())?;
        value.convert().map_err(|e| format!("{e} in {}", value.json()))
    }

    /// The value that a JavaScript promise comes to.
    pub fn js_promise<T: DeserializeOwned>(&self, expression: &str) -> T {
        let script = format!(
            "const done = arguments[0]; Promise.resolve().then(() => ({expression})).then(v => done({{v}}), e => done({{e: String(e)}}))"
        );
        let answer = self.wait(self.driver().execute_async(script, Vec::new())).unwrap_or_else(|e| panic!("{expression}\n{e}"));
        let answer = answer.json();
        assert!(answer["e"].is_null(), "{expression}\n{}", answer["e"]);
        serde_json::from_value(answer["v"].clone()).unwrap_or_else(|e| panic!("{expression}\n{e} in {answer}"))
    }

    /// Waits until a JavaScript expression is true.
    pub fn until(&self, what: &str, expression: &str) {
        self.until_within(LIMIT, what, expression);
    }

    pub fn until_within(&self, limit: Duration, what: &str, expression: &str) {
        let last = self.poll(limit, || match self.try_js::<bool>(&format!("Boolean({expression})")) {
            Ok(true) => Ok(()),
            other => Err(format!("{other:?}")),
        });
        if let Err(last) = last {
            panic!("in vain: until {what}\n{expression}\n{last}\n{}", self.situation());
        }
    }

    /// Waits until a JavaScript expression has this value, and shows the last other one if it never does.
    pub fn becomes(&self, expression: &str, wanted: impl Into<Value>) {
        let wanted = wanted.into();
        let last = self.poll(LIMIT, || match self.try_js::<Value>(expression) {
            Ok(value) if value == wanted => Ok(()),
            Ok(value) => Err(value.to_string()),
            Err(fault) => Err(fault),
        });
        if let Err(last) = last {
            panic!("in vain: {expression}\nwanted {wanted}\nis     {last}\n{}", self.situation());
        }
    }

    /// Waits until something outside the page is true.
    pub fn eventually(&self, what: &str, condition: impl Fn() -> bool) {
        let last = self.poll(LIMIT, || if condition() { Ok(()) } else { Err(String::new()) });
        assert!(last.is_ok(), "in vain: until {what}\n{}", self.situation());
    }

    fn poll(&self, limit: Duration, attempt: impl Fn() -> Result<(), String>) -> Result<(), String> {
        let start = Instant::now();
        loop {
            match attempt() {
                Err(last) if start.elapsed() > limit => return Err(last),
                // Between two looks only; how long the whole takes is up to the page.
                Err(_) => thread::sleep(Duration::from_millis(30)),
                Ok(()) => return Ok(()),
            }
        }
    }

    /// The text of the first element, with plain spaces.
    pub fn text(&self, selector: &str) -> String {
        let expression = format!("document.querySelector({selector:?})?.textContent ?? null");
        self.js::<Option<String>>(&expression)
            .unwrap_or_else(|| panic!("no {selector}\n{}", self.situation()))
            .replace(['\u{a0}', '\u{202f}'], " ")
    }

    /// The texts of all elements, in the page's order, with plain spaces.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let texts: Vec<String> = self.js(&format!("[...document.querySelectorAll({selector:?})].map(e => e.textContent.trim())"));
        texts.into_iter().map(|text| text.replace(['\u{a0}', '\u{202f}'], " ")).collect()
    }

    pub fn count(&self, selector: &str) -> usize {
        self.js(&format!("document.querySelectorAll({selector:?}).length"))
    }

    /// Whether the first such element takes up room and is not hidden.
    pub fn shows(&self, selector: &str) -> bool {
        self.js(&format!(
            "(e => Boolean(e?.getClientRects().length && getComputedStyle(e).visibility === 'visible'))(document.querySelector({selector:?}))"
        ))
    }

    pub fn focus(&self, selector: &str) {
        self.js::<()>(&format!("document.querySelector({selector:?}).focus()"));
    }

    /// Unfolds or folds everything that can be folded.
    pub fn unfold(&self, open: bool) {
        self.js::<()>(&format!("void document.querySelectorAll('details').forEach(d => d.open = {open})"));
    }

    pub fn has(&self, selector: &str) -> bool {
        self.js(&format!("Boolean(document.querySelector({selector:?}))"))
    }

    pub fn attr(&self, selector: &str, name: &str) -> Option<String> {
        self.js(&format!("document.querySelector({selector:?})?.getAttribute({name:?}) ?? null"))
    }

    /// Where things stand, for a failure's message.
    fn situation(&self) -> String {
        let page = "location.href + ' ' + document.documentElement?.dataset.state + ' ' + document.documentElement?.dataset.figures";
        format!("at {}; log: {:#?}", self.try_js::<String>(page).unwrap_or_default(), self.faults())
    }
}
