//! One change of a graph's folder at a time: two runs that both read it and then both write it would lose what one of them did.

use std::fs::{self, File, TryLockError};
use std::path::Path;

use anyhow::{Context, bail};

use crate::export::finish;

/// A folder that is being changed; until this value goes, no other run changes it.
#[derive(Debug)]
pub struct FolderLock {
    /// Nothing on systems that lock no folders.
    _folder: Option<File>,
}

impl FolderLock {
    /// Takes a folder, which is made where it is missing, and does what a killed run left to be done in it.
    ///
    /// # Errors
    /// Returns an error where another run has it, or it cannot be made.
    pub fn take(folder: &Path) -> anyhow::Result<Self> {
        fs::create_dir_all(folder).with_context(|| format!("cannot write {}", folder.display()))?;
        let lock = match File::open(folder).ok().map(|file| (file.try_lock(), file)) {
            Some((Ok(()), file)) => Some(file),
            Some((Err(TryLockError::WouldBlock), _)) => bail!(
                "{}: another newsgraph is changing this graph; wait until it is done, then try again",
                folder.display()
            ),
            Some((Err(TryLockError::Error(_)), _)) | None => None,
        };
        finish(folder)?;
        Ok(Self { _folder: lock })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_run_at_a_time_has_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        let first = FolderLock::take(folder.path()).unwrap();
        let error = FolderLock::take(folder.path()).unwrap_err().to_string();
        assert!(error.contains("another newsgraph"), "{error}");
        drop(first);
        FolderLock::take(folder.path()).unwrap();
    }
}
