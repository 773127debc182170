//! The table of headers and the files for hosts.

use super::*;

fn value(path: &str, name: &str) -> &'static str {
    of(path).into_iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
}

#[test]
fn frames_by_anyone_for_embeds_alone() {
    for open in ["/embed/", "/embed/cu-jut/", "/embed/en/rate/", "/embed/map.png", "/led/", "/led/en/"] {
        assert_eq!(value(open, "Content-Security-Policy"), "", "{open}");
    }
    let closed = ["/", "/index.html", "/en/", "/en/huyen/cu-jut/", "/huyen/cu-jut/", "/led/setup/", "/led/en/setup/", "/404.html"];
    for closed in closed.into_iter().chain(["/embed/builder/", "/embed/en/builder/"]) {
        assert_eq!(value(closed, "Content-Security-Policy"), "frame-ancestors 'self'", "{closed}");
    }
    assert_eq!(value("/data/campaign.json", "Access-Control-Allow-Origin"), "*");
    assert_eq!(value("/", "Access-Control-Allow-Origin"), "");
    for shared in
        ["/embed/", "/embed/map.png", "/embed.js", "/data/map.json", "/fonts/a.woff2", "/bluezone-embed-1.js", "/embed/frame-1.js"]
    {
        assert_eq!(value(shared, "Cross-Origin-Resource-Policy"), "cross-origin", "{shared}");
    }
}

#[test]
fn no_path_gets_a_header_twice_and_no_pattern_two_stars() {
    let paths = ["/", "/embed/", "/embed/builder/", "/bluezone-embed-x.js", "/embed/frame-1.js", "/data/map.json", "/led/sw.js", "/led/"];
    for path in paths.into_iter().chain(["/led/setup/", "/404.html", "/en/", "/embed.js", "/x"]) {
        let mut names: Vec<&str> = of(path).into_iter().map(|(name, _)| name).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{path}: {names:?}");
    }
    assert!(RULES.iter().all(|(pattern, _)| !pattern.trim_end_matches('*').contains('*')));
}

#[test]
fn the_file_that_is_read_back_says_what_the_table_says() {
    let mut policies = Policies::default();
    policies.add(Kind::Screen, "");
    for base in ["/", "/bluezone/"] {
        let files = files(base, &Policies::default());
        let (_, file) = &files[0];
        for path in
            ["/", "/embed/", "/embed/builder/", "/bluezone-embed-x.js", "/embed/frame-1.js", "/data/map.json", "/led/en/setup/", "/x"]
        {
            let mut stated = stated(file, base, path);
            let mut known: Vec<_> = of(path).into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            stated.sort();
            known.sort();
            assert_eq!(stated, known, "{base} {path}");
        }
    }
}

#[test]
fn a_servers_first_fitting_class_is_all_that_the_table_adds_up() {
    let classes = classes(&Policies::default());
    for path in
        ["/", "/x", "/index.html", "/embed/", "/embed/frame-1.js", "/embed/builder/", "/led/en/setup/", "/led/en/", "/bluezone-1.js"]
    {
        let fits = |class: &&Class| match class.exact {
            true => path.trim_start_matches('/') == class.path,
            false => path.trim_start_matches('/').starts_with(class.path),
        };
        let mut found = classes.iter().find(fits).unwrap().headers.clone();
        found.retain(|(name, value)| *name != "Cache-Control" || value != NO_CACHE);
        let mut known: Vec<_> = of(path).into_iter().map(|(name, value)| (name, value.to_owned())).collect();
        found.sort();
        known.sort();
        assert_eq!(found, known, "{path}");
    }
}

#[test]
fn what_iis_reads_is_well_formed_and_has_no_rule_twice() {
    let files = files("/bluezone/", &Policies::default());
    let (_, text) = files.iter().find(|(path, _)| *path == "web.config").unwrap();
    let mut reader = quick_xml::Reader::from_str(text);
    let mut names = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Start(tag) if tag.name().as_ref() == "rule" => {
                names.push(tag.try_get_attribute("name").unwrap().unwrap().value.into_owned());
            }
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    let count = names.len();
    names.sort();
    names.dedup();
    assert!(count > 20 && names.len() == count, "IIS refuses a file with one name for two rules");
}

/// `UPDATE=1 cargo test --lib site::headers` writes it anew.
#[test]
fn the_copy_in_the_repository_is_as_render_makes_it() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    // Without hashes of scripts: those are of each build.
    for (path, text) in files("/", &Policies::default()).into_iter().filter(|(path, _)| *path != ".nojekyll") {
        let file = folder.join("deploy").join(path.trim_start_matches("deploy/"));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::create_dir_all(folder.join("deploy")).unwrap();
            std::fs::write(&file, &text).unwrap();
        }
        let known = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(known == text, "{} is not what render makes: UPDATE=1 cargo test --lib site::headers", file.display());
    }
}
