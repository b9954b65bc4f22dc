//! A layer `output = input · weights + bias` with weights of 8 bits.
//!
//! With `input ≈ low + step · byte` and `weight = scale · integer`, an output is
//! `(step · Σ byte · integer + low · Σ integer) · scale + bias`. The first sum is what a kernel computes, exactly; the
//! second is in the file.

use std::borrow::Cow;

use super::quantised::Scale;
use crate::weights::Weights;

/// Outputs whose weights lie side by side.
pub const PANEL: usize = 16;
/// Inputs that are multiplied in one step.
pub const GROUP: usize = 4;

/// The weights of a panel's outputs for one group of inputs.
pub type Group = [[i8; GROUP]; PANEL];
/// A sum for each output of a panel.
pub type Sums = [i32; PANEL];
/// One layer.
#[derive(Debug)]
pub struct Dense {
    /// For each [`PANEL`] outputs, for each four inputs, their weights.
    weights: &'static [Group],
    scales: Cow<'static, [[f32; PANEL]]>,
    sums: Cow<'static, [[f32; PANEL]]>,
    bias: Cow<'static, [[f32; PANEL]]>,
}

impl Dense {
    /// The layer of the sections `name.weights`, `name.scales`, `name.sums` and `name.bias`.
    pub fn load(weights: &Weights, name: &str) -> Self {
        let rows = |part: &str| weights.rows(&format!("{name}.{part}"));
        let groups = bytemuck::cast_slice(weights.bytes(&format!("{name}.weights")));
        Self { weights: groups, scales: rows("scales"), sums: rows("sums"), bias: rows("bias") }
    }

    /// How often the layer has [`PANEL`] outputs.
    pub fn panels(&self) -> usize {
        self.bias.len()
    }

    /// Numbers in a row of the output.
    pub fn outputs(&self) -> usize {
        self.panels() * PANEL
    }

    /// The weights of a panel.
    #[inline(always)]
    pub fn panel(&self, number: usize) -> &[Group] {
        let length = self.weights.len() / self.panels();
        &self.weights[number * length..][..length]
    }

    /// The outputs of a panel for one row, from the sums of its products.
    #[inline(always)]
    pub fn finish(&self, panel: usize, sums: &Sums, scale: Scale, output: &mut [f32; PANEL]) {
        let (scales, bias) = (&self.scales[panel], &self.bias[panel]);
        for (lane, (output, weights)) in output.iter_mut().zip(&self.sums[panel]).enumerate() {
            *output = (scale.step * sums[lane] as f32 + scale.low * weights) * scales[lane] + bias[lane];
        }
    }
}

#[cfg(test)]
impl Dense {
    /// A layer with these integers for each output, scales of 1 and no bias.
    pub fn of_integers(integers: &[Vec<i8>]) -> Self {
        let inputs = integers[0].len();
        let group = |panel: usize, first: usize| -> Group {
            std::array::from_fn(|output| {
                std::array::from_fn(|input| integers[panel * PANEL + output][first + input])
            })
        };
        let panels = integers.len() / PANEL;
        let groups: Vec<Group> = (0..panels)
            .flat_map(|panel| (0..inputs).step_by(GROUP).map(move |first| group(panel, first)))
            .collect();
        let sums = |panel: usize| -> [f32; PANEL] {
            std::array::from_fn(|output| {
                integers[panel * PANEL + output].iter().map(|&weight| f32::from(weight)).sum()
            })
        };
        Self {
            weights: groups.leak(),
            scales: vec![[1.0; PANEL]; panels].into(),
            sums: (0..panels).map(sums).collect(),
            bias: vec![[0.0; PANEL]; panels].into(),
        }
    }
}
