"""Aligns documents on Spark: one `duiqi stream` for each part, Parquet in and out.

spark-submit align.py documents.parquet aligned.parquet
"""

import os
import sys
from pathlib import Path

from pyspark.sql import SparkSession

# Read here, since the environment of the nodes may be another one.
DUIQI = os.environ.get("DUIQI", "duiqi")
SHARED = Path(__file__).resolve().parents[1] / "duiqi_stream.py"
PAIR = (
    "id: string, en: string, zh: string, score: double, bead: string, clause: string, clause_zh: string,"
    " flags: array<string>, en_spans: array<array<bigint>>, zh_spans: array<array<bigint>>, doc: string, file: array<bigint>"
)
SCHEMA = (
    "id string, meta string, status string, code string, message string, quality double, signature string,"
    f" pairs array<struct<{PAIR}>>"
)


def align(rows):
    from duiqi_stream import aligned

    return aligned((row.asDict(recursive=True) for row in rows), DUIQI)


if __name__ == "__main__":
    source, target = sys.argv[1:]
    spark = SparkSession.builder.appName("duiqi").getOrCreate()
    spark.sparkContext.addPyFile(str(SHARED))
    rows = spark.read.parquet(source).rdd.mapPartitions(align)
    spark.createDataFrame(rows, SCHEMA).write.mode("overwrite").parquet(target)
    spark.stop()
