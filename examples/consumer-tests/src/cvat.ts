import { createCvatClient, type CvatClient } from "@labelwire/cvat";

/** The client of the whole program. The token is read here and checked at the first call. */
export const cvat: CvatClient = createCvatClient({
  baseUrl: "https://cvat.example.com",
  auth: () => ({ accessToken: process.env["CVAT_ACCESS_TOKEN"] }),
});
