//! Makes the files of a set: pictures, animations, films. It must not write them into the folder.

use super::{
    Films,
    args::{Args, Only},
    film::{self, Film},
    folder::{self, Entry, Sized},
    place::Set,
};
use crate::{
    site::slides::{
        animation,
        draw::Drawn,
        h264::{Form, level_name},
        names,
        size::ScreenSize,
    },
    text::{Lang, fill, slides as words},
    tool::{
        common::{Common, Format},
        files::Failure,
    },
};

/// Adds pictures and animations to a set whose files bear this name. What they were made from for the animation is used up.
pub fn pictures<'a>(
    args: &Args,
    name: &str,
    sizes: &'a [ScreenSize],
    drawn: &mut [Vec<Drawn>],
    set: &mut Set,
) -> Result<Vec<Sized<'a>>, Failure> {
    let mut all = Vec::new();
    for (size, slides) in sizes.iter().zip(drawn) {
        let stem = format!("{}/{}", size.name, names::sized(name, [size.width, size.height]));
        let mut files = Vec::new();
        let mut add = |path: String, bytes: Vec<u8>| {
            files.push(Entry::new(&path, &bytes));
            set.insert(path, bytes);
        };
        if args.wants(Only::Png) {
            slides.iter().for_each(|slide| add(format!("{stem}-{}.png", slide.name), slide.png.clone()));
        }
        if args.wants(Only::Gif) && !slides.is_empty() {
            let path = format!("{stem}.gif");
            let prepared = slides.iter_mut().filter_map(|slide| slide.prepared.take()).collect();
            let bytes = animation::animation(size, args.dwell, prepared);
            let bytes = bytes.map_err(|error| Failure::writing(&args.out.join(&path), &std::io::Error::other(error)))?;
            add(path, bytes);
        }
        all.push(Sized { name: &size.name, width: size.width, height: size.height, slides: slides.len(), left_out: Vec::new(), files });
    }
    Ok(all)
}

/// Adds a film to every size. A film that can't be made leaves everything else as it is.
pub fn films(common: &Common, args: &Args, name: &str, drawn: &[Vec<Drawn>], made: &mut [Sized], set: &mut Set) -> Films {
    if !args.wants(Only::Mp4) {
        return Films::NotAsked;
    }
    let said = words::slides(common.language());
    let mut films = Films::Made;
    for (made, slides) in made.iter_mut().zip(drawn).filter(|(_, slides)| !slides.is_empty()) {
        if common.format == Format::Text {
            print_error!("{}", fill(said.filming, &[made.name]));
        }
        let size = [made.width, made.height];
        let form = Form::of(size, args.profile(), args.audio);
        let pngs: Vec<&[u8]> = slides.iter().map(|slide| slide.png.as_slice()).collect();
        match film::film(&pngs, &form, args.dwell, args.theme) {
            Film::Made(bytes) => {
                notes(common.language(), made.name, size, &form).iter().for_each(|note| print_error!("{note}"));
                let path = format!("{}/{}.mp4", made.name, names::sized(name, form.size));
                made.files.push(Entry { film: Some(folder::Film::new(&form, size)), ..Entry::new(&path, &bytes) });
                set.insert(path, bytes);
            }
            Film::NoFfmpeg => {
                print_error!("{}", said.no_ffmpeg);
                return Films::NoFfmpeg;
            }
            Film::Failed(reason) => {
                print_error!("{}", fill(said.film_failed, &[made.name, &reason]));
                films = Films::Failed;
            }
        }
    }
    films
}

/// What a player may stumble over.
fn notes(lang: Lang, name: &str, slides: [u32; 2], form: &Form) -> Vec<String> {
    let said = words::slides(lang);
    let mut notes = Vec::new();
    if form.size != slides {
        let [width, height] = form.size;
        notes.push(fill(said.odd, &[name, &format!("{width} x {height}")]));
    }
    let (usual, screen) = form.profile.usual();
    if form.level.tenfold > usual {
        notes.push(fill(said.level, &[name, &form.level.name(), &level_name(usual), screen]));
    }
    notes
}
