//! The shape of the house: rooms one above the other, no two files that import each other, no file that nobody can
//! read at one sitting. Read off the sources themselves, so that the drawing in ARCHITECTURE.md cannot drift from them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemUse, UseTree, Visibility};

/// The rooms from the ground up: a room may import those before it, never those after it.
const ROOMS: &[&str] = &[
    "vocabulary",
    "allocator",
    "confidence",
    "quiet",
    "harmless",
    "page",
    "read",
    "weights",
    "vector_unit",
    "language",
    "encoder",
    "grammar",
    "ontology",
    "annotations",
    "document",
    "mentions",
    "tree_repair",
    "learned",
    "relations",
    "scorer",
    "taught",
    "attribution",
    "time",
    "extract",
    "story",
    "events",
    "disagreements",
    "decisions",
    "coreference",
    "resolve",
    "remembered",
    "faults",
    "pipeline",
    "index",
    "graph",
    "xml",
    "picture",
    "export",
    "evaluate",
    "suggest",
    "files",
    "terminal",
    "living",
    "remote",
    "serve",
    "cli",
    "lib",
    "main",
];

/// Lines of the longest file, and of the largest room, tests beside the code counted.
const LONGEST_FILE: usize = 300;
const LARGEST_ROOM: usize = 4500;

/// A module's place: `["grammar", "tree"]`; the crate's root is empty.
type ModulePath = Vec<String>;

/// The sources, by module.
struct House {
    files: BTreeMap<ModulePath, Source>,
}

struct Source {
    lines: usize,
    /// Names that the file defines.
    items: BTreeSet<String>,
    /// Names that it hands on, with where they come from.
    faces: BTreeMap<String, ModulePath>,
    /// Paths that it names: of imports, and in the code.
    paths: Vec<ModulePath>,
    /// The files of tests that it declares.
    tests: BTreeSet<String>,
}

impl House {
    fn read() -> Self {
        let mut house = Self { files: BTreeMap::new() };
        house.enter(Path::new(env!("CARGO_MANIFEST_DIR")).join("src").as_path(), &[]);
        house.leave_out_what_tests_name();
        let known: BTreeSet<ModulePath> = house.files.keys().cloned().collect();
        for (module, source) in &mut house.files {
            let absolute = |path: &ModulePath| absolute(module, path, &known);
            source.paths = source.paths.iter().filter_map(absolute).collect();
            source.faces = source
                .faces
                .iter()
                .filter_map(|(name, path)| Some((name.clone(), absolute(path)?)))
                .collect();
        }
        house
    }

    fn enter(&mut self, folder: &Path, module: &[String]) {
        let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let mut place = module.to_vec();
            if path.is_dir() {
                place.push(name);
                self.enter(&path, &place);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                if name != "mod" && name != "lib" {
                    place.push(name);
                }
                self.files.insert(place, Source::read(&path));
            }
        }
    }

    /// A test may import whatever it needs.
    fn leave_out_what_tests_name(&mut self) {
        let of_file = |(module, source): (&ModulePath, &Source)| -> Vec<ModulePath> {
            source.tests.iter().map(|name| [module.as_slice(), std::slice::from_ref(name)].concat()).collect()
        };
        let tests: Vec<ModulePath> = self.files.iter().flat_map(of_file).collect();
        for test in tests {
            self.files.entry(test).and_modify(|source| source.paths.clear());
        }
    }

    /// The file that a path leads to, through the faces of rooms on its way.
    fn file_of(&self, path: &[String]) -> Option<&ModulePath> {
        let longest = (0..=path.len()).rev().find(|&end| self.files.contains_key(&path[..end]))?;
        let (module, source) = self.files.get_key_value(&path[..longest])?;
        match path.get(longest).filter(|name| !source.items.contains(*name)) {
            Some(name) if source.faces.contains_key(name) => self.file_of(&source.faces[name]),
            _ => Some(module),
        }
    }

    /// Which file imports which.
    fn imports(&self) -> BTreeSet<(&ModulePath, &ModulePath)> {
        let mut found = BTreeSet::new();
        for (module, source) in &self.files {
            for target in source.paths.iter().filter_map(|path| self.file_of(path)) {
                // The root of the crate and a room's own face hold modules, not code.
                if target != module && !target.is_empty() && !module.is_empty() {
                    found.insert((module, target));
                }
            }
        }
        found
    }
}

impl Source {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut reader = Reader::default();
        for item in &file.items {
            reader.visit_item(item);
        }
        Self {
            lines: text.lines().count(),
            items: reader.items,
            faces: reader.faces,
            paths: reader.paths,
            tests: reader.tests,
        }
    }
}

/// Gathers what a file defines, hands on and names, its tests left out.
#[derive(Default)]
struct Reader {
    items: BTreeSet<String>,
    faces: BTreeMap<String, ModulePath>,
    paths: Vec<ModulePath>,
    tests: BTreeSet<String>,
}

