/** The life of a person as the lists date it: each moment as the rows give it, and how far they bound the life. */
import { boundLife, isUndated, LIFE_MOMENTS, type Person } from "../registry/index.ts";
import type { LifeView } from "./person-views.ts";
import type { CaseRecord } from "./persons.ts";
import type { Presenter } from "./present-statement.ts";
import { keyOfValue, toValueId } from "./value-id.ts";

export function presentLife({ id, members }: Person<CaseRecord>, presenter: Presenter): LifeView {
  const moments = LIFE_MOMENTS.flatMap((moment) => {
    const values = new Map<string, { records: number; time: LifeView["moments"][number]["time"] }>();
    for (const { record } of members) {
      const value = record.fields[moment];
      if (value?.kind !== "date") continue;
      const key = keyOfValue(value);
      values.set(key, { records: (values.get(key)?.records ?? 0) + 1, time: presenter.time(value.time) });
    }
    return [...values].map(([key, { records, time }]) => ({
      moment,
      label: presenter.fieldLabel(moment),
      origin: toValueId({ person: id, field: moment, key }),
      time,
      records,
    }));
  });
  const dated = moments.filter(({ time }) => !isUndated(time));
  return {
    moments: dated,
    undated: moments.filter(({ time }) => isUndated(time)),
    bounds: boundLife(
      dated.map(({ moment, time }) => ({ moment, earliest: time.earliest, latest: time.latest })),
    ),
  };
}
