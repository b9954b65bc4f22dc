//! How much memory a thread holds: the allocator of the program, which also counts. Whoever does a stranger's work on a thread can
//! so put an end to it before it takes all there is.

use std::alloc::{GlobalAlloc, Layout};
use std::cell::Cell;

thread_local! {
    /// Bytes that this thread has taken, less those that it has given back. What one thread takes and another gives back makes
    /// it wrong by as much, so only differences over a piece of work mean something.
    static HELD: Cell<isize> = const { Cell::new(0) };
}

/// Another allocator whose bytes are counted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counting<A>(pub A);

/// Bytes that this thread holds; nothing where the program's allocator does not count.
pub fn held() -> isize {
    HELD.get()
}

fn count(bytes: isize) {
    // Neither has the cell anything to drop, nor does it allocate.
    HELD.set(HELD.get().wrapping_add(bytes));
}

// SAFETY: all is done by the other allocator; counting neither allocates nor panics.
unsafe impl<A: GlobalAlloc> GlobalAlloc for Counting<A> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        // SAFETY: the caller keeps to the same contract.
        unsafe { self.0.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        // SAFETY: the caller keeps to the same contract.
        unsafe { self.0.dealloc(pointer, layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        // SAFETY: the caller keeps to the same contract.
        unsafe { self.0.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size as isize - layout.size() as isize);
        // SAFETY: the caller keeps to the same contract.
        unsafe { self.0.realloc(pointer, layout, size) }
    }
}

#[cfg(test)]
mod tests {
    use std::alloc::System;

    use super::*;

    #[test]
    fn what_is_taken_and_given_back_counts() {
        let (allocator, before) = (Counting(System), held());
        let layout = Layout::from_size_align(1000, 8).unwrap();
        // SAFETY: the layout is not empty, and each piece of memory is given back once, as it is by then.
        unsafe {
            let one = allocator.alloc(layout);
            let other = allocator.alloc_zeroed(layout);
            assert_eq!(held() - before, 2000);
            let one = allocator.realloc(one, layout, 5000);
            assert_eq!(held() - before, 6000);
            allocator.dealloc(one, Layout::from_size_align(5000, 8).unwrap());
            allocator.dealloc(other, layout);
        }
        assert_eq!(held(), before);
    }
}
