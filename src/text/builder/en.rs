//! The page that makes embeds in English.

use super::{Builder, Device, Field};

pub static EN: Builder = Builder {
    title: "Embed the {app} {0} map in your site",
    heading: "Embed the map and the leaderboard in your site",
    lead: "Choose what to show, look at it, and copy one snippet into the page of your agency, newspaper or school. The figures in the frame keep themselves up to date. \
           The embed sets no cookie, stores nothing on the reader's device and calls no other server.",
    to_choices: "Choose",
    to_codes: "Snippets",
    to_portals: "Portals",
    no_script: "This browser can't run the preview. Press “Open the embed” to see it, and use the address of the page that opens.",

    choices: "Choose what to show",
    show: Field { label: "Parts", help: "They always stand in this order. The source and date of the figures are always at the foot." },
    piece: ["Total", "Map", "Leaderboard", "Comparison and trend", "How to install", "QR code for installing"],
    district: Field { label: "{Unit}", help: "What is selected when the embed opens." },
    whole_province: "Whole {area}",
    measure: "Figures on the map",
    lang: "Language",
    langs: ["Vietnamese", "English"],
    theme: "Theme",
    themes: ["As the reader's device", "Light", "Dark"],
    look: "Appearance",
    accent: Field { label: "Accent colour", help: "Six characters, as in `0b4f8a`. Empty: the site's own." },
    link: Field { label: "{Units} open the full site", help: "Otherwise {a_unit}'s figures appear in the embed itself." },
    width: Field { label: "Width (pixels)", help: "The widest it gets, from 160 to 1200. On narrower screens it shrinks." },
    open: "Open the embed",

    preview: "Preview",
    smaller: "{0} × {1} pixels, shown at {2}%",
    actual: "{0} × {1} pixels, true size",
    ignored: "Could not be used and was left out: {0}",

    codes: "Snippets to paste",
    codes_lead: "Four ways, the same figure, denominator and date in each. If in doubt, take the first.",
    code: [
        Field {
            label: "1. Plain frame",
            help: "Works wherever an iframe is allowed, also where scripts are stripped, as in SharePoint and Liferay. Its ratio is fixed; on phones it is taller, so that all of it fits.",
        },
        Field {
            label: "2. Frame that fits its height",
            help: "A small file makes the frame as tall as its content. Where the portal blocks it, the frame shows as in 1.",
        },
        Field {
            label: "3. An element of its own",
            help: "The shortest and easiest to change, for people who write pages. Where scripts are blocked, readers still see a sentence with the figures of the day it was copied, and a link.",
        },
        Field {
            label: "4. Picture only",
            help: "For newsletters and portals that take nothing else. Always the latest picture; the words with it hold the figures of the day they were copied, so copy them again when new figures are out.",
        },
        Field {
            label: "The frame's address",
            help: "For places that ask for an address alone: Liferay's IFrame widget, Joomla's Wrapper module, other portals' embed parts.",
        },
    ],
    copy: "Copy",
    copied: "Copied.",
    by_hand: "Could not copy. The snippet is selected: press Ctrl+C.",

    which: Field {
        label: "What is your site made with?",
        help: "Once it is chosen, the way to take stands first, and its steps are open below, under How to paste it.",
    },
    any: "Not sure",
    letter: "A newsletter by mail, a Word document",
    portals: "How to paste it",
    portal: [
        Device {
            name: "SharePoint",
            steps: &[
                "Open the page, press Edit, press + and choose the Embed web part.",
                "Paste snippet 1 into the embed code box and republish.",
                "If SharePoint says that the domain is not allowed, ask the administrator to add the embed's domain under Site settings › HTML Field Security.",
            ],
            note: Some("SharePoint takes only an iframe with an https address, so 2 and 3 can't be pasted there."),
        },
        Device {
            name: "Liferay",
            steps: &[
                "Easiest: add the IFrame widget to the page, paste the address under “The frame's address”, and set the height to the number after `height` in snippet 1.",
                "Or in an article: press Source, paste snippet 1, save.",
            ],
            note: Some("If the code is gone after saving, the portal's filter removes iframes: use the IFrame widget, or snippet 4."),
        },
        Device {
            name: "WordPress",
            steps: &["In the post or page, add a Custom HTML block.", "Paste snippet 2, press Preview, then Update."],
            note: Some(
                "Only accounts that may post unfiltered HTML keep an iframe: usually administrators and editors, on networks of sites super administrators alone. Others take snippet 4.",
            ),
        },
        Device {
            name: "Joomla",
            steps: &[
                "Easiest: make a Wrapper module, paste the address under “The frame's address”, and set the height to the number after `height` in snippet 1.",
                "Or in an article: press Toggle editor, paste snippet 1, save at once without turning the editor on again.",
            ],
            note: Some(
                "If the code is gone after saving, ask the administrator to relax the user group's Text Filters in the Global Configuration, or take snippet 4.",
            ),
        },
        Device {
            name: "Other portals, your own pages",
            steps: &[
                "Paste 2 or 3 into the page's source.",
                "A portal that knows oEmbed needs nothing but the address of the site's front page, or of {a_unit}'s page, in the article.",
            ],
            note: None,
        },
    ],
    wordpress_block: Device {
        name: "WordPress",
        steps: &[
            "Easiest, for every account that may write: add an Embed block, paste the address under “The frame's address”, press Embed. It shows total, map and leaderboard.",
            "Or add a Custom HTML block, paste snippet 2, press Preview, then Update.",
        ],
        note: Some(
            "In an HTML block only accounts that may post unfiltered HTML keep an iframe: usually administrators and editors, on networks of sites super administrators alone. Others take the Embed block or snippet 4.",
        ),
    },
    facts: "What administrators ask",
    fact: [
        "With a Content-Security-Policy, 1 needs the embed's domain in `frame-src`; 2 and 3 need it in `script-src` as well.",
        "With a sandbox attribute, use `allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox`. With `allow-scripts` alone, or nothing allowed, all figures still show.",
        "The frame tells the page around it its height, what it shows and what is selected, and reads nothing of that page.",
        "It weighs about 12 KB (Brotli) and is complete from its HTML; what makes it interactive loads when a reader comes near or newer figures are out.",
    ],
};
