//! The house's rules, read from the source itself: who may know whom, who may touch the web, where user text lives, and that nothing
//! can panic on data. Test modules are left out of all of them.
#![cfg(not(target_arch = "wasm32"))]

use std::{
    fs,
    path::{Path, PathBuf},
};

use syn::visit::{self, Visit};

/// A room of the house, the rooms it may know, and the crates (or parts of `std`) that it may not.
const ROOMS: [(&str, &[&str], &[&str]); 9] = [
    ("campaign", &[], PURE),
    ("map", &["campaign"], PURE),
    ("text", &["campaign"], PURE),
    ("view", &["campaign", "map", "text"], PURE),
    (
        "parts",
        &["campaign", "text", "view"],
        &["gloo_net", "gloo_timers", "js_sys", "web_sys", "wasm_bindgen_futures", "std::fs", "std::env", "std::time"],
    ),
    (
        "faces",
        &["campaign", "map", "text", "view", "parts"],
        &["gloo_net", "gloo_timers", "js_sys", "web_sys", "wasm_bindgen_futures", "std::fs", "std::env", "std::time"],
    ),
    ("browser", &["campaign", "map", "text", "view", "parts", "faces"], &["std::fs", "std::env", "std::time"]),
    (
        "site",
        &["campaign", "map", "text", "view", "parts", "faces"],
        &[
            "gloo_net",
            "gloo_timers",
            "js_sys",
            "web_sys",
            "clap",
            "axum",
            "tokio",
            "tempfile",
            "std::fs",
            "std::env",
            "std::time",
            "std::net",
            "std::process",
        ],
    ),
    ("tool", &["campaign", "map", "text", "view", "site"], &["leptos", "gloo_net", "gloo_timers", "js_sys", "web_sys"]),
];

/// What those that hold the domain and its words never touch: components, the web, files, the clock.
const PURE: &[&str] = &[
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo_net",
    "gloo_timers",
    "plotters",
    "plotters_canvas",
    "clap",
    "std::fs",
    "std::env",
    "std::time",
    "std::net",
    "std::process",
];

/// Lines of one file; above it a file tells more than one thing.
const LONGEST: usize = 300;

struct Source {
    path: PathBuf,
    text: String,
}

fn sources() -> Vec<Source> {
    fn walk(dir: &Path, out: &mut Vec<Source>) {
        for entry in fs::read_dir(dir).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, out);
            } else if path.extension().is_some_and(|e| e == "rs") {
                out.push(Source { text: fs::read_to_string(&path).unwrap(), path });
            }
        }
    }
    let mut out = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut out);
    assert!(out.len() > 60, "the source is found: {}", out.len());
    out
}

impl Source {
    /// `campaign/letters/mod.rs`
    fn name(&self) -> String {
        self.path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap().display().to_string()
    }

    /// `["campaign", "letters"]`
    fn module(&self) -> Vec<String> {
        let name = self.name();
        let steps = name.trim_end_matches(".rs").split('/').filter(|step| *step != "mod" && *step != "lib" && *step != "main");
        steps.map(Into::into).collect()
    }

    fn is_test(&self) -> bool {
        ["tests.rs", "fixture.rs"].iter().any(|name| self.path.ends_with(name))
    }

    /// Whether an item of this name is defined in the file, not only passed on.
    fn defines(&self, name: &str) -> bool {
        let file = syn::parse_file(&self.text).unwrap_or_else(|e| panic!("{}: {e}", self.name()));
        file.items.iter().any(|item| match item {
            syn::Item::Const(item) => item.ident == name,
            syn::Item::Enum(item) => item.ident == name,
            syn::Item::Fn(item) => item.sig.ident == name,
            syn::Item::Static(item) => item.ident == name,
            syn::Item::Struct(item) => item.ident == name,
            syn::Item::Trait(item) => item.ident == name,
            syn::Item::Type(item) => item.ident == name,
            _ => false,
        })
    }

    fn read(&self) -> Reader {
        let mut reader = Reader::default();
        reader.visit_file(&syn::parse_file(&self.text).unwrap_or_else(|e| panic!("{}: {e}", self.name())));
        reader
    }
}

/// Every path, method, macro and text of a file outside of its tests.
#[derive(Default)]
struct Reader {
    paths: Vec<String>,
    methods: Vec<String>,
    macros: Vec<String>,
    texts: Vec<String>,
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    let gate = |a: &syn::Attribute| a.path().is_ident("cfg") && a.meta.require_list().is_ok_and(|list| list.tokens.to_string() == "test");
    attributes.iter().any(|a| a.path().is_ident("test") || gate(a))
}

