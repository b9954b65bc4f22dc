//! The user's cache folder, where what an ontology taught is kept from one start to the next.
//!
//! It holds nothing that cannot be made again, so whatever goes wrong with it is passed over in silence. Entries are
//! named after what they were made from; those of ontologies that were changed since are the first to go.

use std::path::{Path, PathBuf};
use std::time::SystemTime;
use std::{env, fs};

use crate::export::write_file;
use crate::taught::{Origin, Taught, from_bytes, to_bytes};

/// Ontologies that are remembered.
const MOST: usize = 16;
/// Names another folder, or, empty, none.
const VARIABLE: &str = "NEWSGRAPH_CACHE";
const ENDING: &str = "learned";

/// What was kept of this origin, if it is there and sound.
pub fn recall(origin: Origin) -> Option<Taught> {
    from_bytes(&fs::read(folder()?.join(name(origin))).ok()?, origin).ok()
}

/// Keeps it for the next start, where the user has a cache folder.
pub fn keep(taught: &Taught, origin: Origin) {
    let Some(folder) = folder() else { return };
    let Ok(bytes) = to_bytes(taught, origin) else { return };
    // There already, or not to be made: then the next line fails.
    let _ = fs::create_dir(&folder);
    if write_file(&folder.join(name(origin)), |out| out.write_all(&bytes)).is_ok() {
        forget_all_but(MOST, &folder);
    }
}

/// The folder that the environment names, none where it names the empty one, else newsgraph's own in the user's.
fn folder() -> Option<PathBuf> {
    match env::var_os(VARIABLE) {
        Some(folder) => Some(PathBuf::from(folder)).filter(|folder| !folder.as_os_str().is_empty()),
        None => dirs::cache_dir().map(|caches| caches.join("newsgraph")),
    }
}

fn name(origin: Origin) -> String {
    format!("{origin}.{ENDING}")
}

/// Removes all entries but the newest.
fn forget_all_but(most: usize, folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let paths = entries.flatten().map(|entry| entry.path());
    let kept = paths.filter(|path| path.extension().is_some_and(|extension| extension == ENDING));
    let mut kept: Vec<(SystemTime, PathBuf)> =
        kept.filter_map(|path| Some((path.metadata().ok()?.modified().ok()?, path))).collect();
    kept.sort();
    for (_, path) in kept.iter().rev().skip(most) {
        // Another start may have been quicker.
        let _ = fs::remove_file(path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_entries_stay() {
        let folder = tempfile::tempdir().unwrap();
        let now = SystemTime::now();
        for age in 0..5 {
            let file = fs::File::create(folder.path().join(format!("{age}.learned"))).unwrap();
            file.set_modified(now - std::time::Duration::from_secs(age)).unwrap();
        }
        fs::write(folder.path().join("other"), "").unwrap();
        forget_all_but(2, folder.path());
        let mut names: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["0.learned", "1.learned", "other"]);
    }
}
