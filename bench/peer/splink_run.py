"""Runs Splink on one labelled set and writes stage timings, pair counts and clusters as JSON.

Settings are those of Splink's own documentation for the set (deduplicate_50k_synthetic, the detailed model of febrl4, the
tutorial for fake_1000), told again here. For rldata10000 it has none: that follows the pattern of the others.

usage: splink_run.py JOB.json
job: {set, files: [paths], pairs: path or null, thresholds: [probabilities], out: path}
"""

import json
import logging
import resource
import sys
import time

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

def in_words(rule):
    return rule if isinstance(rule, str) else rule.get_blocking_rule("duckdb").blocking_rule_sql.replace('"', "")


def historical_50k():
    rules = [
        block_on("substr(first_name,1,3)", "substr(surname,1,4)"),
        block_on("surname", "dob"),
        block_on("first_name", "dob"),
        block_on("postcode_fake", "first_name"),
        block_on("postcode_fake", "surname"),
        block_on("dob", "birth_place"),
        block_on("substr(postcode_fake,1,3)", "dob"),
        block_on("substr(postcode_fake,1,3)", "first_name"),
        block_on("substr(postcode_fake,1,3)", "surname"),
        block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
    ]
    return {
        "extra": {"first_name_surname_concat": "first_name || ' ' || surname"},
        "id": "unique_id",
        "link_type": "dedupe_only",
        "rules": rules,
        "comparisons": [
            cl.ForenameSurnameComparison(
                "first_name", "surname", forename_surname_concat_col_name="first_name_surname_concat"
            ),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode_fake"),
            cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
        ],
        "deterministic": [
            block_on("first_name", "surname", "dob"),
            block_on("substr(first_name,1,2)", "surname", "substr(postcode_fake,1,2)"),
            block_on("dob", "postcode_fake"),
        ],
        "recall": 0.6,
        "max_pairs": 5e6,
        "training": [block_on("first_name", "surname"), block_on("dob")],
        "documented": 0.95,
    }


