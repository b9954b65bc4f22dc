//! Whether a text is English. The trees of another language are nonsense, and nonsense makes statements.
//!
//! A text is refused only if it is sure to be something else: long enough to tell, and by more than a hair.

use whatlang::{Detector, Lang};

/// Shorter texts, in letters, are given the benefit of the doubt.
const SHORTEST: usize = 120;

/// As many characters of a story tell its language.
const ENOUGH: usize = 4000;

/// The name of the language of a story, if it is surely not English.
pub(super) fn foreign(story: &str) -> Option<&'static str> {
    let start: String = story.chars().take(ENOUGH).collect();
    if start.chars().filter(|c| c.is_alphabetic()).take(SHORTEST).count() < SHORTEST {
        return None;
    }
    let likeliest = whatlang::detect(&start)?.lang();
    // Of near kin none is sure, but that it is not English may be.
    let decided = Detector::with_allowlist(vec![Lang::Eng, likeliest]).detect(&start)?;
    let foreign = likeliest != Lang::Eng && decided.lang() == likeliest && decided.is_reliable();
    foreign.then(|| likeliest.eng_name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_languages_are_told_and_english_and_short_texts_pass() {
        for (text, language) in [
            (
                "Die Hafenmeisterin von Orrin sagte am Dienstag vor Gericht, die Reederei habe zwei Warnungen nicht \
                 beachtet. Niemand wurde verletzt, doch die Fähre musste in die Werft.",
                Some("German"),
            ),
            (
                "La capitaine du port d'Orrin a déclaré mardi devant le tribunal que la compagnie avait ignoré deux \
                 avertissements. Personne n'a été blessé dans l'accident.",
                Some("French"),
            ),
            (
                "La capitana del puerto de Orrin dijo el martes ante el tribunal que la naviera había ignorado dos avisos. \
                 Nadie resultó herido, pero el barco tuvo que ir al astillero.",
                Some("Spanish"),
            ),
            (
                "Havnefogeden i Orrin sagde tirsdag i retten, at rederiet havde overhørt to advarsler. Ingen kom til skade, \
                 men færgen måtte på værft i flere uger, og kaptajnen blev anholdt af politiet.",
                Some("Danish"),
            ),
            (
                "Начальник порта Оррин заявила в суде во вторник, что компания не обратила внимания на два предупреждения. \
                 Никто не пострадал, но паром пришлось отправить на верфь.",
                Some("Russian"),
            ),
            (
                "The harbour master of Orrin told a court on Tuesday that the Northern Ferry Company had ignored two \
                 warnings. Nobody was hurt, but the ferry had to be repaired.",
                None,
            ),
            ("Niemand wurde verletzt.", None),
        ] {
            assert_eq!(foreign(text), language, "{text}");
        }
    }
}
