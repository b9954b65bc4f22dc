//! Relative clauses: who is `who`, and whose is `whose`.

use crate::language::Sentence;

pub fn mend(sentence: &mut Sentence) {
    mend_verbs(sentence);
    mend_who(sentence);
    mend_whose(sentence);
}

/// `An accusation the commission rejects`: what has a subject in a relative clause is a verb, whatever the tagger thinks.
fn mend_verbs(sentence: &mut Sentence) {
    for verb in 0..sentence.tokens.len() {
        let tag = match sentence.tokens[verb].tag {
            "NNS" => "VBZ",
            "NN" => "VBP",
            _ => continue,
        };
        let is_clause = sentence.tokens[verb].dep == "relcl"
            && sentence.children(verb).any(|child| sentence.tokens[child].dep == "nsubj" && child < verb)
            && !sentence
                .children(verb)
                .any(|child| matches!(sentence.tokens[child].dep, "cop" | "det" | "amod"));
        if is_clause {
            (sentence.tokens[verb].tag, sentence.tokens[verb].pos) = (tag, "VERB");
        }
    }
}

/// `The member for Hull Bay, who wrote`: no place is ever a `who`, and a body hardly, so it is the noun in front of it.
fn mend_who(sentence: &mut Sentence) {
    for verb in 0..sentence.tokens.len() {
        let tokens = &sentence.tokens;
        let who =
            |child: usize| tokens[child].tag == "WP" && matches!(tokens[child].dep, "nsubj" | "nsubjpass");
        if tokens[verb].dep != "relcl" || !sentence.children(verb).any(who) {
            continue;
        }
        let place = tokens[verb].head;
        let preposition = tokens[place].head;
        let noun = tokens[preposition].head;
        let is_place = |token: usize| tokens[token].entity.is_any(&["GPE", "LOC", "FAC", "ORG"]);
        let hangs = tokens[place].dep == "pobj" && tokens[preposition].dep == "prep";
        if hangs && is_place(place) && !is_place(noun) && matches!(tokens[noun].pos, "NOUN" | "PROPN") {
            sentence.tokens[verb].head = noun;
        }
    }
}

/// `Ann Reed, whose brother was shot, told the court`: the parser gives the first verb to Ann and the brother to nobody. Who
/// is told of with `whose` is the subject of the next verb, and Ann that of the one behind it.
fn mend_whose(sentence: &mut Sentence) {
    for noun in 1..sentence.tokens.len() {
        let tokens = &sentence.tokens;
        let owner = tokens[noun].head;
        let verb = tokens[owner].head;
        let whose = |child: usize| tokens[child].tag == "WP$" && tokens[child].dep == "poss";
        let is_subject = matches!(tokens[owner].dep, "nsubj" | "nsubjpass");
        let told =
            tokens[noun].dep == "appos" && owner < noun && noun < verb && sentence.children(noun).any(whose);
        if !told || !is_subject {
            continue;
        }
        let finite = |verb: usize| matches!(tokens[verb].tag, "VBD" | "VBZ" | "VBP");
        let own = |verb: usize| {
            sentence.children(verb).any(|child| matches!(tokens[child].dep, "nsubj" | "nsubjpass"))
        };
        let main = sentence
            .children(verb)
            .find(|&child| child > verb && tokens[child].dep == "conj" && finite(child) && !own(child));
        let Some(main) = main else { continue };
        let (head, dep, role) = (tokens[verb].head, tokens[verb].dep, tokens[owner].dep);
        let tokens = &mut sentence.tokens;
        (tokens[main].head, tokens[main].dep) = (if head == verb { main } else { head }, dep);
        (tokens[noun].head, tokens[noun].dep) = (verb, role);
        (tokens[owner].head, tokens[owner].dep) = (main, "nsubj");
        (tokens[verb].head, tokens[verb].dep) = (owner, "relcl");
    }
}
