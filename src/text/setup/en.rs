//! The page for operators in English.

use super::{Device, Field, Setup};

pub static EN: Setup = Setup {
    title: "{app} {0} on public screens",
    heading: "{app} on public screens",
    lead: "For those who run LED boards, advertising displays or televisions in public places. Choose what is shown, then give the address to the player, \
           or download PNG pictures for a controller without a browser.",
    sections: "Sections of this page",
    to_choices: "Choose",
    to_devices: "Instructions by player",
    screen: "Sample screen",
    no_script: "This browser cannot run the preview or make the PNG pictures. You can still choose in the form and press “Open the screen”; \
                the address of the page that opens is the one for the player.",

    choices: "Choose what is shown",
    size: Field {
        label: "Size of the screen",
        help: "For the preview and the PNG pictures only; when shown, the page fits the screen by itself. For an LED board this is the number of dots across \
               and down, as the control software states it.",
    },
    preset: "Common sizes",
    presets: ["Full HD", "HD", "4K", "Portrait", "Square", "Strip"],
    board: "LED board {0}",
    other_size: "Another size",
    width: "Width (pixels)",
    height: "Height (pixels)",
    scenes: Field {
        label: "Scenes",
        help: "A scene that the screen cannot show legibly is left out by itself. If none is chosen, the first five are shown.",
    },
    scene: ["{Things} in {whole}", "Map", "Leaderboard", "Each {unit}", "QR code to install", "Call to install"],
    lang: Field { label: "Language", help: "" },
    langs: ["Vietnamese", "English", "Both, taking turns round by round"],
    theme: "Background",
    themes: ["Dark: saves power, does not dazzle", "Light: for screens in the sun"],
    times: "Times",
    dwell: Field { label: "How long a picture stands (seconds)", help: "From 3 to 600. Passers-by need 8 seconds or more to read it." },
    refresh: Field { label: "How often to look for new figures (seconds)", help: "From 30 to 86400 (a day)." },
    nights: "At night",
    night: Field {
        label: "Hours of a darker picture",
        help: "First hour, hyphen, last hour, by the player's own clock. Example: 21-5. Leave it empty if not needed.",
    },
    dim: Field { label: "How much darker (%)", help: "0 changes nothing, 100 is almost off." },
    more: "More",
    stamp: Field {
        label: "Name of the screen",
        help: "Up to 16 characters: plain letters, digits, - _ and the full stop. It stands on every picture with the date of the figures, so that a \
               photograph tells which screen showed which figures.",
    },
    box_size: "Where the board is a corner of a larger signal, add `&size=384x192` to the address (width x height in pixels): the picture stands at the top left, \
               and all around it is dark. Upside down: `&rotate=180`. A wider margin: `&margin=5`.",
    rotate: [
        Field { label: "Turn to the right by 90 degrees", help: "For screens that stand upright." },
        Field { label: "Turn to the left by 90 degrees", help: "For screens that stand upright." },
    ],
    margin: Field { label: "Leave a margin of 3%", help: "For screens that hide their edges." },
    zone: Field { label: "Nights by the player's clock", help: "Usually by the time of Vietnam, whatever zone the player is set to." },
    sync: Field {
        label: "Always begin with the first scene",
        help: "Usually the clock says which scene stands, so that screens side by side agree and short slots come to every scene in time.",
    },
    shift: Field { label: "Move the picture a few pixels at each change", help: "Against burn-in on LCD and OLED." },
    motion: Field { label: "Change at once, without fading", help: "For weak players." },
    ticker: Field { label: "Running text", help: "On low LED boards of one line alone." },
    reset: Field {
        label: "Forget all that is kept on the player",
        help: "Figures and copies of the page are fetched anew. Open it once, then take the tick away.",
    },
    setup: Field {
        label: "Show the facts of the installation",
        help: "Pixels, browser, release, date of the figures, and a QR code of this very address. Switch it off before the public sees the screen.",
    },
    open_form: "Open the screen",

    preview: "Preview",
    smaller: "{0} × {1} pixels, reduced to {2}%",
    larger: "{0} × {1} pixels, enlarged {2} times",
    actual: "{0} × {1} pixels, actual size",
    address: Field {
        label: "Address for the player",
        help: "It carries every choice made above. The player only has to open it; nothing is installed.",
    },
    copy: "Copy the address",
    copied: "The address has been copied.",
    by_hand: "The browser does not allow copying. The address is selected: press Ctrl+C, or press and hold, then choose Copy.",
    open: "Open the address in a new tab",
    ignored: "Not usable yet, left out: {0}",
    pictures: Field {
        label: "PNG pictures",
        help: "For controllers without a browser: one picture a scene, in exactly the pixels of the chosen size. Pictures do not update themselves; when \
               figures are new, make them again and replace all old ones.",
    },
    make: "Make PNG pictures",
    making: "Making picture {0} of {1}…",
    made: "{0} pictures are ready, each of {1} × {2} pixels. Press a picture to download it.",
    not_made: "This browser cannot make the pictures. Use another one, or ask those who run this site for a set of pictures.",

    devices: "Instructions by player",
    devices_lead: "Menu names vary a little between models. “A round” is the number of pictures times the seconds of each; where pictures are many, a round has at most {0}, and the next round goes on with the other {units}.",
    device: &[
        Device {
            name: "Computers, Android boxes, players with a browser",
            steps: &[
                "Open the address in a browser that fills the screen. With Chrome or Chromium on a computer: `chromium --kiosk \"ADDRESS\"`.",
                "Set the player's resolution to exactly that of the screen, at a scale of 100%.",
                "Switch off sleep and screen savers; let the browser start with the machine.",
            ],
            note: None,
        },
        Device {
            name: "Anthias (formerly Screenly OSE)",
            steps: &[
                "Open Anthias' management page; its address is on the screen when the player starts.",
                "Press “Add Asset”, choose “URL”, paste the address and save.",
                "Edit the new asset: set “Duration” to a round (in seconds) and an end date far enough ahead, then switch the asset on.",
            ],
            note: None,
        },
        Device {
            name: "Xibo",
            steps: &[
                "In the CMS, create a Layout with the screen's resolution.",
                "Add a “Webpage” widget that fills the Layout, paste the address, choose “Open Natively”.",
                "Set “Duration” to a round (in seconds).",
                "Publish the Layout and schedule it for the screen.",
            ],
            note: Some("Xibo does not store web pages: the player itself must be able to reach the address."),
        },
        Device {
            name: "Yodeck",
            steps: &[
                "Add content of the kind “Web Page” and paste the address.",
                "Put it into a playlist, a round long, and assign that to the screen.",
                "Press “Push to Players”.",
            ],
            note: None,
        },
        Device {
            name: "LG webOS Signage",
            steps: &[
                "In the screen's settings open “Play via URL”, switch it on, enter the address and save.",
                "Models without it: open “SI Server Setting”, switch on “Fully Qualified Domain Name”, enter the address and let the SI app run remotely (“Remote”).",
                "Check the screen's date and time, then restart it.",
            ],
            note: None,
        },
        Device {
            name: "Samsung Signage (SSSP, Tizen)",
            steps: &[
                "Go to “Menu › System › Play via” and choose “URL Launcher”.",
                "Press Home, open “URL Launcher Settings”, choose “Install Web App”, enter the address and choose “Done”.",
                "Check the screen's date and time, then restart it.",
            ],
            note: Some("Newer models call it “Custom App”. Some take packaged apps only; connect such a screen to a separate player."),
        },
        Device {
            name: "Players with a browser but no network (USB)",
            steps: &[
                "Those who run this site make one file that holds everything: `bluezone-map led --single-file bluezone.html`.",
                "Copy it to a USB stick and open it in the player's browser. Choices follow a question mark as in the address above: `bluezone.html?dwell=12`.",
                "When figures are new, make the file again and replace the old one.",
            ],
            note: None,
        },
        Device {
            name: "Controllers without a browser (NovaStar, Huidu, Linsn…)",
            steps: &[
                "Press “Make PNG pictures” above. If GIF or MP4 are needed, those who run this site use `bluezone-map slides --preset p10-192x96 --out DIR`, \
                 or `--size 200x100` for another size.",
                "In the control software (ViPlex Express, HDPlayer, LEDStudio…) create a programme with exactly the screen's pixels and a picture area that fills it.",
                "Add the pictures in the order of the numbers in their names. Keep them at 1:1: switch off scale, fit and stretch.",
                "Set 8 seconds a picture, no effects, endless repeat; send it to the controller or export it to USB.",
                "When figures are new, delete all old pictures before copying the new ones; never show two sets mixed.",
            ],
            note: None,
        },
    ],
    checks: "Installing and running",
    check: &[
        (
            "A new screen",
            "Add `&setup=1` to the end of the address (`?setup=1` if it has no question mark yet): the screen shows its real pixels, the date of the figures and \
             whatever in the address could not be used. Remove it afterwards.",
        ),
        (
            "Proof by photograph",
            "Add `&stamp=NAME`: the screen's name, the release and the date of the figures stand on every picture, legible in any photograph.",
        ),
        (
            "Brightness at night",
            "First schedule a lower brightness in the screen's own controller. “Hours of a darker picture” darkens the picture further, for screens that cannot be adjusted.",
        ),
        (
            "QR code",
            "Stand where the viewers stand and scan it with a phone. If that fails, lower the brightness or let pictures stand longer.",
        ),
        ("Clock", "The player's date and time must be right: by them the screen knows whether figures are old, and when the night begins."),
        (
            "When the network is lost",
            "The screen goes on showing the last figures, always with their date, and updates itself when the network is back; nothing has to be pressed. Figures past \
             the limits set by {whole} are marked as old, then not shown any more; the call to install remains. A player that has opened the page once over https \
             can also restart without a network.",
        ),
        (
            "An old player",
            "A browser that cannot run the live screen shows pictures drawn beforehand, those of the nearest size. Scenes, dwell, background, the screen's name, place, turning, \
             margin and darker hours still follow the address; a second language, running text, the shift and the fade do not. For English open `/led/en/`.",
        ),
    ],
};
