import type { Routes } from "./route.ts";

const incident = {
  id: 1,
  incidentFixDesc: "system error",
  reportedTime: 1_744_080_193_000,
  fixedTime: 1_744_862_027_000,
  incidentLevel: "High",
  dataIntegrity: "Correctable",
  downtime: 60,
};

/** How the platform itself is. */
export const helixSystemRoutes: Routes = {
  "GET /system/getStatus": () => ["All systems are operational"],
  "GET /incident/getPastIncidents": () => [incident],
};
