//! Logistic regression with an L2 penalty over sparse binary features, for every decision that is learned here.
//!
//! Trained by dual coordinate descent (Yu, Huang & Lin 2011, "Dual coordinate descent methods for logistic
//! regression and maximum entropy models", algorithm 5): no learning rate to choose, and every instance has a cost of
//! its own, which silver data need. Instances are visited in a fixed, scattered order, so that the same examples
//! always give the same weights.

/// Rounds over all instances; the weights have settled long before the dual optimum is exact.
const ROUNDS: usize = 15;
/// Steps of the one-variable problem: Newton's method, guarded by a bracket, is exact to many digits by then.
const MOST_STEPS: usize = 8;
/// A dual variable that moved by less than this share of its range has settled for now.
const NEGLIGIBLE: f32 = 0.01;
const CLOSE_ENOUGH: f32 = 1e-3;

/// An instance: its features (indices of weights, each once), whether it is a positive one, and what an error costs.
#[derive(Debug, Clone, Copy)]
pub struct Instance<'a> {
    pub features: &'a [u32],
    pub positive: bool,
    pub cost: f32,
}

/// Learns the weights of `features` features.
pub fn train(features: usize, instances: &[Instance<'_>]) -> Vec<f32> {
    let mut weights = vec![0.0; features];
    let mut duals: Vec<f32> = vec![0.0; instances.len()];
    let stride = scattering_stride(instances.len());
    // Instances that hardly moved the weights rest for some rounds, the longer the oftener (shrinking).
    let mut rests = vec![Rest::default(); instances.len()];
    for round in 0..ROUNDS {
        let mut at = 0;
        for _ in 0..instances.len() {
            at = (at + stride) % instances.len();
            if rests[at].until <= round {
                let moved = update(&mut weights, &mut duals[at], &instances[at]);
                rests[at].after(round, moved < NEGLIGIBLE * instances[at].cost);
            }
        }
    }
    weights
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

/// How long an instance is passed over.
#[derive(Debug, Clone, Copy, Default)]
struct Rest {
    /// The round in which it is looked at again.
    until: usize,
    length: usize,
}

impl Rest {
    fn after(&mut self, round: usize, settled: bool) {
        self.length = if settled { 2 * self.length + 1 } else { 0 };
        self.until = round + 1 + self.length;
    }
}

/// Sets one dual variable to its optimum, all others held, and moves the weights with it; how far it moved.
fn update(weights: &mut [f32], dual: &mut f32, instance: &Instance<'_>) -> f32 {
    if instance.cost <= 0.0 {
        return 0.0;
    }
    let sign = if instance.positive { 1.0 } else { -1.0 };
    let margin = sign * score(weights, instance.features);
    let optimum = best_dual(*dual, margin, instance.features.len() as f32, instance.cost);
    let step = sign * (optimum - *dual);
    if step != 0.0 {
        for &feature in instance.features {
            weights[feature as usize] += step;
        }
    }
    *dual = optimum;
    step.abs()
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

/// A step through all indices that visits each once and no neighbours after each other.
fn scattering_stride(length: usize) -> usize {
    let golden = (length as f64 * 0.618) as usize;
    (golden.max(1)..).find(|&stride| greatest_common_divisor(stride, length) == 1).unwrap_or(1)
}

fn greatest_common_divisor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn learns_what_separates_and_is_the_same_each_time() {
        // Feature 0 is always there, 1 tells, 2 is noise.
        let rows: Vec<(Vec<u32>, bool)> = (0..40)
            .map(|index| {
                let positive = index % 4 == 0;
                let mut features = vec![0];
                features.extend(positive.then_some(1));
                features.extend((index % 3 == 0).then_some(2));
                (features, positive)
            })
            .collect();
        let instances: Vec<Instance<'_>> = rows
            .iter()
            .map(|(features, positive)| Instance { features, positive: *positive, cost: 1.0 })
            .collect();
        let weights = train(3, &instances);
        assert_eq!(weights, train(3, &instances));
        assert!(probability(&weights, &[0, 1]) > 0.7, "{weights:?}");
        assert!(probability(&weights, &[0, 2]) < 0.2, "{weights:?}");
    }

    #[test]
    fn meets_the_optimum_of_the_primal_problem() {
        // ½w² + C·n·ln(1 + e^-w): the derivative vanishes.
        let instances = vec![Instance { features: &[0], positive: true, cost: 0.5 }; 10];
        let weight = train(1, &instances)[0];
        assert!((weight - 5.0 * (1.0 - sigmoid(weight))).abs() < 0.01, "{weight}");
    }

    #[test]
    fn nothing_to_learn_from_is_no_harm() {
        assert_eq!(train(2, &[]), [0.0, 0.0]);
        assert_eq!(train(1, &[Instance { features: &[0], positive: true, cost: 0.0 }]), [0.0]);
    }
}
