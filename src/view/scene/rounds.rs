//! Where scenes are many: how they are spread over rounds, so that none is longer than anyone can be asked to wait, every district has its turn in
//! one of them, and the call to install comes again and again. It must not know how long a scene stands.

use super::Slide;

/// No round is longer: eight minutes, at the usual eight seconds a scene.
pub const MOST_SCENES: usize = 60;
/// Between two calls to install no more scenes than these: three minutes. The longest round of eight districts, on a message board, is as long.
const UNCALLED: usize = 22;

/// The rounds that show everything in turn; one where that is not too much. What a round is about stands in each of them: headline, the first page
/// of map and leaderboard, the call to install. Their further pages and the districts are spread evenly.
pub fn rounds(slides: &[Slide]) -> Vec<Vec<Slide>> {
    let spread = |count: usize| -> Vec<Vec<Slide>> { (0..count).map(|at| with_calls(&part(slides, at, count))).collect() };
    let mut all = spread(slides.len().div_ceil(MOST_SCENES).max(1));
    // What stands in each of them takes room from the rest.
    while all.iter().any(|round| round.len() > MOST_SCENES) && all.len() < slides.len() {
        all = spread(all.len() + 1);
    }
    all
}

/// What takes turns with others of its kind, by a number for each kind.
fn kind(slide: &Slide) -> Option<usize> {
    match (slide, slide.page().0) {
        (Slide::Board { first: 1.. }, _) => Some(0),
        (Slide::More { .. }, Slide::Map) => Some(1),
        (_, Slide::District { .. }) => Some(2),
        _ => None,
    }
}

/// A district has all its pages in one round; any other page stands by itself.
fn is_one(one: &Slide, next: &Slide) -> bool {
    one.page().0 == next.page().0 && *one.page().0 != Slide::Map
}

/// One of so many parts: of what takes turns a share, and all of the rest.
fn part(slides: &[Slide], at: usize, count: usize) -> Vec<Slide> {
    // The groups of each kind: all of them, and those before.
    let (mut all, mut seen) = ([0; 3], [0; 3]);
    for group in slides.chunk_by(is_one) {
        if let Some(kind) = group.first().and_then(kind) {
            all[kind] += 1;
        }
    }
    let mut out = Vec::new();
    for group in slides.chunk_by(is_one) {
        if let Some(kind) = group.first().and_then(kind) {
            seen[kind] += 1;
            if (seen[kind] - 1) * count / all[kind] != at {
                continue;
            }
        }
        out.extend_from_slice(group);
    }
    out
}

/// With the call to install between, wherever a round would go on for too long without it; none where nobody asked for it.
fn with_calls(slides: &[Slide]) -> Vec<Slide> {
    let of = |kind: Slide| slides.iter().filter(move |slide| *slide.page().0 == kind).cloned().collect::<Vec<_>>();
    let call = Some(of(Slide::Qr)).filter(|call| !call.is_empty()).unwrap_or_else(|| of(Slide::Message));
    let others = slides.len() - call.len();
    // Evenly, so that the last one does not stand close before the call at the end.
    let most = others.div_ceil(others.div_ceil(UNCALLED).max(1));
    let mut out = Vec::new();
    let mut since = 0;
    for group in slides.chunk_by(is_one) {
        let is_call = group.first() == call.first();
        if since > 0 && since + group.len() > most && !is_call {
            out.extend(call.iter().cloned());
            since = 0;
        }
        out.extend_from_slice(group);
        since = if is_call { 0 } else { since + group.len() };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a screen shows of so many districts, each of so many pages, and of so many pages of the leaderboard and the map.
    fn program(districts: usize, pages: usize, board: usize, map: usize) -> Vec<Slide> {
        let districts = (0..districts).flat_map(|code| Slide::District { code: code.to_string() }.pages(pages));
        let board = (0..board).map(|page| Slide::Board { first: page * 12 });
        [Slide::Headline].into_iter().chain(Slide::Map.pages(map)).chain(board).chain(districts).chain([Slide::Qr]).collect()
    }

    /// The longest stretch of scenes without a call to install, over rounds that follow each other again and again.
    fn longest_without_call(rounds: &[Vec<Slide>]) -> usize {
        let twice = rounds.concat().into_iter().chain(rounds.concat());
        let (mut longest, mut since) = (0, 0);
        for slide in twice {
            since = if *slide.page().0 == Slide::Qr { 0 } else { since + 1 };
            longest = longest.max(since);
        }
        longest
    }

    #[test]
    fn few_scenes_are_one_round_as_they_are() {
        let few = program(8, 1, 1, 1);
        assert_eq!(rounds(&few), std::slice::from_ref(&few));
        assert_eq!(rounds(&[]), [[]]);
    }

    #[test]
    fn a_round_of_many_has_a_bound_and_keeps_what_matters() {
        for (districts, pages, board, map) in
            [(22, 1, 2, 1), (30, 1, 3, 2), (30, 3, 10, 0), (150, 1, 13, 5), (692, 1, 58, 20), (692, 2, 231, 0)]
        {
            let all = program(districts, pages, board, map);
            let rounds = rounds(&all);
            for round in &rounds {
                assert!(round.len() <= MOST_SCENES, "{districts}: {}", round.len());
                assert!(
                    [Slide::Headline, Slide::Board { first: 0 }, Slide::Qr].iter().all(|slide| round.contains(slide)),
                    "{districts}: {round:?}"
                );
                assert_eq!((&round[0], &round[round.len() - 1]), (&Slide::Headline, &Slide::Qr));
                // Some of each kind: nobody waits for the districts until the leaderboard is through.
                assert!(round.iter().any(|slide| matches!(slide, Slide::District { .. })), "{districts}: {round:?}");
            }
            assert!(longest_without_call(&rounds) <= UNCALLED + pages, "{districts}: {}", longest_without_call(&rounds));
            // Each of them has its turn, once, in its order and with all its pages beside each other.
            let is_turn = |slide: &&Slide| kind(slide).is_some();
            let shown: Vec<Slide> = rounds.concat().iter().filter(is_turn).filter(|slide| kind(slide) == Some(2)).cloned().collect();
            let expected: Vec<Slide> = all.iter().filter(|slide| kind(slide) == Some(2)).cloned().collect();
            assert_eq!(shown, expected);
            let count = |slides: &[Slide]| slides.iter().filter(is_turn).count();
            assert_eq!(count(&rounds.concat()), count(&all));
        }
    }

    #[test]
    fn rounds_are_about_as_long_as_each_other() {
        let lengths: Vec<usize> = rounds(&program(150, 1, 13, 5)).iter().map(Vec::len).collect();
        let (least, most) = (lengths.iter().min().unwrap(), lengths.iter().max().unwrap());
        assert!(lengths.len() <= 5 && most - least <= 4, "{lengths:?}");
    }

    #[test]
    fn who_asked_for_no_call_gets_none() {
        let districts: Vec<Slide> = program(100, 1, 3, 1).into_iter().filter(|slide| *slide != Slide::Qr).collect();
        let rounds = rounds(&districts);
        assert!(rounds.len() == 2 && rounds.iter().flatten().all(|slide| !matches!(slide, Slide::Qr | Slide::Message)));
        // The words alone call, too.
        let words: Vec<Slide> = districts.into_iter().chain([Slide::Message]).collect();
        assert!(super::rounds(&words)[0].iter().filter(|slide| **slide == Slide::Message).count() > 2);
    }
}
