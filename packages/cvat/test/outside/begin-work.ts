import { showBasicUser, type User } from "./accounts.ts";
import { unauthorized } from "./authenticate.ts";
import type { Answer } from "./answer.ts";
import type { JsonObject } from "./json-value.ts";
import type { Call } from "./route.ts";

interface BegunWork {
  /** Such as `export`, `import` and `create`. */
  readonly action: string;
  /** `task`, `project` or `job`. */
  readonly target: string;
  readonly targetId: number | undefined;
  /** Such as `dataset`, `annotations` and `backup`. */
  readonly subresource: string | undefined;
  readonly format?: string | undefined;
  readonly finish: (requestId: string) => JsonObject;
}

/** Begins work in the background: 202, or 409 while the same is under way, with the id of the request either way. */
export function beginWork({ user, platform }: Call, work: BegunWork): Answer {
  const { action, target, targetId, subresource, format, finish } = work;
  const owner = signedIn(user);
  const id = [
    `action=${action}`,
    `target=${target}`,
    ...(targetId === undefined ? [] : [`target_id=${targetId}`]),
    `user_id=${owner.id}`,
    ...(subresource === undefined ? [] : [`subresource=${subresource}`]),
    // Ids hold neither a dot nor a space.
    ...(format === undefined ? [] : [`format=${format.replaceAll(".", "~").replaceAll(" ", "_")}`]),
  ].join("&");
  const operation = {
    ...(targetId !== undefined && { [`${target}_id`]: targetId }),
    ...(format !== undefined && { format }),
    ...(subresource === "backup" && { lightweight: false }),
  };
  const type = `${action}:${subresource ?? target}`;
  const begun = { id, type, target, operation, owner: showBasicUser(owner), finish: () => finish(id) };
  const { isNew } = platform.background.begin(begun);
  return { status: isNew ? 202 : 409, json: { rq_id: id } };
}

/** Whoever calls what nobody unknown may call. */
export function signedIn(user: User | undefined): User {
  if (user === undefined) throw unauthorized("Authentication credentials were not provided.");
  return user;
}
