//! The English of news pages: the words and openings of lines by which menus, prompts, credits and captions are known.
//!
//! All in lower case with straight apostrophes, punctuation at the ends of words left out. Words here are those of
//! many outlets; an outlet's own slogan has no place here. The tables keep their own layout, many words a line.

/// A line made of these words alone is a menu, a row of buttons or a heading of the page.
#[rustfmt::skip]
pub(super) const PAGE_WORDS: &[&str] = &[
    "about", "accessibility", "account", "ad", "advert", "advertisement", "advertising", "all", "and",
    "article", "articles", "audio", "back", "breaking", "business", "close", "comment", "comments", "contact",
    "content", "cookie", "cookies", "copy", "culture", "digital", "e-mail", "edition", "email", "facebook",
    "faq", "follow", "gallery", "health", "help", "home", "homepage", "in", "instagram", "issue", "join",
    "latest", "lifestyle", "link", "linkedin", "links", "listen", "live", "load", "local", "log", "login",
    "main", "menu", "messenger", "more", "most", "my", "navigation", "news", "newsletter", "newsletters",
    "next", "now", "on", "open", "opinion", "our", "page", "pause", "photos", "pinterest", "play", "podcasts",
    "policy", "politics", "popular", "post", "previous", "print", "privacy", "read", "reddit", "register",
    "related", "save", "science", "search", "see", "settings", "share", "show", "sign", "sitemap", "skip",
    "sport", "sports", "stories", "story", "subscribe", "tech", "technology", "telegram", "terms", "the",
    "this", "threads", "to", "top", "topics", "trending", "tweet", "twitter", "uk", "up", "us", "use", "via",
    "video", "videos", "view", "watch", "weather", "whatsapp", "world", "x", "your", "youtube",
];

/// Words that may stand in a line of publication beside numbers and the names of months.
#[rustfmt::skip]
pub(super) const TIME_WORDS: &[&str] = &[
    "a", "a.m", "ago", "am", "an", "at", "bst", "cet", "created", "date", "day", "days", "edt", "est", "et",
    "first", "fri", "friday", "gmt", "hour", "hours", "hr", "hrs", "ist", "just", "last", "min", "mins",
    "minute", "minutes", "modified", "mon", "monday", "month", "months", "now", "of", "on", "p.m", "pdt",
    "pm", "posted", "pst", "published", "read", "sat", "saturday", "second", "seconds", "sun", "sunday",
    "the", "thu", "thursday", "time", "today", "tue", "tuesday", "update", "updated", "utc", "wed",
    "wednesday", "week", "weeks", "year", "years", "yesterday",
];

/// Openings of lines that are no sentences of the story.
#[rustfmt::skip]
pub(super) const LABELS: &[&str] = &[
    "©", "advertisement", "all rights reserved", "article continues", "categories:", "click here",
    "continue reading", "copyright", "credit:", "credits:", "download our", "download the", "filed under",
    "follow us", "getty images", "image by", "image credit", "image source", "image:", "listen to this",
    "more from", "more on this", "photo by", "photo credit", "photo:", "photograph by", "photograph:",
    "photos by", "picture by", "picture:", "posted in", "read also", "read full", "read more", "read next",
    "recommended for", "related articles", "related stories", "related topics", "related:", "scroll down",
    "see also", "share on", "share this", "sign up", "skip to", "source:", "story continues", "subscribe",
    "support our", "tags:", "topics:", "view our", "view the", "watch live", "watch:", "you may also like",
    "you might also like",
];

/// Openings of sentences that turn to the reader of the page …
#[rustfmt::skip]
pub(super) const PROMPTS: &[&str] = &[
    "accept ", "already ", "by clicking", "by continuing", "by entering", "by signing", "by subscribing",
    "click ", "don't miss", "download ", "enjoy ", "enter your", "follow ", "get ", "join ", "keep up",
    "never miss", "our site", "our website", "please ", "receive ", "sign up", "stay ", "subscribe",
    "thank you", "thanks for", "this site", "this website", "to continue", "want ", "we and our", "we use",
    "we value", "you can unsubscribe", "your browser", "your email",
];

/// … and what they are about; both together are page furniture.
#[rustfmt::skip]
pub(super) const PROMPT_TOPICS: &[&str] = &[
    "advertis", "browser", "cookie", "email address", "facebook", "inbox", "instagram", "javascript",
    "log in", "newsletter", "notifications", "our app", "privacy", "sign in", "sign up", "subscri",
    "terms of", "twitter", "whatsapp",
];

/// What stands before a caption.
#[rustfmt::skip]
pub(super) const CAPTION_LABELS: &[&str] = &[
    "caption", "file image", "file photo", "file picture", "image caption", "media caption", "photo caption",
    "picture caption", "video caption",
];

/// Sources of pictures, as they are credited.
#[rustfmt::skip]
pub(super) const AGENCIES: &[&str] = &[
    "afp", "afp via getty images", "alamy", "anadolu", "ap", "ap photo", "associated press", "epa", "epa-efe",
    "flickr", "getty", "getty images", "istock", "pa", "pa images", "pa media", "pa wire", "pexels",
    "pixabay", "press association", "reuters", "rex", "shutterstock", "unsplash", "wikimedia commons",
    "xinhua",
];

/// Words of which one at least stands in an outlet's name.
#[rustfmt::skip]
pub(super) const MEDIA_WORDS: &[&str] = &[
    "bbc", "broadcasting", "chronicle", "courier", "daily", "dispatch", "echo", "examiner", "gazette",
    "guardian", "herald", "independent", "journal", "mail", "mirror", "news", "newspaper", "observer", "post",
    "press", "radio", "reporter", "reuters", "standard", "telegraph", "television", "times", "tribune", "tv",
    "weekly",
];
