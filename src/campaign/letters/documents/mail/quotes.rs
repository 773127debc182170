//! Tells in the text of a mail what is its own, what is an older mail below it, and what a mail program wrote.

use super::super::part::{Content, Line, Part, Role};

/// Parts the text into what is the mail's own and what is not. A table below the beginning of an older mail belongs to that mail.
pub fn mark(parts: Vec<Part>) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    let mut state = State::Own { begun: false };
    for mut part in parts {
        let Content::Text(lines) = &mut part.content else {
            if part.role == Role::Body {
                part.role = state.role();
                state = state.after_text();
            }
            out.push(part);
            continue;
        };
        if part.role != Role::Body {
            out.push(part);
            continue;
        }
        let lines = std::mem::take(lines);
        let roles: Vec<Role> = (0..lines.len()).map(|at| state.next(lines.get(at..).unwrap_or_default())).collect();
        let mut pieces: Vec<(Role, Vec<Line>)> = Vec::new();
        for (line, role) in lines.into_iter().zip(roles) {
            match pieces.last_mut() {
                // An empty line belongs to what it follows.
                Some((last, piece)) if *last == role || line.text.trim().is_empty() => piece.push(line),
                _ => pieces.push((role, vec![line])),
            }
        }
        out.extend(pieces.into_iter().map(|(role, lines)| Part { role, content: Content::Text(lines), ..part.clone() }));
    }
    out
}

#[derive(Clone, Copy)]
enum State {
    /// The mail's own text; whether anything of it was read already.
    Own {
        begun: bool,
    },
    /// The fields above a mail; whether what follows them is its own or an older one.
    Fields {
        own: bool,
    },
    Older,
}

impl State {
    fn role(self) -> Role {
        match self {
            State::Older | State::Fields { own: false } => Role::Quoted,
            _ => Role::Body,
        }
    }

    /// The state after text or a table of the mail.
    fn after_text(self) -> Self {
        match self {
            State::Older | State::Fields { own: false } => State::Older,
            _ => State::Own { begun: true },
        }
    }

    /// The role of the first of these lines; the others are those after it.
    fn next(&mut self, lines: &[Line]) -> Role {
        let text = |at: usize| lines.get(at).map(|line| line.text.trim()).unwrap_or_default();
        let line = text(0);
        if let State::Fields { own } = *self {
            match (line.is_empty(), field(line)) {
                (false, Some(Field::Subject)) if own => return Role::Subject,
                (false, Some(_)) => return if own { Role::MailStamp } else { Role::Quoted },
                _ => *self = if own { State::Own { begun: false } } else { State::Older },
            }
        }
        if matches!(self, State::Older) || line.starts_with('>') {
            return Role::Quoted;
        }
        let lower = line.to_lowercase();
        // A long line of a program may be wrapped once.
        if announces_older(&lower) || (begins_announcement(&lower) && ends_announcement(&text(1).to_lowercase())) {
            *self = State::Older;
            return Role::Quoted;
        }
        if announces_forwarded(&lower) {
            *self = State::Fields { own: true };
            return Role::MailStamp;
        }
        let follows = (1..=3).any(|at| field(text(at)) == Some(Field::Sent));
        if field(line) == Some(Field::From) && follows {
            // Above a letter the fields are its own, below one an older mail's.
            let own = matches!(self, State::Own { begun: false });
            *self = State::Fields { own };
            return if own { Role::MailStamp } else { Role::Quoted };
        }
        if !line.is_empty() {
            *self = State::Own { begun: true };
        }
        Role::Body
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Field {
    From,
    Sent,
    Subject,
    Other,
}

/// The field of a mail's head that a line is.
fn field(line: &str) -> Option<Field> {
    let (name, value) = line.trim_start_matches(['*', '>', ' ']).split_once(':')?;
    let name = name.trim_end_matches('*').trim().to_lowercase();
    match name.as_str() {
        "from" | "từ" | "người gửi" => Some(Field::From),
        "sent" | "date" | "đã gửi" | "gửi" | "ngày" | "ngày gửi" | "vào lúc" | "gửi lúc" => Some(Field::Sent),
        "subject" | "chủ đề" | "tiêu đề" => Some(Field::Subject),
        "cc" | "bcc" | "reply-to" | "importance" | "attachments" | "đính kèm" | "người nhận" => Some(Field::Other),
        // "Đến: 8 giờ ngày …" is a moment.
        "to" | "tới" | "đến" if value.contains('@') || !value.contains(|c: char| c.is_ascii_digit()) => Some(Field::Other),
        _ => None,
    }
}

/// Lines are given in small letters here and below.
fn announces_older(lower: &str) -> bool {
    let ruled = lower.starts_with("--") || lower.starts_with("__");
    (ruled && ["original message", "tin nhắn gốc", "thư gốc", "thông điệp gốc", "thư ban đầu"].iter().any(|words| lower.contains(words)))
        || (begins_announcement(lower) && ends_announcement(lower))
}

fn begins_announcement(lower: &str) -> bool {
    ["vào ", "on ", "lúc ", "ngày "].iter().any(|word| lower.starts_with(word)) && lower.contains(|c: char| c.is_ascii_digit())
}

fn ends_announcement(lower: &str) -> bool {
    let lower = lower.trim_end();
    ["đã viết:", "wrote:", "đã viết", "viết:"].iter().any(|words| lower.ends_with(words))
}

fn announces_forwarded(lower: &str) -> bool {
    let words = ["forwarded message", "tin nhắn chuyển tiếp", "thư chuyển tiếp", "thư được chuyển tiếp", "tin nhắn được chuyển tiếp"];
    (lower.starts_with("--") && words.iter().any(|words| lower.contains(words))) || lower == "begin forwarded message:"
}
