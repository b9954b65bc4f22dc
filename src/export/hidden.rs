//! Hidden folders in which files are made before they come into their place. Whoever makes one locks it for as long as it lives, so
//! that what a killed run left behind is told from what another run still works on.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use tempfile::TempDir;

const PREFIX: &str = ".newsgraph-";

/// A hidden folder, which goes when this value does.
#[derive(Debug)]
pub struct Hidden {
    folder: TempDir,
    /// Nothing where the system locks no folders; then nobody clears them away either.
    _lock: Option<File>,
}

impl Hidden {
    /// A new one in this folder; those that were abandoned there go.
    ///
    /// # Errors
    /// Returns the system's reason where none can be made.
    pub fn within(folder: &Path) -> io::Result<Self> {
        clear(folder);
        let made = tempfile::Builder::new().prefix(PREFIX).tempdir_in(folder)?;
        let lock = File::open(made.path()).ok().filter(|file| file.try_lock().is_ok());
        Ok(Self { folder: made, _lock: lock })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Gives it another name beside it, under which it stays.
    ///
    /// # Errors
    /// Returns the system's reason; then it is gone.
    pub fn rename(self, to: &Path) -> Result<(), (Self, io::Error)> {
        match fs::rename(self.folder.path(), to) {
            Ok(()) => {
                // What has another name cannot be deleted under the old one.
                let _ = self.folder.keep();
                Ok(())
            }
            Err(error) => Err((self, error)),
        }
    }
}

/// Removes the hidden folders in a folder that nobody holds. What cannot be removed stays: it is only in the way of nobody.
fn clear(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let hidden = entries.flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with(PREFIX));
    for entry in hidden.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())) {
        if File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_abandoned_goes_and_what_is_in_use_stays() {
        let folder = tempfile::tempdir().unwrap();
        let abandoned = folder.path().join(".newsgraph-dead");
        fs::create_dir(&abandoned).unwrap();
        fs::write(abandoned.join("graph.nq"), "half").unwrap();
        fs::create_dir(folder.path().join(".other")).unwrap();
        let held = Hidden::within(folder.path()).unwrap();
        assert!(!abandoned.exists());
        drop(Hidden::within(folder.path()).unwrap());
        assert!(held.path().exists());
        drop(held);
        let left: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, [".other"]);
    }
}
