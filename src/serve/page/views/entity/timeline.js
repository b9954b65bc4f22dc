// What happened when, of one entity.

import { get } from "../../lib/api.js";
import { timelineList } from "../timeline.js";

export async function timeline(entity, route, context) {
  const entries = await get("api/timeline", { about: entity.iri }, context.signal);
  return timelineList(entries, route, context, { view: "entity", iri: entity.iri, show: "timeline" });
}
