//! Caddy 2: directives for a site's block. All rules that fit add up, in this order.

use super::{PRIVATE, Rule, TYPES, type_of};

pub fn file(base: &str, rules: &[Rule]) -> String {
    let start = base.trim_end_matches('/');
    let mut out = format!(
        "# Caddy: in the block of the site, with the folder that {base} lies below as its root:\n\
         #   example.vn {{\n#     root * /path\n#     import /path/of/the/site/deploy/Caddyfile\n#   }}\n\
         route {base}* {{\n"
    );
    let hidden: String = PRIVATE.iter().map(|name| format!(" {base}{name}{}", if name.ends_with('/') { "*" } else { "" })).collect();
    out.push_str(&format!("\t@private path{hidden}\n\terror @private 404\n"));
    for (n, rule) in rules.iter().enumerate() {
        let lines: String = rule.headers.iter().map(|(name, value)| format!("\t\t{name} \"{value}\"\n")).collect();
        out.push_str(&format!("\t@rule{n} path {start}{}\n\theader @rule{n} {{\n{lines}\t}}\n", rule.pattern));
    }
    for ending in TYPES {
        out.push_str(&format!("\t@{ending} path *.{ending}\n\theader @{ending} Content-Type \"{}\"\n", type_of(ending)));
    }
    let missing: String = rules
        .iter()
        .filter(|rule| super::holds(rule.pattern, "/404.html"))
        .flat_map(|rule| &rule.headers)
        .map(|(name, value)| format!("\t\t{name} \"{value}\"\n"))
        .collect();
    out.push_str(&format!(
        "\theader ?Cache-Control no-cache\n\theader {{\n\t\tVary Accept-Encoding\n\t\tdefer\n\t}}\n\tfile_server {{\n\t\tprecompressed br gzip\n\t}}\n}}\n\
         handle_errors {{\n\theader {{\n{missing}\t\tCache-Control no-cache\n\t\tContent-Type \"{}\"\n\t}}\n\
         \trewrite * {base}404.html\n\tfile_server\n}}\n",
        type_of("html")
    ));
    out
}
