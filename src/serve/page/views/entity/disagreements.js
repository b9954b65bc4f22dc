// Where sources disagree about one entity.

import { get } from "../../lib/api.js";
import { disagreementList } from "../disagreements.js";

export async function disagreements(entity, route, context) {
  return disagreementList(await get("api/conflicts", { about: entity.iri }, context.signal), context, entity.iri);
}
