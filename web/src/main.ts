// The desk's islands. Every page works without them.
import { startCharts } from "./charts";
import { startDrift } from "./drift";
import { startKeys } from "./keys";
import { startLoading } from "./load";
import { startMaps } from "./mapview";
import { startMarks } from "./marks";
import { startReview } from "./review";
import { startTheme } from "./toggle";

const islands = [startTheme, startKeys, startMarks, () => startCharts(), () => startMaps(), startLoading, startReview, startDrift];
for (const start of islands) {
  try {
    start();
  } catch (error) {
    console.error(error); // one island that fails leaves the others and the page as they are
  }
}
