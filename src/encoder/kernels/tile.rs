//! How a product is cut into tiles, the same for all kernels.

use crate::encoder::dense::{Dense, GROUP, Group, PANEL, Sums};
use crate::encoder::quantised::QuantisedRows;

/// The sums of a tile.
pub type TileSums<const ROWS: usize, const PANELS: usize> = [[Sums; PANELS]; ROWS];
/// A row of the input, group by group.
pub type Row<'a> = &'a [[u8; GROUP]];

/// What a kernel computes at once.
pub trait Tile<const ROWS: usize, const PANELS: usize> {
    /// Writes the sums of each row's products with each panel.
    ///
    /// # Safety
    ///
    /// The processor must know what the kernel stands on. All rows and panels must have as many groups as the first row.
    unsafe fn sums(rows: &[Row<'_>; ROWS], panels: &[&[Group]; PANELS], sums: &mut TileSums<ROWS, PANELS>);
}

/// Writes the outputs of a layer's panels from `first` on, [`PANELS`](Tile) at a time, as far as there are so many;
/// returns how many panels are done.
///
/// # Safety
///
/// The processor must know what the kernel stands on.
#[inline(always)]
pub unsafe fn apply<T: Tile<ROWS, PANELS>, const ROWS: usize, const PANELS: usize>(
    layer: &Dense,
    input: &QuantisedRows,
    first: usize,
    output: &mut [f32],
) -> usize {
    let (mut done, mut sums) = (first, [[[0; PANEL]; PANELS]; ROWS]);
    while done + PANELS <= layer.panels() {
        let panels: [&[Group]; PANELS] = std::array::from_fn(|panel| layer.panel(done + panel));
        for first_row in (0..input.len()).step_by(ROWS) {
            // Where there are no more rows, the last one fills the places.
            let rows: [Row; ROWS] =
                std::array::from_fn(|row| input.row((first_row + row).min(input.len() - 1)).as_chunks().0);
            assert!(panels[0].len() == rows[0].len(), "the input does not fit the layer");
            // SAFETY: the caller vouches for the processor; all rows have one width, all panels one length.
            unsafe { T::sums(&rows, &panels, &mut sums) };
            for (row, sums) in (first_row..input.len()).zip(&sums) {
                let outputs = output[row * layer.outputs()..][..layer.outputs()].as_chunks_mut().0;
                for (panel, sums) in (done..).zip(sums) {
                    layer.finish(panel, sums, input.scale(row), &mut outputs[panel]);
                }
            }
        }
        done += PANELS;
    }
    done
}
