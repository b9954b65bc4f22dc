//! Runs the tokenizer's regular expressions.
//!
//! They are Python expressions with look-behind over large character classes; `scripts/regex_program.py` compiles
//! Python's own parse tree into the instructions below, so that the split points equal spaCy's. A backtracking
//! machine is enough, because only one match and no groups are wanted: a pair of instruction and place that failed
//! once fails always, so each is tried once and the time stays linear in the text.
//!
//! The crate fancy-regex (0.20) finds the same 31,000 matches in our test texts and sources, but to load the expressions and
//! search the words of four articles takes it 3.2 times the processor time (15 ms, not 5 ms; a whole parse of the
//! four takes 83 ms). Most of that is the compiling of the expression for web addresses at each start, where our
//! instructions lie ready in the model file.

use super::character::CharacterClass;
use crate::weights::Weights;

#[derive(Debug, Clone, Copy)]
enum Instruction {
    Match,
    Character(char),
    Class(usize),
    /// Try the first target, then the second.
    Split(usize, usize),
    Jump(usize),
    Begin,
    /// The end of the text, or the place before a line feed that ends it (Python's `$`).
    End,
    /// The condition starts at the next instruction; `next` is where the expression goes on.
    Ahead {
        next: usize,
        negated: bool,
    },
    Behind {
        next: usize,
        negated: bool,
        width: usize,
    },
}

/// The four expressions of the tokenizer with the character classes that they share.
#[derive(Debug)]
pub struct Expressions {
    pub prefix: Expression,
    pub suffix: Expression,
    pub infix: Expression,
    pub url: Expression,
    pub classes: Vec<CharacterClass>,
}

impl Expressions {
    /// The expressions of the model file's sections `tokenizer.…`.
    pub fn load(weights: &Weights) -> Self {
        let bounds = weights.integers("tokenizer.classes.bounds");
        let mut begin = 0;
        let classes = weights
            .integers("tokenizer.classes.ends")
            .into_iter()
            .map(|end| {
                let class = CharacterClass::new(&bounds[begin..end as usize * 2]);
                begin = end as usize * 2;
                class
            })
            .collect();
        let expression = |name: &str| Expression::new(&weights.integers(&format!("tokenizer.{name}")));
        Self {
            prefix: expression("prefix"),
            suffix: expression("suffix"),
            infix: expression("infix"),
            url: expression("url"),
            classes,
        }
    }
}

/// One compiled expression.
#[derive(Debug)]
pub struct Expression {
    program: Vec<Instruction>,
    anchored: bool,
}

impl Expression {
    fn new(words: &[u32]) -> Self {
        let program: Vec<_> = words.as_chunks().0.iter().map(|&instruction| decode(instruction)).collect();
        let anchored = matches!(program.first(), Some(Instruction::Begin));
        Self { program, anchored }
    }

    /// The leftmost match at or after `from`: its first character and the one after its last.
    pub fn search(
        &self,
        text: &[char],
        from: usize,
        classes: &[CharacterClass],
        memory: &mut Memory,
    ) -> Option<(usize, usize)> {
        memory.reset(self.program.len() * (text.len() + 1));
        let last = if self.anchored { from } else { text.len() };
        let mut machine = Machine { program: &self.program, text, classes, memory };
        (from..=last).find_map(|begin| machine.run(0, begin).map(|end| (begin, end)))
    }
}

fn decode([code, a, b]: [u32; 3]) -> Instruction {
    let (next, negated, width) = (a as usize, b & 1 == 1, b as usize / 2);
    match code {
        0 => Instruction::Match,
        1 => Instruction::Character(char::from_u32(a).expect("a character in the tokenizer's expressions")),
        2 => Instruction::Class(a as usize),
        3 => Instruction::Split(a as usize, b as usize),
        4 => Instruction::Jump(a as usize),
        5 => Instruction::Begin,
        6 => Instruction::End,
        7 => Instruction::Ahead { next, negated },
        8 => Instruction::Behind { next, negated, width },
        _ => panic!("instruction {code} in the tokenizer's expressions is unknown; convert the model again"),
    }
}

/// Buffers that searches reuse.
#[derive(Debug, Default)]
pub struct Memory {
    tried: Vec<u64>,
    alternatives: Vec<(usize, usize)>,
}

impl Memory {
    fn reset(&mut self, bits: usize) {
        self.tried.clear();
        self.tried.resize(bits.div_ceil(64), 0);
        self.alternatives.clear();
    }

    /// Marks the bit; whether it was unmarked before.
    fn first_try(&mut self, bit: usize) -> bool {
        let word = &mut self.tried[bit / 64];
        let mask = 1 << (bit % 64);
        let first = *word & mask == 0;
        *word |= mask;
        first
    }
}

struct Machine<'a> {
    program: &'a [Instruction],
    text: &'a [char],
    classes: &'a [CharacterClass],
    memory: &'a mut Memory,
}

impl Machine<'_> {
    /// The end of the preferred match that starts with instruction `counter` at `place`.
    fn run(&mut self, counter: usize, place: usize) -> Option<usize> {
        let floor = self.memory.alternatives.len();
        self.memory.alternatives.push((counter, place));
        while self.memory.alternatives.len() > floor {
            let (counter, place) = self.memory.alternatives.pop()?;
            if let Some(end) = self.thread(counter, place) {
                self.memory.alternatives.truncate(floor);
                return Some(end);
            }
        }
        None
    }

    /// Follows one alternative until it matches or fails, leaving the others on the stack.
    fn thread(&mut self, mut counter: usize, mut place: usize) -> Option<usize> {
        loop {
            let character = self.text.get(place).copied();
            counter = match self.program[counter] {
                Instruction::Match => return Some(place),
                Instruction::Character(wanted) if character == Some(wanted) => {
                    place += 1;
                    counter + 1
                }
                Instruction::Class(class) if character.is_some_and(|it| self.classes[class].contains(it)) => {
                    place += 1;
                    counter + 1
                }
                Instruction::Character(_) | Instruction::Class(_) => return None,
                Instruction::Split(first, second) => {
                    if !self.memory.first_try(counter * (self.text.len() + 1) + place) {
                        return None;
                    }
                    self.memory.alternatives.push((second, place));
                    first
                }
                Instruction::Jump(target) => target,
                Instruction::Begin if place == 0 => counter + 1,
                Instruction::End if self.at_end(place) => counter + 1,
                Instruction::Begin | Instruction::End => return None,
                Instruction::Ahead { next, negated } => {
                    if self.condition(counter + 1, next, place) == negated {
                        return None;
                    }
                    next
                }
                Instruction::Behind { next, negated, width } => {
                    let holds = place >= width && self.condition(counter + 1, next, place - width);
                    if holds == negated {
                        return None;
                    }
                    next
                }
            };
        }
    }

    /// Whether the condition between the instructions `begin` and `end` matches from `place`.
    ///
    /// A condition may be asked again at the same place from elsewhere, and then must answer the same, so one that
    /// branches has marks of its own.
    fn condition(&mut self, begin: usize, end: usize, place: usize) -> bool {
        let branches = self.program[begin..end].iter().any(|it| matches!(it, Instruction::Split(..)));
        if !branches {
            return self.run(begin, place).is_some();
        }
        let fresh = vec![0; self.memory.tried.len()];
        let tried = std::mem::replace(&mut self.memory.tried, fresh);
        let holds = self.run(begin, place).is_some();
        self.memory.tried = tried;
        holds
    }

    fn at_end(&self, place: usize) -> bool {
        place == self.text.len() || (place + 1 == self.text.len() && self.text[place] == '\n')
    }
}
