//! Folders of small files, as tests of reading want them.

use std::fs;

use tempfile::TempDir;

/// A folder with these files in it; names may have folders in them.
pub fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    folder
}
