"""Loads a corpus that `duiqi batch … -o corpus` has written, and fine-tunes nothing: it makes what sentence-transformers wants.

python load.py corpus
"""

import sys

from datasets import load_dataset

# The data card of the corpus says which files it has and what their columns are.
pairs = load_dataset(sys.argv[1], split="train")
good = pairs.filter(lambda pair: pair["score"] >= 0.9 and not pair["flags"])
anchors = good.select_columns(["en", "zh"]).rename_columns({"en": "anchor", "zh": "positive"})
print(len(pairs), "pairs,", len(anchors), "for training:", ", ".join(anchors.column_names))
