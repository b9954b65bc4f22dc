//! Pictures and reports of invented stories: well-formed, safe, the same every time. To look at them:
//! `PICTURES=/tmp/pictures cargo test --test pictures`.

mod invented;

use newsgraph::export::{dot, png, report, svg};

#[test]
fn pictures_of_all_sizes_are_drawn() {
    let ontology = invented::ontology();
    for size in [5, 15, 30, 40, 80, 300] {
        let story = invented::story(size);
        let picture = svg::write(&story, &ontology);
        assert_eq!(picture, svg::write(&story, &ontology), "the same story gives the same picture");
        if let Some(folder) = std::env::var_os("PICTURES") {
            let folder = std::path::Path::new(&folder);
            std::fs::create_dir_all(folder).unwrap();
            std::fs::write(folder.join(format!("{size}.svg")), &picture).unwrap();
            std::fs::write(folder.join(format!("{size}.png")), png::write(&picture).unwrap()).unwrap();
            std::fs::write(folder.join(format!("{size}.dot")), dot::write(&story, &ontology)).unwrap();
            std::fs::write(folder.join(format!("{size}.html")), report::write(&story, &ontology)).unwrap();
        }
    }
}
