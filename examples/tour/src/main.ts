import { tourAngoHub } from "./ango-hub/tour.ts";
import { tourCvat } from "./cvat/tour.ts";
import { printSummary } from "./print-summary.ts";

const tours = { CVAT: tourCvat, "Ango Hub": tourAngoHub };

const startedAt = performance.now();
for (const [platform, tour] of Object.entries(tours)) {
  console.log(`\n${platform}: the client at work, against its own mock on loopback HTTP`);
  printSummary(`${platform}, in short`, await tour());
}
console.log(`\nDone in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
