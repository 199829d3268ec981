import { randomBytes } from "node:crypto";
import { showBasicUser, showUser } from "./accounts.ts";
import { unauthorized } from "./authenticate.ts";
import { answerPage } from "./page.ts";
import { refuseDetail, refuseFields } from "./refusal.ts";
import type { Routes } from "./route.ts";

const time = "2026-01-01T00:00:00Z";

export const accountRoutes: Routes = {
  "POST /api/auth/login": ({ body, platform: { accounts } }) => {
    const user = accounts.users.find(
      ({ username, password }) => username === body["username"] && password === body["password"],
    );
    if (user === undefined) {
      throw refuseFields({ non_field_errors: ["Unable to log in with provided credentials."] });
    }
    const key = randomBytes(20).toString("hex");
    accounts.keys.set(key, user.id);
    return { json: { key } };
  },
  "GET /api/auth/access_tokens/self": ({ user, hasAccessToken, headers, platform: { accounts } }) => {
    if (user === undefined) throw unauthorized("Authentication credentials were not provided.");
    if (!hasAccessToken) throw refuseDetail(403, "You do not have permission to perform this action.");
    const token = accounts.accessTokens.find(({ secret }) => headers.authorization === `Bearer ${secret}`);
    const json = {
      id: token?.id,
      name: "ci",
      created_date: time,
      updated_date: time,
      expiry_date: null,
      last_used_date: null,
      read_only: token?.isReadOnly,
      owner: showBasicUser(user),
    };
    return { json };
  },
  "GET /api/users/self": ({ user }) => {
    if (user === undefined) throw unauthorized("Authentication credentials were not provided.");
    return { json: showUser(user) };
  },
  // Whoever asks sees themselves whole, and of others what objects tell.
  "GET /api/users": (call) => {
    const { users } = call.platform.accounts;
    return answerPage(
      call,
      users.map((each) => (each.id === call.user?.id ? showUser(each) : showBasicUser(each))),
    );
  },
  "GET /api/organizations": (call) => {
    const { organizations, accounts } = call.platform;
    const owner = accounts.users[0];
    const rows = organizations.map(({ id, slug }) => ({
      id,
      slug,
      name: slug,
      description: "",
      created_date: time,
      updated_date: time,
      contact: {},
      owner: owner === undefined ? null : showBasicUser(owner),
    }));
    return answerPage(call, rows);
  },
};
