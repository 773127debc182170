//! The install guide in English. It must not know addresses or the hotline. `\u{a0}` keeps a figure and its unit on one line.

use super::guide::{Guide, Phone};

pub static EN: Guide = Guide {
    heading: "What is {app}?",
    what: "{app} is an app of Vietnam's Ministry of Information and Communications and Ministry of Health. It helps to trace people at \
           risk of COVID-19 quickly. When two phones with {app} come within about 2\u{a0}m, each notes by Bluetooth Low Energy when they \
           met and for how long. {app} compares the meetings of the previous 14\u{a0}days with the known cases, to warn you of a risk.",
    limits: &[
        "Installing it is voluntary.",
        "It does not find infected people by itself.",
        "It neither records nor uses your location (according to its technical paper).",
        "Your contact history stays on your phone and is given to the health authority only if you agree, or are a case or suspected case \
         (according to the Ministry of Information and Communications).",
        "Its source is open under the GPL\u{a0}v3: anyone can read it.",
    ],
    install_heading: "Install {app}",
    systems: "You need Android\u{a0}6.0 or later, or iOS\u{a0}10.3 or later, with Bluetooth Low Energy, and the Internet while installing.",
    look_alikes: "Check the name: “Bluzone”, “Bluezone Ads” and “Bluezone Pool” are other apps.",
    install: "Install from {0}",
    scan: "Scan to open {0}",
    android: Phone {
        heading: "Android phones",
        steps: &[
            "Open Google Play and search for “{app}”. If the name is right, press “Install”.",
            "Open {app}. When asked for location, choose “Allow”, then turn location (GPS) on. The order may differ.",
            "When asked to turn Bluetooth on, agree.",
            "Enter your phone number, then the 6-digit OTP code that comes by text message.",
            "Keep Bluetooth on, also while the screen is off.",
        ],
        store: "Install from Google Play",
        copy: "Copy the Google Play link",
    },
    ios: Phone {
        heading: "iPhone",
        steps: &[
            "Open the App Store and search for “{app}”. If the name is right, press “Get”.",
            "Open {app}. When asked for Bluetooth, agree, then turn Bluetooth on.",
            "When asked for notifications, choose “Allow”.",
            "Enter your phone number, then the 6-digit OTP code that comes by text message.",
            "Keep Bluetooth on, also while the screen is off.",
        ],
        store: "Install from the App Store",
        copy: "Copy the App Store link",
    },
    in_app: "Does the store not open, above all inside Zalo or Facebook? Copy the link into your browser (Chrome, Safari), \
             or open the browser and type {0}.",
    counted: "Entering your phone number is up to you: the app works without, but a phone without a number may not be counted on this site.",
    permissions_heading: "Why does {app} ask for these permissions?",
    permissions: &[
        (
            "Location (Android)",
            "Google requires apps that use Bluetooth Low Energy to ask for it. {app} does not use your location. \
             If you refused, allow it in Settings › Apps › {app} › Permissions.",
        ),
        ("Bluetooth", "So that phones nearby notice each other."),
        ("Notifications", "So that you see {app}'s warnings."),
        ("Phone number, OTP code", "Only phones with a number are counted here. If you would rather not, press “Bỏ qua” (skip)."),
        ("Photos, media and files (some versions on Android)", "Only to write the contact history to the phone's memory."),
    ],
    checks_heading: "Installed? Check that it works:",
    checks: &[
        "Bluetooth is on; on Android, location too.",
        "In Settings, {app} may send notifications.",
        "The phone's battery saving does not stop {app}.",
        "On an iPhone, open {app} from time to time: according to tests in its technical paper, two iPhones that both have their screens off \
         may miss each other.",
    ],
    battery: "Where is the battery saving setting?",
    battery_note: "It is usually found as follows; names differ between models. This is not {app}'s own advice.",
    makers: &[
        ("Samsung", "Settings › Device care › Battery: add {app} to the apps that are not put to sleep."),
        ("Xiaomi", "Settings › Apps › {app}: turn autostart on; set battery saver to no restrictions."),
        ("Oppo", "Settings › Battery: let {app} run in the background."),
        ("Vivo", "Settings › Battery › High background power consumption: turn {app} on."),
        ("Huawei", "Settings › Battery › App launch: manage {app} manually and let it run in the background."),
    ],
    questions_heading: "Questions and answers",
    questions: &[
        ("Must Bluetooth stay on?", "Yes. While it is off, {app} records no contacts."),
        (
            "How much battery and storage?",
            "According to {app}'s official site, about 10%\u{a0}of the battery a day and about 2.5\u{a0}MB of storage a year.",
        ),
        (
            "Does it need the Internet?",
            "Yes to install, to enter the OTP code and to receive data on cases. Contacts are recorded by Bluetooth.",
        ),
        ("It won't install?", "Check the connection, then the Android or iOS version in Settings."),
        ("No OTP code came?", "Press “Bỏ qua” (skip) to go on."),
        ("{app} crashes when opened on an iPhone?", "Update iOS: Settings › General › Software Update."),
        ("Two phones side by side show different counts?", "To save battery, phones scan in turns, so counts may differ."),
        (
            "Alone at home, yet there are contacts?",
            "Each phone's code changes every 15\u{a0}minutes, so one phone nearby may be counted several times.",
        ),
    ],
    hotline: "Questions about the epidemic? Call the Ministry of Health, free of charge, day and night:",
    other_hotline: "Questions about the epidemic? Call:",
};
