import { tourAngoHub } from "./ango-hub/tour.ts";
import { tourBlueGuardrails } from "./blue-guardrails/tour.ts";
import { tourCvat } from "./cvat/tour.ts";
import { runTours } from "./run-tours.ts";
import { tourStardust } from "./stardust/tour.ts";

const succeeded = await runTours({
  CVAT: tourCvat,
  "Ango Hub": tourAngoHub,
  Stardust: tourStardust,
  "Blue Guardrails": tourBlueGuardrails,
});
if (!succeeded) process.exitCode = 1;
