//! What is said of a boundary file: everything at once, in the order in which it was found. It must not know what is wrong with what.

use serde_json::{Value, json};

use crate::text::new::{New, new};
use crate::text::{Lang, fill, tool};

/// The longest list that a sentence holds.
const MOST_NAMED: usize = 12;

pub struct Remarks {
    pub lang: Lang,
    said: Vec<(bool, String)>,
}

impl Remarks {
    pub fn new(lang: Lang) -> Self {
        Self { lang, said: Vec::new() }
    }

    pub fn words(&self) -> &'static New {
        new(self.lang)
    }

    /// What keeps anything from being written.
    pub fn error(&mut self, sentence: &str, values: &[&str]) {
        self.say(true, fill(sentence, values));
    }

    /// What someone should know.
    pub fn note(&mut self, sentence: &str, values: &[&str]) {
        self.say(false, fill(sentence, values));
    }

    /// A finished sentence.
    pub fn say(&mut self, is_error: bool, sentence: String) {
        // What stands in a file could disturb a terminal.
        let said = (is_error, sentence.chars().filter(|c| !c.is_control()).collect());
        if !self.said.contains(&said) {
            self.said.push(said);
        }
    }

    pub fn has_errors(&self) -> bool {
        self.said.iter().any(|(is_error, _)| *is_error)
    }

    /// The first of some names, and how many more there are.
    pub fn list<T: AsRef<str>>(&self, names: &[T]) -> String {
        let mut first: Vec<String> = names.iter().take(MOST_NAMED).map(|name| name.as_ref().to_owned()).collect();
        if names.len() > MOST_NAMED {
            first.push(fill(self.words().more, &[&(names.len() - MOST_NAMED).to_string()]));
        }
        first.join(", ")
    }

    /// One line each, errors first.
    pub fn lines(&self) -> String {
        let words = tool::tool(self.lang);
        let lines = |errors: bool| self.said.iter().filter(move |(is_error, _)| *is_error == errors);
        let worded =
            |(is_error, sentence): &(bool, String)| format!("{}: {sentence}\n", if *is_error { words.error } else { words.warning });
        lines(true).chain(lines(false)).map(worded).collect()
    }

    pub fn json(&self) -> Value {
        let one = |(is_error, message): &(bool, String)| json!({"level": if *is_error { "error" } else { "warning" }, "message": message});
        self.said.iter().map(one).collect()
    }
}