fn tree(tree: &syn::UseTree, before: &str, out: &mut Vec<String>) {
    let join = |name: &dyn ToString| if before.is_empty() { name.to_string() } else { format!("{before}::{}", name.to_string()) };
    match tree {
        syn::UseTree::Path(path) => self::tree(&path.tree, &join(&path.ident), out),
        syn::UseTree::Name(name) => out.push(join(&name.ident)),
        syn::UseTree::Rename(name) => out.push(join(&name.ident)),
        syn::UseTree::Glob(_) => out.push(before.into()),
        syn::UseTree::Group(group) => group.items.iter().for_each(|item| self::tree(item, before, out)),
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_test(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !is_test(&item.attrs) {
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        tree(&item.tree, "", &mut self.paths);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.paths.push(path.segments.iter().map(|s| s.ident.to_string()).collect::<Vec<_>>().join("::"));
        visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.methods.push(call.method.to_string());
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.macros.push(call.path.segments.iter().map(|s| s.ident.to_string()).collect::<Vec<_>>().join("::"));
        // Macros hide what is in them (`view!`); their words and calls are still told by the tokens.
        tokens(call.tokens.clone(), self);
        visit::visit_macro(self, call);
    }

    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        self.texts.push(text.value());
    }

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
}

fn tokens(stream: proc_macro2::TokenStream, out: &mut Reader) {
    use proc_macro2::TokenTree;
    let mut dot = false;
    for token in stream {
        match &token {
            TokenTree::Group(group) => tokens(group.stream(), out),
            TokenTree::Ident(name) if dot => out.methods.push(name.to_string()),
            TokenTree::Literal(literal) => {
                if let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string()) {
                    out.texts.push(text.value());
                }
            }
            _ => {}
        }
        dot = matches!(&token, TokenTree::Punct(mark) if mark.as_char() == '.');
    }
}

/// Where a path of this module leads, from the crate's root; none for what is not of this crate.
fn resolve(module: &[String], path: &str) -> Option<Vec<String>> {
    let mut steps = path.split("::").peekable();
    let mut at: Vec<String> = match *steps.peek()? {
        "crate" | "bluezone_map" => {
            steps.next();
            Vec::new()
        }
        "self" | "super" => module.to_vec(),
        _ => return None,
    };
    for step in steps {
        match step {
            "self" => {}
            "super" => {
                at.pop();
            }
            step => at.push(step.into()),
        }
    }
    Some(at)
}

/// The room that a path of this module leads to; none for what is not of this crate.
fn room(module: &[String], path: &str) -> Option<String> {
    resolve(module, path)?.first().cloned()
}

/// The longest beginning of a path that is a file of the source.
fn file<'a>(modules: &'a [Vec<String>], path: &[String]) -> Option<&'a Vec<String>> {
    modules.iter().filter(|module| path.starts_with(module)).max_by_key(|module| module.len())
}

fn rule(room: &str) -> Option<&'static (&'static str, &'static [&'static str], &'static [&'static str])> {
    ROOMS.iter().find(|(name, ..)| *name == room)
}

#[test]
fn every_room_knows_only_those_before_it() {
    let mut breaches = Vec::new();
    for source in sources().iter().filter(|s| !s.is_test()) {
        let module = source.module();
        let Some((own, may, may_not)) = module.first().and_then(|room| rule(room)) else { continue };
        for path in source.read().paths {
            // The re-exports of Leptos are the same web.
            let plain = path.replace("leptos::web_sys", "web_sys").replace("leptos::wasm_bindgen", "wasm_bindgen");
            if let Some(room) = room(&module, &path).filter(|room| rule(room).is_some())
                && room != *own
                && !may.contains(&room.as_str())
            {
                breaches.push(format!("{} knows {path}", source.name()));
            }
            // A handler of a part's own button or field is handed the event, whatever it is called.
            let own_event = module.first().is_some_and(|room| room == "parts") && plain == "web_sys::Event";
            let touches = |wrong: &str| plain == wrong || plain.starts_with(&format!("{wrong}::"));
            if may_not.iter().any(|wrong| touches(wrong)) && !own_event {
                breaches.push(format!("{} touches {path}", source.name()));
            }
        }
    }
    assert_eq!(breaches, [""; 0]);
}

#[test]
fn the_reader_sees_breaches() {
    let read = |text: &str| {
        let mut reader = Reader::default();
        reader.visit_file(&syn::parse_file(text).unwrap());
        reader
    };
    let module = ["view".to_owned(), "board".to_owned()];
    let reader = read(
        "use crate::{map, tool::files as f}; use super::super::faces::page; fn a() { leptos::x(); b.unwrap(); v!(c.expect(\"Đ\")); }\n\
         #[cfg(test)] mod tests { use crate::browser; fn c() { d.expect(\"\"); } }",
    );
    let rooms: Vec<_> = reader.paths.iter().filter_map(|path| room(&module, path)).collect();
    assert_eq!(rooms, ["map", "tool", "faces"]);
    assert!(reader.paths.contains(&"leptos::x".into()) && !reader.paths.iter().any(|p| p.contains("browser")));
    assert_eq!(reader.methods, ["unwrap", "expect"]);
    assert_eq!(reader.texts, ["Đ"]);
}

