// Who or what the graph knows by part of a name.

const name = document.getElementById("name");
const found = document.getElementById("found");

async function find() {
  const answer = await fetch(`api/find?q=${encodeURIComponent(name.value)}&limit=20`);
  const { entities } = await answer.json();
  found.replaceChildren(
    ...entities.map((entity) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `entity?iri=${encodeURIComponent(entity.iri)}`;
      link.textContent = entity.label;
      item.append(link, ` (${entity.types.join(", ")}): ${entity.statements} statements`);
      return item;
    }),
  );
}

document.getElementById("search").addEventListener("submit", (event) => event.preventDefault());
name.addEventListener("input", find);
find();
