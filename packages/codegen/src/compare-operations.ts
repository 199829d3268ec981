import { compareSchemas } from "./compare-schemas.ts";
import type { Parameter, SpecOperation } from "./openapi.ts";
import { bodyShape, successShape } from "./operation-types.ts";
import type { SpecChange } from "./spec-change.ts";

/** Compares two versions of one operation. */
export function compareOperations(before: SpecOperation, after: SpecOperation): SpecChange[] {
  return [
    ...compareIdentity(before, after),
    ...compareParameters(before, after),
    ...compareBodies(before, after),
    ...compareAnswers(before, after),
  ];
}

/** How an operation is called in messages. */
export function operationSubject({ id, method, path }: SpecOperation): string {
  return `${id} (${method.toUpperCase()} ${path})`;
}

function compareIdentity(before: SpecOperation, after: SpecOperation): SpecChange[] {
  const changes: SpecChange[] = [];
  const change = (breaking: boolean, detail: string) => {
    changes.push({ kind: "changed", breaking, subject: operationSubject(after), detail });
  };
  if (before.id !== after.id) change(true, `was called ${before.id}`);
  if (before.method !== after.method || before.path !== after.path) {
    change(true, `was ${before.method.toUpperCase()} ${before.path}`);
  }
  if (before.deprecated !== after.deprecated)
    change(false, after.deprecated ? "is deprecated" : "is no longer deprecated");
  if (before.anonymous !== after.anonymous)
    change(false, after.anonymous ? "needs no credential" : "needs a credential");
  if (before.idempotent !== after.idempotent) {
    change(false, after.idempotent === true ? "is repeated like a read" : "is repeated as its method is");
  }
  return changes;
}

function compareParameters(before: SpecOperation, after: SpecOperation): SpecChange[] {
  const key = ({ in: place, name }: Parameter): string => `${place} ${name}`;
  const old = new Map(before.parameters.map((parameter) => [key(parameter), parameter]));
  const now = new Map(after.parameters.map((parameter) => [key(parameter), parameter]));
  const at = (parameter: Parameter): string => `${after.id}: ${parameter.in} parameter ${parameter.name}`;
  const changes: SpecChange[] = [];
  for (const [name, parameter] of old) {
    if (!now.has(name)) changes.push({ kind: "removed", breaking: true, subject: at(parameter) });
  }
  for (const [name, parameter] of now) {
    const present = old.get(name);
    const subject = at(parameter);
    if (present === undefined) {
      const detail = parameter.required ? { detail: "and has to be sent" } : {};
      changes.push({ kind: "added", breaking: parameter.required, subject, ...detail });
      continue;
    }
    if (present.required !== parameter.required) {
      const detail = parameter.required ? "is required" : "is no longer required";
      changes.push({ kind: "changed", breaking: parameter.required, subject, detail });
    }
    const direction = { sent: true, received: false };
    changes.push(...compareSchemas({ before: present.schema, after: parameter.schema, subject, direction }));
  }
  return changes;
}

function compareBodies(before: SpecOperation, after: SpecOperation): SpecChange[] {
  const subject = `${after.id}: request body`;
  if (before.body === undefined || after.body === undefined) {
    if (before.body === after.body) return [];
    const breaking = after.body === undefined || after.body.required;
    return [{ kind: after.body === undefined ? "removed" : "added", breaking, subject }];
  }
  const changes: SpecChange[] = [];
  if (before.body.required !== after.body.required) {
    const detail = after.body.required ? "is required" : "is no longer required";
    changes.push({ kind: "changed", breaking: after.body.required, subject, detail });
  }
  const [old, now] = [bodyShape(before.body), bodyShape(after.body)];
  if (old?.media.mediaType !== now?.media.mediaType) {
    const detail = `is ${now?.media.mediaType ?? "nothing"}, was ${old?.media.mediaType ?? "nothing"}`;
    changes.push({ kind: "changed", breaking: old?.kind !== now?.kind, subject, detail });
  }
  const direction = { sent: true, received: false };
  return [...changes, ...compareSchemas({ before: old?.media.schema, after: now?.media.schema, subject, direction })];
}

/** Compares what is answered on success. Failures are one type whatever the specification says of them. */
function compareAnswers(before: SpecOperation, after: SpecOperation): SpecChange[] {
  const [old, now] = [successShape(before), successShape(after)];
  const subject = `${after.id}: answer`;
  const changes: SpecChange[] = [];
  if (old.kind !== now.kind) {
    // Where nothing was answered, nothing was read.
    changes.push({
      kind: "changed",
      breaking: old.kind !== "none",
      subject,
      detail: `is ${now.kind}, was ${old.kind}`,
    });
  }
  const oldByStatus = new Map(old.answers.map(({ status, media }) => [status, media]));
  const nowByStatus = new Map(now.answers.map(({ status, media }) => [status, media]));
  for (const status of oldByStatus.keys()) {
    if (!nowByStatus.has(status)) changes.push({ kind: "removed", breaking: false, subject: `${subject} ${status}` });
  }
  for (const [status, media] of nowByStatus) {
    const present = oldByStatus.get(status);
    if (!oldByStatus.has(status)) {
      const isNew =
        media?.schema !== undefined &&
        ![...oldByStatus.values()].some((other) => sameSchema(other?.schema, media.schema));
      changes.push({ kind: "added", breaking: isNew && now.kind === "json", subject: `${subject} ${status}` });
      continue;
    }
    if (present === undefined || media === undefined || now.kind !== "json" || old.kind !== "json") continue;
    const direction = { sent: false, received: true };
    changes.push(
      ...compareSchemas({ before: present.schema, after: media.schema, subject: `${subject} ${status}`, direction }),
    );
  }
  return changes;
}

function sameSchema(first: unknown, second: unknown): boolean {
  return JSON.stringify(first) === JSON.stringify(second);
}
