//! Pictures of a story: what to show ([`grouping`], [`view`]), in which colours ([`colour`]), how large everything
//! is ([`figure`]), where it goes on the page ([`layout`]), and the elements that paint it ([`draw`]).

mod alike;
pub mod colour;
mod cost;
pub mod draw;
mod drawable;
pub mod figure;
pub mod geometry;
pub mod grouping;
pub mod kind;
pub mod layout;
pub mod legend;
mod pack;
pub mod rank;
mod refine;
mod scene;
mod separate;
mod shapes;
mod stress;
pub mod text;
pub mod view;
