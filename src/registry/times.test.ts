/** What the views make of times that are open, approximate, precise or written by the moon. */
import { describe, expect, it } from "vitest";
import { parseEdtf } from "../core/index.ts";
import { createStatementStore, readStatementFile } from "../statements/index.ts";
import { viewAppealRoll } from "./appeal-roll.ts";
import { firstOf, lastOf } from "./citations.ts";
import { isBornAfterDeath, viewPersonFields } from "./person-fields.ts";
import { citationsOf, holdsWithin, viewPostings } from "./postings.ts";
import { siteStatus, viewSites } from "./sites.ts";
import { viewUnits } from "./units.ts";
import { viewWatchList } from "./watch-list.ts";

function storeOf(...lines: readonly string[]) {
  const store = createStatementStore();
  const yaml = [
    "source: note",
    "defaults: {speaker: speaker:s, chain: first-hand}",
    "statements:",
    ...lines.map((line, index) => `  - {key: K${index}, ${line}, quote: said}`),
  ].join("\n");
  const context = { sourceOf: () => ({ id: "src-1", text: "It was said." }), isNamed: () => true };
  for (const [leafIndex, statement] of readStatementFile(yaml, "a.yaml", context).entries())
    store.add({ statement, leafIndex });
  return store;
}

const dayOf = (iso: string) => parseEdtf(iso).latest ?? Number.NaN;

describe("a posting", () => {
  const POSTING = "subject: office:o, value: person:p";
  const postingOf = (...lines: readonly string[]) => {
    const [posting] = viewPostings(storeOf(...lines.map((line) => `${POSTING}, ${line}`)));
    if (posting === undefined) throw new RangeError("no posting");
    return posting;
  };
  const on = (time: string, ...lines: readonly string[]) => holdsWithin(postingOf(...lines), parseEdtf(time));

  it("is certain of nothing that its writer calls approximate or doubtful", () => {
    expect(on("1987/1989", "property: held-by, time: '1988'")).toBe("certain");
    expect(on("1987/1989", "property: held-by, time: 1988~")).toBe("possible");
    expect(on("1987/1989", "property: held-by, time: '1988?', bound: precise")).toBe("possible");
    const about = ["property: taken-up-by, time: 1985~", "property: left-by, time: '1990'"];
    expect(postingOf(...about)).toMatchObject({ certain: [], assumed: null });
    expect(on("1988", ...about)).toBe("possible");
    expect(on("1988", "property: taken-up-by, time: '1985'", "property: left-by, time: '1990'")).toBe(
      "certain",
    );
  });

  it("rules nothing out before a start that one of several sources leaves open", () => {
    const lines = ["property: taken-up-by, time: ../1988", "property: taken-up-by, time: '1990'"];
    expect(postingOf(...lines).possible.from).toBeNull();
    expect(on("1985", ...lines)).toBe("possible");
    expect(on("1985", "property: taken-up-by, time: '1990'")).toBe("no");
  });

  it("that a precise time leaves open goes on; an unknown end is sure of the day written alone", () => {
    expect(on("2020-05-01", "property: held-by, time: 2013/.., bound: precise")).toBe("certain");
    expect(on("1980", "property: held-by, time: ../1985, bound: precise")).toBe("certain");
    expect(on("2020-05-01", "property: held-by, time: 2013/, bound: precise")).toBe("possible");
    expect(on("2013-01-01", "property: held-by, time: 2013/, bound: precise")).toBe("certain");
    expect(on("2020-05-01", "property: held-by, time: 2013/..")).toBe("possible");
  });

  it("cited for one of two years is not certain of the year between, nor of either", () => {
    const cited = "property: held-by, time: '[1984,1986]'";
    expect(on("1984/1986", cited)).toBe("certain");
    for (const year of ["1984", "1985", "1986"]) expect(on(year, cited)).toBe("possible");
  });

  it("is certain of a season only by the days that every count gives it", () => {
    const day = (iso: string) => `property: held-by, time: ${iso}`;
    expect(on("1988-22", day("1988-07-28"))).toBe("certain");
    expect(on("1988-22", day("1988-06-05"))).toBe("possible");
    expect(on("1988-24", "property: held-by, time: 1987/1990, bound: precise")).toBe("certain");
  });

  it("written by the moon is certain of the days that are its days whenever the moon was seen", () => {
    const month = "property: held-by, time: {text: محرم ۱۴۰۹}, bound: precise";
    // Calculated, Muharram 1409 is 14 August to 12 September 1988.
    expect(on("1988-08-14", month)).toBe("possible");
    expect(on("1988-08-15", month)).toBe("certain");
    expect(on("1988-09-11", month)).toBe("certain");
    expect(on("1988-09-13", month)).toBe("possible");
    expect(on("1988-09-14", month)).toBe("possible");
    const start = postingOf("property: held-by, time: {text: محرم ۱۴۰۹}, bound: precise, starts: true");
    expect(start.taken.map(({ edtf }) => edtf)).toEqual(["[1988-08-13..1988-08-15]"]);
    expect(holdsWithin(start, parseEdtf("1988-08-12"))).toBe("no");
    const day = "property: held-by, time: {text: ۱۶ ذیحجه ۱۴۰۸}";
    expect(on("1988-07-31", day)).toBe("possible");
    expect(on("1988-07-30/1988-08-01", day)).toBe("certain");
  });

  it("is first cited by the statement that can lie furthest back and last by the one furthest on", () => {
    const citations = citationsOf(
      postingOf(
        "property: held-by, time: '1985'",
        "property: held-by, time: 1980/1990",
        "property: held-by, time: 1986-03",
        "property: held-by",
        "property: held-by, time: '1999', polarity: denies",
        "property: taken-up-by, time: '1970'",
      ),
    );
    const keyOf = (citation: ReturnType<typeof firstOf>) => citation?.recorded.statement.key;
    expect([keyOf(firstOf(citations)), keyOf(lastOf(citations))]).toEqual(["K1", "K1"]);
    const later = citationsOf(
      postingOf("property: held-by, time: 1986-03", "property: held-by, time: '1985'"),
    );
    expect([keyOf(firstOf(later)), keyOf(lastOf(later))]).toEqual(["K1", "K0"]);
    expect(lastOf(citationsOf(postingOf("property: held-by")))).toBeNull();
  });
});

