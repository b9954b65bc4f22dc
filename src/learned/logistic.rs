//! Logistic regression with an L2 penalty over sparse binary features, for every decision that is learned here.
//!
//! Trained by dual coordinate descent (Yu, Huang & Lin 2011, "Dual coordinate descent methods for logistic
//! regression and maximum entropy models", algorithm 5): no learning rate to choose, and every instance has a cost of
//! its own, which silver data need. Instances are visited in fixed, scattered orders, so that the same examples
//! always give the same weights.
//!
//! Decisions over the same instances are learned side by side, eight at a time: the weights of a feature for all eight
//! lie together, so that they are fetched once and added at once. Each comes out as if it were learned alone.

use rayon::prelude::*;

/// Rounds over all instances; the weights have settled long before the dual optimum is exact.
const ROUNDS: u8 = 30;
/// Steps of the one-variable problem: Newton's method, guarded by a bracket, is exact to many digits by then.
const MOST_STEPS: usize = 8;
/// A dual variable that moved by less than this share of its range has settled for now.
const NEGLIGIBLE: f32 = 0.003;
const CLOSE_ENOUGH: f32 = 1e-3;
/// The number whose multiples fill the unit interval most evenly.
const GOLDEN_RATIO: f64 = 0.618_033_988_749_895;
/// Decisions that are learned side by side.
const LANES: usize = 8;

/// One number for each of the decisions that are learned side by side.
type Lanes = [f32; LANES];

/// What an instance is to one decision, and what an error costs there; an instance that costs nothing is passed over.
#[derive(Debug, Clone, Copy)]
pub struct Goal {
    pub positive: bool,
    pub cost: f32,
}

/// Learns the weights of `features` features, as many lists of them as there are decisions. `instances` are the
/// features of each (indices of weights, each once); `goal` says what an instance is to a decision.
pub fn train(
    features: usize,
    decisions: usize,
    instances: &[&[u32]],
    goal: &(dyn Fn(usize, usize) -> Goal + Sync),
) -> Vec<Vec<f32>> {
    let groups: Vec<usize> = (0..decisions).step_by(LANES).collect();
    let learned = groups.par_iter().map(|&first| {
        let count = LANES.min(decisions - first);
        let mut descent = Descent::new(features, instances, |instance| {
            std::array::from_fn(|lane| match lane < count {
                true => goal(instance, first + lane),
                false => Goal { positive: false, cost: 0.0 },
            })
        });
        descent.run();
        (0..count).map(|lane| descent.weights.iter().map(|weights| weights[lane]).collect()).collect()
    });
    learned.collect::<Vec<Vec<Vec<f32>>>>().concat()
}

/// The probability that the instance with these features is a positive one.
pub fn probability(weights: &[f32], features: &[u32]) -> f32 {
    sigmoid(score(weights, features))
}

/// The sum of the features' weights, in four partial sums: one alone would wait for each addition in turn.
pub fn score(weights: &[f32], features: &[u32]) -> f32 {
    let weight = |feature: u32| weights[feature as usize];
    let (fours, rest) = features.as_chunks::<4>();
    let mut sums = [0.0; 4];
    for four in fours {
        for (sum, &feature) in sums.iter_mut().zip(four) {
            *sum += weight(feature);
        }
    }
    sums.iter().sum::<f32>() + rest.iter().map(|&feature| weight(feature)).sum::<f32>()
}

pub fn sigmoid(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}

/// An instance with its goals and how far it is learned.
struct Visited<'a> {
    features: &'a [u32],
    goals: [Goal; LANES],
    duals: Lanes,
    /// Goals that hardly moved the weights rest for some rounds, the longer the oftener (shrinking).
    rests: [Rest; LANES],
}

/// How long a goal is passed over.
#[derive(Debug, Clone, Copy, Default)]
struct Rest {
    /// The round in which it is looked at again.
    until: u8,
    length: u8,
}

impl Rest {
    fn after(&mut self, round: u8, settled: bool) {
        self.length = if settled { (2 * self.length + 1).min(ROUNDS) } else { 0 };
        self.until = round + 1 + self.length;
    }
}

/// The descent for one group of decisions.
struct Descent<'a> {
    weights: Vec<Lanes>,
    instances: Vec<Visited<'a>>,
}