#[test]
fn nothing_panics_on_data() {
    let mut found = Vec::new();
    for source in sources().iter().filter(|s| !s.is_test()) {
        let read = source.read();
        found.extend(
            read.methods
                .iter()
                .filter(|m| ["unwrap", "expect", "unwrap_unchecked"].contains(&m.as_str()))
                .map(|m| format!("{}: .{m}()", source.name())),
        );
        let wrong = ["panic", "todo", "unimplemented", "unreachable", "dbg", "assert", "assert_eq"];
        found.extend(read.macros.iter().filter(|m| wrong.contains(&m.as_str())).map(|m| format!("{}: {m}!", source.name())));
    }
    assert_eq!(found, [""; 0]);
}

#[test]
fn user_text_lives_in_text_alone() {
    let mut found = Vec::new();
    // Letters and names hold the words that they look for in what people send; nobody is shown them.
    let looks_for = ["campaign/letters", "campaign/names.rs", "text/"];
    for source in sources().iter().filter(|s| !s.is_test() && !looks_for.iter().any(|place| s.name().starts_with(place))) {
        let vietnamese = |text: &&String| text.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
        found.extend(source.read().texts.iter().filter(vietnamese).map(|text| format!("{}: {text}", source.name())));
    }
    assert_eq!(found, [""; 0]);
}

#[test]
fn files_say_what_they_are_and_stay_small() {
    let mut found = Vec::new();
    for source in sources() {
        let lines = source.text.lines().count();
        // A test module may make a file longer than its own story.
        let story = source.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().lines().count();
        if story > LONGEST && !source.is_test() {
            found.push(format!("{} has {lines} lines", source.name()));
        }
        if !source.text.starts_with("//! ") {
            found.push(format!("{} does not say what it is", source.name()));
        }
    }
    assert_eq!(found, [""; 0]);
}

#[test]
fn colours_live_in_the_tokens_alone() {
    let style = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let mut read = 0;
    for entry in fs::read_dir(style).unwrap().flatten() {
        let (name, text) = (entry.file_name(), fs::read_to_string(entry.path()).unwrap());
        read += 1;
        if ["tokens.css", "tokens-page.css", "tokens-contrast.css", "contrast.css", "tokens-led.css", "tokens-print.css"]
            .iter()
            .any(|tokens| name == *tokens)
        {
            continue;
        }
        for line in text.lines() {
            // The paper of a print is no theme's colour.
            let role = line.contains("--paper: #fff");
            let hex = line.match_indices('#').any(|(i, _)| {
                let digits = line[i + 1..].chars().take_while(char::is_ascii_hexdigit).count();
                matches!(digits, 3 | 4 | 6 | 8) && !line[i + 1 + digits..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-')
            });
            assert!(role || !(hex || line.contains("rgb(") || line.contains("hsl(")), "{name:?}: {line}");
        }
    }
    assert!(read >= 4);
}

/// Rooms inside of which the files' knowledge of each other goes one way.
const ONE_WAY: [&str; 1] = ["campaign"];

#[test]
fn no_file_of_a_room_knows_one_that_knows_it() {
    let all = sources();
    for room in ONE_WAY {
        let files: Vec<&Source> = all.iter().filter(|s| !s.is_test() && s.module().first().is_some_and(|first| first == room)).collect();
        let modules: Vec<Vec<String>> = files.iter().map(|source| source.module()).collect();
        let mut known: Vec<(Vec<String>, Vec<Vec<String>>)> = Vec::new();
        for source in &files {
            let own = source.module();
            let mut targets: Vec<Vec<String>> = Vec::new();
            for path in source.read().paths {
                // A parent's own paths to its children need no `self`.
                let to = resolve(&own, &path).unwrap_or_else(|| own.iter().cloned().chain(path.split("::").map(Into::into)).collect());
                let Some(target) = file(&modules, &to).filter(|target| **target != own) else { continue };
                // What a parent passes on (`pub use`) is another child's; what it defines is its own.
                let parent = files.iter().find(|source| own.starts_with(target) && source.module() == *target);
                if parent.is_none_or(|parent| to.get(target.len()).is_some_and(|item| parent.defines(item))) {
                    targets.push(target.clone());
                }
            }
            targets.sort();
            targets.dedup();
            known.push((own, targets));
        }
        // Whoever knows nobody who is left goes; those who remain know each other in a circle.
        while let Some(at) = known.iter().position(|(_, to)| !to.iter().any(|to| known.iter().any(|(left, _)| left == to))) {
            known.remove(at);
        }
        let circle: Vec<String> = known.iter().map(|(own, to)| format!("{} -> {to:?}", own.join("::"))).collect();
        assert_eq!(circle, [""; 0]);
    }
}
