"""Aligns documents on Spark: one `duiqi stream` for each part, Parquet in and out.

spark-submit align.py documents.parquet aligned.parquet
"""

import json
import os
import subprocess
import sys
import tempfile

from pyspark.sql import SparkSession

# The command on every node, as a list with spaces between its words.
DUIQI = os.environ.get("DUIQI", "duiqi").split()
PAIR = (
    "id string, en string, zh string, score double, bead string, clause string, clause_zh string, flags array<string>,"
    " en_spans array<array<bigint>>, zh_spans array<array<bigint>>, doc string, file array<bigint>"
)
SCHEMA = (
    "id string, meta string, status string, code string, message string, quality double, signature string,"
    f" pairs array<struct<{', '.join(field.replace(' ', ': ', 1) for field in PAIR.split(', '))}>>"
)


def align(rows):
    """Rows with `id`, `en` and `zh` in, rows of SCHEMA out, in their order."""
    # A file, so that neither side waits for the other one to read.
    with tempfile.TemporaryFile() as documents:
        for row in rows:
            documents.write(json.dumps({"id": row.id, "en": row.en, "zh": row.zh}).encode() + b"\n")
        documents.seek(0)
        command = [*DUIQI, "stream", "--jobs", "1", "--quiet"]
        with subprocess.Popen(command, stdin=documents, stdout=subprocess.PIPE) as stream:
            for line in stream.stdout:
                row = json.loads(line)
                row["meta"] = json.dumps(row["meta"])
                yield row
    if stream.returncode != 0:
        # Spark does the part once more.
        raise RuntimeError(f"duiqi stream ended with {stream.returncode}")


if __name__ == "__main__":
    source, target = sys.argv[1:]
    builder = SparkSession.builder.appName("duiqi")
    if "MASTER" in os.environ:
        builder = builder.master(os.environ["MASTER"])
    spark = builder.getOrCreate()
    aligned = spark.createDataFrame(spark.read.parquet(source).rdd.mapPartitions(align), SCHEMA)
    aligned.write.mode("overwrite").parquet(target)
    spark.stop()
