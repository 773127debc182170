//! IIS: `web.config`. It needs the module URL Rewrite 2 (Azure has it), by which copies are sent and headers follow the path.

use super::{FOR_EVER, NO_CACHE, Rule, TYPES, escaped, type_of};
use crate::text::escape_html;

pub fn file(base: &str, rules: &[Rule]) -> String {
    // What is there already would be an error when it is added.
    let one = |ending: &str, media_type: &str| {
        format!("      <remove fileExtension=\".{ending}\" /><mimeMap fileExtension=\".{ending}\" mimeType=\"{media_type}\" />\n")
    };
    let copies = ["br", "gz"].map(|ending| one(ending, "application/octet-stream"));
    let types: String = TYPES.iter().map(|ending| one(ending, type_of(ending))).chain(copies).collect();
    let mut inbound = String::from(
        "        <rule name=\"private\" stopProcessing=\"true\"><match url=\"^(_headers|\\.htaccess|\\.nojekyll|site-manifest\\.json|deploy/.*)$\" /><action type=\"CustomResponse\" statusCode=\"404\" /></rule>\n        <rule name=\"folder\"><match url=\"^(|.+/)$\" /><conditions><add input=\"{REQUEST_FILENAME}\" matchType=\"IsDirectory\" /></conditions><action type=\"Rewrite\" url=\"{R:1}index.html\" /></rule>\n",
    );
    let mut outbound = String::new();
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        inbound.push_str(&format!(
            "        <rule name=\"{encoding}\" stopProcessing=\"true\"><match url=\"^(.+\\.(html|js|css|json|txt|svg|wasm))$\" /><conditions><add input=\"{{HTTP_ACCEPT_ENCODING}}\" pattern=\"\\b{encoding}\\b\" /><add input=\"{{APPL_PHYSICAL_PATH}}{{R:1}}.{ending}\" matchType=\"IsFile\" /></conditions><action type=\"Rewrite\" url=\"{{R:1}}.{ending}\" /></rule>\n"
        ));
        outbound.push_str(&set(&format!("encoding {encoding}"), "Content-Encoding", encoding, &format!("\\.{ending}$"), false));
        for name in TYPES.iter().filter(|name| !["png", "woff2"].contains(name)) {
            outbound.push_str(&set(
                &format!("type {name}.{ending}"),
                "Content-Type",
                type_of(name),
                &format!("\\.{name}\\.{ending}$"),
                false,
            ));
        }
    }
    outbound.push_str(&set("vary", "Vary", "Accept-Encoding", "", false));
    outbound.push_str(&set("no-cache", "Cache-Control", NO_CACHE, "", false));
    for rule in rules {
        let (path, after) = match rule.pattern.strip_suffix('*') {
            Some(start) => (start, ""),
            None => (rule.pattern, r"(\.br|\.gz)?$"),
        };
        let place = format!("^{}{}{after}", escaped(base), escaped(path.trim_start_matches('/')));
        for (name, value) in &rule.headers {
            outbound.push_str(&set(&format!("{name} {}", rule.pattern), name, value, &place, value == FOR_EVER));
        }
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- IIS: needs the module URL Rewrite 2. -->\n<configuration>\n  <system.webServer>\n    <directoryBrowse enabled=\"false\" />\n    \
         <urlCompression doStaticCompression=\"false\" doDynamicCompression=\"false\" />\n    <defaultDocument><files><clear /><add value=\"index.html\" /></files></defaultDocument>\n    \
         <httpErrors errorMode=\"Custom\"><remove statusCode=\"404\" /><error statusCode=\"404\" path=\"404.html\" responseMode=\"File\" /></httpErrors>\n    \
         <staticContent>\n{types}    </staticContent>\n    \
         <rewrite>\n      <rules>\n{inbound}      </rules>\n      <outboundRules>\n{outbound}      </outboundRules>\n    </rewrite>\n  </system.webServer>\n</configuration>\n"
    )
}

/// Sets a header of answers whose address fits; where asked, of successful ones alone.
fn set(rule: &str, name: &str, value: &str, place: &str, successful: bool) -> String {
    let status = if successful { "<add input=\"{RESPONSE_STATUS}\" pattern=\"^(200|206|304)\" />" } else { "" };
    let input = if place.contains("(html") || place.ends_with("$") && place.starts_with("\\.") { "{URL}" } else { "{REQUEST_URI}" };
    format!(
        "        <rule name=\"{}\"><match serverVariable=\"RESPONSE_{}\" pattern=\".*\" /><conditions><add input=\"{input}\" pattern=\"{}\" />{status}</conditions><action type=\"Rewrite\" value=\"{}\" /></rule>\n",
        escape_html(rule),
        name.replace('-', "_"),
        escape_html(place),
        escape_html(value)
    )
}