impl<'a> Descent<'a> {
    fn new(features: usize, instances: &[&'a [u32]], goals: impl Fn(usize) -> [Goal; LANES]) -> Self {
        let visited = instances.iter().enumerate().map(|(index, features)| Visited {
            features,
            goals: goals(index),
            duals: Lanes::default(),
            rests: Default::default(),
        });
        Self { weights: vec![Lanes::default(); features], instances: visited.collect() }
    }

    fn run(&mut self) {
        let count = self.instances.len();
        for round in 0..ROUNDS {
            let stride = scattering_stride(count, round);
            let mut at = 0;
            for _ in 0..count {
                at = (at + stride) % count;
                visit(&mut self.instances[at], &mut self.weights, round);
            }
        }
    }
}

/// Sets the dual variables of an instance to their optimum, all others held, and moves the weights with them.
fn visit(instance: &mut Visited<'_>, weights: &mut [Lanes], round: u8) {
    let Visited { features, goals, duals, rests } = instance;
    let is_awake = |lane: usize, rests: &[Rest; LANES]| goals[lane].cost > 0.0 && rests[lane].until <= round;
    if !(0..LANES).any(|lane| is_awake(lane, rests)) {
        return;
    }
    let scores = scores(weights, features);
    let mut steps = Lanes::default();
    for lane in 0..LANES {
        if is_awake(lane, rests) {
            let Goal { positive, cost } = goals[lane];
            let sign = if positive { 1.0 } else { -1.0 };
            let optimum = best_dual(duals[lane], sign * scores[lane], features.len() as f32, cost);
            let moved = optimum - duals[lane];
            rests[lane].after(round, moved.abs() < NEGLIGIBLE * cost);
            duals[lane] = optimum;
            steps[lane] = sign * moved;
        }
    }
    for &feature in *features {
        for (weight, step) in weights[feature as usize].iter_mut().zip(steps) {
            *weight += step;
        }
    }
}

fn scores(weights: &[Lanes], features: &[u32]) -> Lanes {
    let mut sums = Lanes::default();
    for &feature in features {
        for (sum, weight) in sums.iter_mut().zip(weights[feature as usize]) {
            *sum += weight;
        }
    }
    sums
}

/// Solves `curvature (z − dual) + margin + ln(z / (cost − z)) = 0` for `z` between 0 and `cost`. With
/// `z = cost σ(t)` the left side grows with `t` at least as fast as `t`, so the root is easily bracketed.
fn best_dual(dual: f32, margin: f32, curvature: f32, cost: f32) -> f32 {
    let (mut low, mut high) = (curvature * (dual - cost) - margin, curvature * dual - margin);
    let mut t = if dual > 0.0 { (dual / (cost - dual).max(f32::MIN_POSITIVE)).ln() } else { high };
    for _ in 0..MOST_STEPS {
        t = t.clamp(low, high);
        let share = sigmoid(t);
        let error = curvature * (cost * share - dual) + margin + t;
        if error > 0.0 {
            high = t;
        } else {
            low = t;
        }
        let newton = t - error / (1.0 + curvature * cost * share * (1.0 - share));
        if (newton - t).abs() < CLOSE_ENOUGH {
            break;
        }
        t = if newton > low && newton < high { newton } else { f32::midpoint(low, high) };
    }
    cost * sigmoid(t)
}

/// A step through all indices that visits each once and no neighbours after each other; another one each round, for
/// the descent is slow to settle where the same instances always follow each other.
fn scattering_stride(length: usize, round: u8) -> usize {
    let share = 0.1 + 0.8 * (GOLDEN_RATIO * (f64::from(round) + 1.0)).fract();
    let stride = (length as f64 * share) as usize;
    (stride.max(1)..).find(|&stride| greatest_common_divisor(stride, length) == 1).unwrap_or(1)
}

fn greatest_common_divisor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One decision over instances with their features, whether they are positive, and the same cost for all.
    fn train_one(features: usize, rows: &[(Vec<u32>, bool)], cost: f32) -> Vec<f32> {
        let instances: Vec<&[u32]> = rows.iter().map(|(features, _)| features.as_slice()).collect();
        let goal = |instance: usize, _: usize| Goal { positive: rows[instance].1, cost };
        train(features, 1, &instances, &goal).remove(0)
    }

    /// Feature 0 is always there, 1 tells, 2 is noise.
    fn rows() -> Vec<(Vec<u32>, bool)> {
        let row = |index: usize| {
            let positive = index.is_multiple_of(4);
            let mut features = vec![0];
            features.extend(positive.then_some(1));
            features.extend(index.is_multiple_of(3).then_some(2));
            (features, positive)
        };
        (0..40).map(row).collect()
    }

    #[test]
    fn learns_what_separates_and_is_the_same_each_time() {
        let weights = train_one(3, &rows(), 1.0);
        assert_eq!(weights, train_one(3, &rows(), 1.0));
        assert!(probability(&weights, &[0, 1]) > 0.7, "{weights:?}");
        assert!(probability(&weights, &[0, 2]) < 0.2, "{weights:?}");
    }

    #[test]
    fn decisions_side_by_side_are_what_each_is_alone() {
        let rows = rows();
        let instances: Vec<&[u32]> = rows.iter().map(|(features, _)| features.as_slice()).collect();
        let goal = |instance: usize, decision: usize| Goal {
            positive: instance.is_multiple_of(decision + 2),
            cost: 0.1 * (decision + 1) as f32,
        };
        let together = train(3, 11, &instances, &goal);
        for (decision, weights) in together.iter().enumerate() {
            let alone = train(3, 1, &instances, &|instance, _| goal(instance, decision));
            assert_eq!(alone[0], *weights, "{decision}");
        }
    }

    #[test]
    fn meets_the_optimum_of_the_primal_problem() {
        // ½w² + C·n·ln(1 + e^-w): the derivative vanishes.
        let weight = train_one(1, &vec![(vec![0], true); 10], 0.5)[0];
        assert!((weight - 5.0 * (1.0 - sigmoid(weight))).abs() < 0.01, "{weight}");
    }

    #[test]
    fn nothing_to_learn_from_is_no_harm() {
        assert_eq!(train_one(2, &[], 1.0), [0.0, 0.0]);
        assert_eq!(train_one(1, &[(vec![0], true)], 0.0), [0.0]);
    }
}
