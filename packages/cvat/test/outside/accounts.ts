import type { JsonObject } from "./json-value.ts";

/** Somebody with an account. */
export interface User {
  readonly id: number;
  readonly username: string;
  readonly password: string;
  /** The slugs of the organizations that they are a member of. */
  readonly organizations: readonly string[];
}

export interface AccessToken {
  readonly id: number;
  readonly secret: string;
  readonly userId: number;
  readonly isReadOnly: boolean;
}

/** A session that a browser has, by its cookies. */
export interface Session {
  readonly sessionId: string;
  readonly csrfToken: string;
  readonly userId: number;
}

/** Who may call, and by what. */
export interface Accounts {
  readonly users: readonly User[];
  readonly accessTokens: readonly AccessToken[];
  /** Users by the keys of `POST /api/auth/login`. */
  readonly keys: Map<string, number>;
  readonly sessions: readonly Session[];
}

export function createAccounts(): Accounts {
  return {
    users: [
      { id: 1, username: "ada", password: "outside-password", organizations: ["acme", "beta"] },
      { id: 2, username: "bob", password: "another-password", organizations: ["acme"] },
    ],
    accessTokens: [
      { id: 1, secret: "outside-access-token", userId: 1, isReadOnly: false },
      { id: 2, secret: "outside-read-only-token", userId: 1, isReadOnly: true },
    ],
    keys: new Map(),
    sessions: [{ sessionId: "outside-session", csrfToken: "outside-csrf-token", userId: 1 }],
  };
}

/** A user as objects refer to them. */
export function showBasicUser({ id, username }: User): JsonObject {
  const url = `http://cvat-server:8080/api/users/${id}`;
  return { url, id, username, first_name: username, last_name: "Example" };
}

/** A user as they see themselves. */
export function showUser(user: User): JsonObject {
  return {
    ...showBasicUser(user),
    email: `${user.username}@example.com`,
    groups: ["user"],
    is_staff: false,
    is_superuser: false,
    is_active: true,
    last_login: null,
    date_joined: "2026-01-01T00:00:00Z",
    has_analytics_access: false,
  };
}