def febrl4():
    rules = [
        block_on("given_name", "surname"),
        "l.given_name = r.surname and l.surname = r.given_name",
        block_on("date_of_birth"),
        block_on("soc_sec_id"),
        block_on("state", "address_1"),
        block_on("street_number", "address_1"),
        block_on("postcode"),
    ]
    return {
        "id": "rec_id",
        "link_type": "link_only",
        "rules": rules,
        "comparisons": [
            cl.NameComparison("given_name").configure(term_frequency_adjustments=True),
            cl.NameComparison("surname").configure(term_frequency_adjustments=True),
            cl.DateOfBirthComparison(
                "date_of_birth", input_is_string=True, datetime_format="%Y%m%d", invalid_dates_as_null=True
            ),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(term_frequency_adjustments=True),
        ],
        "deterministic": [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")],
        "recall": 0.8,
        "max_pairs": 1e6,
        "training": [block_on("date_of_birth"), block_on("postcode")],
        "documented": 0.99,
    }


def fake_1000():
    # The model of the tutorial, with the looser blocking rules of its evaluation part.
    return {
        "id": "unique_id",
        "link_type": "dedupe_only",
        "rules": [block_on("first_name"), block_on("city"), block_on("email"), block_on("dob")],
        "comparisons": [
            cl.NameComparison("first_name"),
            cl.NameComparison("surname"),
            cl.LevenshteinAtThresholds("dob", 1),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
        "deterministic": [
            block_on("first_name", "dob"),
            "l.first_name = r.first_name and levenshtein(l.surname, r.surname) <= 2",
            block_on("email"),
        ],
        "recall": 0.7,
        "max_pairs": 1e6,
        "training": [block_on("first_name", "surname"), block_on("dob")],
        "without_tf": False,
        "documented": 0.5,
    }


def rldata10000():
    def joined(one, two):
        return f"trim({one} || ' ' || coalesce(nullif({two}, 'NA'), ''))"

    return {
        "extra": {
            "first_name": joined("fname_c1", "fname_c2"),
            "surname": joined("lname_c1", "lname_c2"),
            "dob": 'lpad("by", 4, \'0\') || \'-\' || lpad(bm, 2, \'0\') || \'-\' || lpad(bd, 2, \'0\')',
        },
        "id": "rec_id",
        "link_type": "dedupe_only",
        "rules": [block_on("first_name"), block_on("surname"), block_on("dob")],
        "comparisons": [
            cl.NameComparison("first_name").configure(term_frequency_adjustments=True),
            cl.NameComparison("surname").configure(term_frequency_adjustments=True),
            cl.DateOfBirthComparison("dob", input_is_string=True, invalid_dates_as_null=True),
        ],
        "deterministic": [
            "l.first_name = r.first_name and levenshtein(l.dob, r.dob) <= 1",
            "l.surname = r.surname and levenshtein(l.dob, r.dob) <= 1",
        ],
        "recall": 0.7,
        "max_pairs": 1e6,
        "training": [block_on("dob"), block_on("first_name", "surname")],
        "documented": None,
    }


SETS = {"historical-50k": historical_50k, "febrl4": febrl4, "fake-1000": fake_1000, "rldata10000": rldata10000}


def read_table(con, path, name, extra):
    """A CSV file as a table of trimmed texts, with empty ones as NULL."""
    columns = con.sql(f"select * from read_csv('{path}', header=true, all_varchar=true)").columns
    plain = ", ".join(f"nullif(trim(\"{column}\"), '') as \"{column.strip()}\"" for column in columns)
    more = "".join(f', {expression} as "{column}"' for column, expression in extra.items())
    con.execute(
        f"create table {name} as with plain as (select {plain} from"
        f" read_csv('{path}', header=true, all_varchar=true)) select *{more} from plain"
    )


def main(job):
    logging.disable(logging.CRITICAL)
    config = SETS[job["set"]]()
    stages = {}

    def timed(name, action):
        start = time.perf_counter()
        result = action()
        stages[name] = stages.get(name, 0) + time.perf_counter() - start
        return result

    started = resource.getrusage(resource.RUSAGE_SELF)
    con = duckdb.connect()
    api = DuckDBAPI(connection=con)
    names = [path.rsplit("/", 1)[-1].removesuffix(".csv") for path in job["files"]]

    def load():
        for path, name in zip(job["files"], names):
            read_table(con, path, name, config.get("extra", {}))
        tables = [api.register(name, dataset_display_name=f"in_{name}") for name in names]
        settings = SettingsCreator(
            link_type=config["link_type"],
            unique_id_column_name=config["id"],
            blocking_rules_to_generate_predictions=config["rules"],
            comparisons=config["comparisons"],
        )
        return Linker(tables if len(tables) > 1 else tables[0], settings, log_level=None)

    linker = timed("load", load)
    training = linker.training
    timed(
        "prior",
        lambda: training.estimate_probability_two_random_records_match(
            config["deterministic"], recall=config["recall"]
        ),
    )
    timed("estimate u", lambda: training.estimate_u_using_random_sampling(max_pairs=config["max_pairs"]))

    def expectation():
        for rule in config["training"]:
            training.estimate_parameters_using_expectation_maximisation(
                rule, estimate_without_term_frequencies=config.get("without_tf", True)
            )

    timed("EM", expectation)

    def block():
        if job["pairs"] is None:
            return linker.inference.compute_blocked_pairs_for_predict()
        con.execute(
            "create table our_pairs as select '0' as match_key, l as join_key_l, r as join_key_r from"
            f" read_csv('{job['pairs']}', header=true, all_varchar=true)"
        )
        return linker.table_management.register_blocked_pairs_for_predict(api.register("our_pairs"))

    blocked = timed("block", block)
    pairs = con.sql(f"select count(*) from {blocked.physical_name}").fetchall()[0][0]
    predictions = timed("predict", linker.inference.predict)

    def cluster(threshold):
        frame = linker.clustering.cluster_pairwise_predictions_at_threshold(
            predictions, threshold_match_probability=threshold
        )
        source = "source_dataset, " if len(names) > 1 else f"'in_{names[0]}', "
        rows = con.sql(f"select {source}{config['id']}, cluster_id from {frame.physical_name}").fetchall()
        return [[dataset.removeprefix("in_"), record, cluster_id] for dataset, record, cluster_id in rows]

    used = config["documented"] or 0.5
    at_used = timed("cluster", lambda: cluster(used))
    used_up = resource.getrusage(resource.RUSAGE_SELF)
    clusters = [{"threshold": used, "rows": at_used}]
    clusters += [{"threshold": each, "rows": cluster(each)} for each in job["thresholds"]]
    with open(job["out"], "w", encoding="utf-8") as out:
        json.dump(
            {
                "stages": stages,
                "pairs": pairs,
                "documented": config["documented"],
                "clusters": clusters,
                "cpuSeconds": used_up.ru_utime + used_up.ru_stime - started.ru_utime - started.ru_stime,
                "peakMiB": used_up.ru_maxrss // 1024,
                "rules": [in_words(rule) for rule in config["rules"]],
                "comparisons": [
                    each.get_comparison("duckdb").human_readable_description.splitlines()[0]
                    for each in config["comparisons"]
                ],
                "training": f"prior recall {config['recall']}, u from {config['max_pairs']:.0e} pairs, EM on {len(config['training'])} rules",
            },
            out,
        )


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as handle:
        main(json.load(handle))
