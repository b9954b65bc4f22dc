//! First names that tell he from she: common ones of the English-speaking world that are given to one sex alone.
//!
//! They keep couples and siblings of one surname apart and pronouns off the wrong person. Names given to both
//! (`Alex`, `Kim`, `Robin`) are left out on purpose: no gender is better than a wrong one.

use super::title::Gender;

const FEMININE: &str = "abigail agnes alexandra alice alison amanda amelia amy angela anita ann anna anne annie barbara \
    beatrice bethany beverley brenda bridget caroline catherine charlotte chelsea chloe christina \
    christine claire clara claudia constance cynthia daisy deborah denise diana diane donna dorothy \
    edith eileen elaine eleanor elena elizabeth ella ellen emily emma erica esther eva evelyn fatima \
    fiona florence frances georgia geraldine gillian gloria grace hannah harriet hazel heather helen \
    hillary ingrid irene isabel isabella ivanka jacqueline jane janet janice jennifer jenny jessica joan \
    joanna joanne josephine joyce judith judy julia julie karen kate katherine kathleen kathryn katie \
    kirsty laura lauren liz linda lisa louise lucy lydia lynn maggie margaret maria marie marilyn martha \
    mary maureen megan melania melanie melissa michelle miriam molly monica nadia nancy naomi natalie \
    natasha nicole olivia pamela patricia paula pauline penelope penny philippa phoebe priya rachel \
    rebecca rosa rose rosemary ruth sally samantha sandra sara sarah sharon sheila shirley sofia sonia \
    sophia sophie stella stephanie susan suzanne sylvia tanya teresa tina ursula valerie vanessa vera \
    victoria virginia wendy yasmin yvonne zoe";
const MASCULINE: &str = "aaron abdul adam adrian ahmed alan albert alexander alfred andrew anthony antonio arthur barack \
    barry benjamin bernard bernie bill bob boris brendan brian bruce carl carlos charles christopher \
    clive colin craig daniel darren dave david dennis derek dominic donald douglas duncan ed edgar \
    edmund edward eric ernest ewan fergus francis frank franklin fred frederick gareth gary gavin \
    geoffrey george gerald gerard giles gordon graham greg gregory hamish harold harry hassan henry \
    howard hugh hugo ian ibrahim isaac ivan jack jacob james jason jeb jeff jeffrey jeremy jerry jim \
    jimmy joe john jonathan jose joseph joshua juan julian justin karl keith kenneth kevin lawrence \
    leonard liam louis luke malcolm marco marcus mark martin matt matthew michael mike mitch mitt \
    mohammed muhammad nathan neil nicholas nick nigel noah norman oliver oscar owen patrick paul pedro \
    peter philip phillip rajesh ralph raymond richard rishi robert roger roland ronald rory roy rupert \
    russell ryan samuel scott sean sebastian simon stanley stephen steve steven stuart ted terence \
    thomas tim timothy tom tony trevor victor vincent vladimir walter wayne william";

/// The gender that a first name tells.
pub fn gender_of(first_name: &str) -> Option<Gender> {
    let lower = first_name.to_lowercase();
    let among = |names: &str| names.split(' ').any(|name| name == lower);
    match (among(FEMININE), among(MASCULINE)) {
        (true, false) => Some(Gender::Feminine),
        (false, true) => Some(Gender::Masculine),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_on_both_lists() {
        assert!(FEMININE.split(' ').all(|name| MASCULINE.split(' ').all(|other| name != other)));
        assert_eq!(gender_of("Grace"), Some(Gender::Feminine));
        assert_eq!(gender_of("Alex"), None);
    }
}