describe("a unit", () => {
  it("was first and last cited under another by dated statements", () => {
    const [relation] = viewUnits(
      storeOf(
        ...["time: '1988'", "time: 1979-05", "polarity: asserts"].map(
          (time) => `subject: body:a, property: subordinate-to, value: body:b, ${time}`,
        ),
      ),
    );
    const keys = [relation?.firstCited, relation?.lastCited].map((each) => each?.recorded.statement.key);
    expect(keys).toEqual(["K1", "K0"]);
    expect(relation?.isUndated).toBe(true);
  });
});

describe("a site", () => {
  const statusOf = (iso: string, ...lines: readonly string[]) => {
    const [site] = viewSites(storeOf(...lines.map((line) => `subject: site:s, value: x, ${line}`)));
    if (site === undefined) throw new RangeError("no site");
    const { code, certain } = siteStatus(site, dayOf(iso));
    return `${code} ${certain ? "certainly" : "possibly"}`;
  };

  it("was certainly destroyed by a day only where the date is given without doubt", () => {
    expect(statusOf("2020-01-01", "property: site-destroyed, time: '2018'")).toBe("destroyed certainly");
    expect(statusOf("2020-01-01", "property: site-destroyed, time: 2018~")).toBe("destroyed possibly");
    expect(statusOf("2020-01-01", "property: site-destroyed, time: '2018?'")).toBe("destroyed possibly");
    expect(statusOf("2020-01-01", "property: site-destroyed, time: ../2018")).toBe("destroyed certainly");
  });

  it("whose destruction goes on without an end was destroyed from its first day where that is precise", () => {
    expect(statusOf("2018-07-31", "property: site-destroyed, time: 2017/.., bound: precise")).toBe(
      "destroyed certainly",
    );
    expect(statusOf("2018-07-31", "property: site-destroyed, time: 2017/..")).toBe("destroyed possibly");
  });

  it("was certainly under threat by a day only where the threat is dated", () => {
    expect(statusOf("2020-01-01", "property: site-threatened, time: '2018'")).toBe("threatened certainly");
    expect(statusOf("2020-01-01", "property: site-threatened")).toBe("threatened possibly");
    expect(statusOf("2020-01-01", "property: site-threatened, time: 2019/2021")).toBe("threatened possibly");
  });

  it("tells its life in order, what may have begun before all else first and what has no time last", () => {
    const [site] = viewSites(
      storeOf(
        ...["", ", time: '2018'", ", time: ../2017", ", time: 2018-01"].map(
          (time) => `subject: site:s, property: site-disturbed, value: x${time}`,
        ),
      ),
    );
    expect(site?.life.map(({ recorded }) => recorded.statement.key)).toEqual(["K2", "K3", "K1", "K0"]);
  });

  it("is urgent where announced works may have begun already", () => {
    const works = "subject: site:s, property: site-threat, value: works-announced";
    const urgencyOf = (time: string) => {
      const [watched] = viewWatchList(storeOf(`${works}, time: ${time}`), dayOf("2026-11-27"), 30);
      return [watched?.urgency, watched?.daysLeft];
    };
    expect(urgencyOf("../2027")).toEqual(["works-soon", null]);
    expect(urgencyOf("2026-12-07")).toEqual(["works-soon", 10]);
    expect(urgencyOf("'2028'")).toEqual(["works-announced", 400]);
    expect(urgencyOf("{text: ۱۴۰۵/۹/۱۶, calendar: solar-hijri}")).toEqual(["works-soon", 10]);
  });
});

