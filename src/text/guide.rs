//! The strings of the install guide (native only): what Bluezone is, how to install it, what to do when it does not work. It must
//! not know addresses or the hotline: those are data. Both languages have the same shape, so neither can lack a step or an answer.

use super::{Lang, guide_en::EN, guide_vi::VI, own, worded::texts, words::with_app};
use crate::campaign::Campaign;

/// A term and what is said of it: a permission, a maker's menu, a question.
pub type Pair = (&'static str, &'static str);

texts! {
    /// The guide in one language. `{0}`: a place for [`super::fill`].
    pub struct Guide {
        pub heading: &'static str,
        pub what: &'static str,
        /// What it does not do, and what stays where.
        pub limits: &'static [&'static str],
        pub install_heading: &'static str,
        pub systems: &'static str,
        pub look_alikes: &'static str,
        /// 0 the official address as it is read
        pub install: &'static str,
        /// 0 the official address as it is read
        pub scan: &'static str,
        pub android: Phone,
        pub ios: Phone,
        /// What to do where an in-app browser does not open the store; 0 the official address as it is read
        pub in_app: &'static str,
        /// Why the phone number matters for the figures.
        pub counted: &'static str,
        pub permissions_heading: &'static str,
        pub permissions: &'static [Pair],
        pub checks_heading: &'static str,
        pub checks: &'static [&'static str],
        pub battery: &'static str,
        /// Nobody official has written these paths down: said before them.
        pub battery_note: &'static str,
        pub makers: &'static [Pair],
        pub questions_heading: &'static str,
        pub questions: &'static [Pair],
        /// Ends where the number follows, which is the Ministry's.
        pub hotline: &'static str,
        /// The same before any other number.
        pub other_hotline: &'static str,
    }
}

texts! {
    /// One kind of phone.
    pub struct Phone {
        pub heading: &'static str,
        pub steps: &'static [&'static str],
        pub store: &'static str,
        pub copy: &'static str,
    }
}

pub fn guide(lang: Lang, campaign: &Campaign) -> &'static Guide {
    let plain = match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    };
    with_app(plain, lang, campaign, own::guide)
}