impl Reader {
    fn import(&mut self, tree: &UseTree, before: &[String], handed_on: bool) {
        let with = |name: &syn::Ident| {
            let mut path = before.to_vec();
            path.push(name.to_string());
            path
        };
        let (name, path) = match tree {
            UseTree::Path(path) => return self.import(&path.tree, &with(&path.ident), handed_on),
            UseTree::Group(group) => {
                return group.items.iter().for_each(|tree| self.import(tree, before, handed_on));
            }
            UseTree::Glob(_) => (None, before.to_vec()),
            UseTree::Name(name) if name.ident == "self" => (before.last().cloned(), before.to_vec()),
            UseTree::Name(name) => (Some(name.ident.to_string()), with(&name.ident)),
            UseTree::Rename(rename) => (Some(rename.rename.to_string()), with(&rename.ident)),
        };
        if let Some(name) = name.filter(|_| handed_on) {
            self.faces.insert(name, path.clone());
        }
        self.paths.push(path);
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        let (name, attributes) = match item {
            Item::Const(item) => (Some(&item.ident), &item.attrs),
            Item::Enum(item) => (Some(&item.ident), &item.attrs),
            Item::Fn(item) => (Some(&item.sig.ident), &item.attrs),
            Item::Static(item) => (Some(&item.ident), &item.attrs),
            Item::Struct(item) => (Some(&item.ident), &item.attrs),
            Item::Trait(item) => (Some(&item.ident), &item.attrs),
            Item::Type(item) => (Some(&item.ident), &item.attrs),
            Item::Mod(item) => (None, &item.attrs),
            _ => (None, const { &Vec::new() }),
        };
        if attributes.iter().any(is_for_tests) {
            if let Item::Mod(module) = item {
                self.tests.insert(module.ident.to_string());
            }
            return;
        }
        self.items.extend(name.map(ToString::to_string));
        visit::visit_item(self, item);
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.import(&item.tree, &[], !matches!(item.vis, Visibility::Inherited));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: ModulePath = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if names.len() > 1 {
            self.paths.push(names);
        }
        visit::visit_path(self, path);
    }
}

fn is_for_tests(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
        && attribute.parse_args::<syn::Path>().is_ok_and(|condition| condition.is_ident("test"))
}

/// A path as the crate's root would write it; `None` for paths that lead out of the crate.
fn absolute(module: &ModulePath, path: &ModulePath, known: &BTreeSet<ModulePath>) -> Option<ModulePath> {
    let (first, rest) = path.split_first()?;
    match first.as_str() {
        "crate" => Some(rest.to_vec()),
        "self" => Some([module.as_slice(), rest].concat()),
        "super" => {
            let parent = module[..module.len().checked_sub(1)?].to_vec();
            if rest.first().is_some_and(|next| next == "super") {
                return absolute(&parent, &rest.to_vec(), known);
            }
            Some([parent.as_slice(), rest].concat())
        }
        _ => {
            Some([module.as_slice(), path].concat()).filter(|within| known.contains(&within[..=module.len()]))
        }
    }
}

/// The room of a file: its folder below `src`, or the file itself where it stands at the top.
fn room(module: &ModulePath) -> &str {
    module.first().map_or("lib", String::as_str)
}

fn named(module: &ModulePath) -> String {
    module.join("/")
}

#[test]
fn no_file_imports_one_that_imports_it() {
    let house = House::read();
    let imports = house.imports();
    let numbers: BTreeMap<&ModulePath, usize> =
        house.files.keys().enumerate().map(|(number, module)| (module, number)).collect();
    let modules: Vec<&ModulePath> = house.files.keys().collect();
    let graph: DiGraphMap<usize, ()> =
        imports.iter().map(|(from, to)| (numbers[from], numbers[to], ())).collect();
    let circles: Vec<Vec<String>> = tarjan_scc(&graph)
        .into_iter()
        .filter(|circle| circle.len() > 1)
        .map(|circle| circle.into_iter().map(|number| named(modules[number])).collect())
        .collect();
    assert!(circles.is_empty(), "files that import each other: {circles:#?}");
    assert!(imports.len() > 500, "only {} imports were found", imports.len());
}

#[test]
fn rooms_import_only_what_is_below_them() {
    let house = House::read();
    let floor = |module: &ModulePath| {
        ROOMS.iter().position(|name| *name == room(module)).unwrap_or_else(|| {
            panic!("the room {} has no place in ROOMS", room(module));
        })
    };
    let upwards: Vec<String> = house
        .imports()
        .into_iter()
        .filter(|(from, to)| floor(from) < floor(to))
        .map(|(from, to)| format!("{} imports {}", named(from), named(to)))
        .collect();
    assert!(upwards.is_empty(), "{upwards:#?}");
}

#[test]
fn files_and_rooms_are_small() {
    let house = House::read();
    let long: Vec<String> = house
        .files
        .iter()
        .filter(|(_, source)| source.lines > LONGEST_FILE)
        .map(|(module, source)| format!("{} has {} lines", named(module), source.lines))
        .collect();
    let mut rooms: BTreeMap<&str, usize> = BTreeMap::new();
    for (module, source) in &house.files {
        *rooms.entry(room(module)).or_default() += source.lines;
    }
    rooms.retain(|_, lines| *lines > LARGEST_ROOM);
    assert!(long.is_empty() && rooms.is_empty(), "{long:#?} {rooms:#?}");
}