describe("an appeal", () => {
  it("waits from the last day on which it can have been sent, by whatever calendar", () => {
    const waiting = (time: string) => {
      const store = storeOf(`subject: appeal:a, property: sent, time: ${time}`);
      return viewAppealRoll(store, dayOf("2020-12-31")).map(({ daysWaiting }) => daysWaiting);
    };
    expect(waiting("2020-09")).toEqual([92]);
    expect(waiting("{text: 1 Jumada al-awwal 1442}")).toEqual([14]);
    expect(waiting("'2021'")).toEqual([]);
    expect(waiting("2020-09/")).toEqual([null]);
  });
});

describe("a person's fields", () => {
  it("count every voice that agrees, show the finest of what agrees, and dispute no second name or spelling", () => {
    const fields = viewPersonFields(
      storeOf(
        "subject: person:p, property: died, time: 1988-07-28, speaker: speaker:a",
        "subject: person:p, property: died, time: '1988', speaker: speaker:b",
        "subject: person:p, property: occupation, value: {en: Teacher}, speaker: speaker:a",
        "subject: person:p, property: occupation, value: {en: teacher}, speaker: speaker:b",
        "subject: person:p, property: person-name, value: {text: Ali Hosseini}, speaker: speaker:a",
        "subject: person:p, property: person-name, value: {text: علی حسینی}, speaker: speaker:b",
        "subject: person:p, property: manner-of-death, value: {en: hanged}, speaker: speaker:a",
        "subject: person:p, property: manner-of-death, value: {en: shot}, speaker: speaker:b",
      ),
      ["person:p"],
      (speaker) => speaker,
      () => true,
    );
    const told = fields.map(({ property, claims, shown, shownBy, confirmation }) => [
      property,
      shown === null ? null : (claims[shown]?.voices ?? null),
      shownBy,
      confirmation,
    ]);
    expect(told).toEqual([
      ["died", 2, "agreeing", "independent"],
      ["occupation", 2, "agreeing", "independent"],
      ["person-name", 2, "agreeing", "independent"],
      ["manner-of-death", null, "nobody-more", "disputed"],
    ]);
    expect(fields[0]?.claims[fields[0].shown ?? -1]?.time?.edtf).toBe("1988-07-28");
  });

  it("dispute no place by one that it lies in, and no execution by a killing", () => {
    const confirmationOf = (one: string, other: string) => {
      const fields = viewPersonFields(
        storeOf(`subject: person:p, ${one}`, `subject: person:p, ${other}, speaker: speaker:t`),
        ["person:p"],
        (speaker) => speaker,
        () => true,
        undefined,
        (inner, outer) => inner === outer || (inner === "place:prison" && outer === "place:town"),
      );
      return fields.map(({ confirmation }) => confirmation).join();
    };
    const died = "property: died, time: '1988'";
    expect(confirmationOf(`${died}, place: place:prison`, `${died}, place: place:town`)).toBe("independent");
    expect(confirmationOf(`${died}, place: place:prison`, `${died}, place: place:hill`)).toBe("disputed");
    const status = (code: string) => `property: victim-status, value: ${code}`;
    expect(confirmationOf(status("executed"), status("killed"))).toBe("independent");
    expect(confirmationOf(status("executed"), status("found-alive"))).toBe("disputed");
  });

  it("say that somebody was born after they died only where no reading of the dates allows another order", () => {
    const isOdd = (born: string, died: string) =>
      isBornAfterDeath(
        viewPersonFields(
          storeOf(
            `subject: person:p, property: born, time: ${born}`,
            `subject: person:p, property: died, time: ${died}`,
          ),
          ["person:p"],
          (speaker) => speaker,
          () => true,
        ),
      );
    expect(isOdd("'1990'", "'1988'")).toBe(true);
    expect(isOdd("1988~", "'1987'")).toBe(false);
    expect(isOdd("'1988'", "1988-07")).toBe(false);
  });

  it("are disputed by times that exclude each other, not by one that is finer than the other", () => {
    const confirmationOf = (one: string, other: string) => {
      const died = "subject: person:p, property: died";
      const [field] = viewPersonFields(
        storeOf(`${died}, time: ${one}`, `${died}, time: ${other}, speaker: speaker:t`),
        ["person:p"],
        (speaker) => speaker,
        () => true,
      );
      return field?.confirmation;
    };
    expect(confirmationOf("1988-08", "1988-09")).toBe("disputed");
    // Who says it more coarsely bears it out.
    expect(confirmationOf("1988-08", "'1988'")).toBe("independent");
    expect(confirmationOf("1988-08", "{text: مرداد ۱۳۶۷}")).toBe("independent");
    expect(confirmationOf("1988-08", "{text: محرم ۱۴۰۸}")).toBe("disputed");
  });
});
