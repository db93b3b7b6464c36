"""Aligns documents on Ray: one `duiqi stream` for each batch of documents, Parquet in and out.

python align.py documents.parquet aligned.parquet
"""

import os
import sys
from pathlib import Path

import pyarrow as pa
import ray

# Read here, since the environment of the nodes may be another one.
DUIQI = os.environ.get("DUIQI", "duiqi")
SHARED = Path(__file__).resolve().parents[1] / "duiqi_stream.py"
WHOLE_NUMBERS = pa.list_(pa.int64())
PAIR = {
    **{name: pa.string() for name in ("id", "en", "zh")},
    "score": pa.float64(),
    **{name: pa.string() for name in ("bead", "clause", "clause_zh")},
    "flags": pa.list_(pa.string()),
    "en_spans": pa.list_(WHOLE_NUMBERS),
    "zh_spans": pa.list_(WHOLE_NUMBERS),
    "doc": pa.string(),
    "file": WHOLE_NUMBERS,
}
# Said here, since a batch without pairs would have columns without a type.
SCHEMA = pa.schema(
    {
        **{name: pa.string() for name in ("id", "meta", "status", "code", "message")},
        "quality": pa.float64(),
        "signature": pa.string(),
        "pairs": pa.list_(pa.struct(list(PAIR.items()))),
    }
)


def align(documents):
    from duiqi_stream import aligned

    return pa.Table.from_pylist(list(aligned(documents.to_pylist(), DUIQI)), schema=SCHEMA)


if __name__ == "__main__":
    source, target = sys.argv[1:]
    ray.init(runtime_env={"py_modules": [str(SHARED)]})
    # Starting takes as long as a few documents: some hundred in a batch hide that, and are soon done once more.
    documents = ray.data.read_parquet(source)
    documents.map_batches(align, batch_format="pyarrow", batch_size=500).write_parquet(target)
