"""Documents through `duiqi stream`, in a process of its own: what the examples for Spark and Ray share."""

import json
import os
import subprocess
import tempfile


def aligned(documents, duiqi):
    """The rows of the stream for documents that have `id`, `en` and `zh`, in their order, with `meta` as JSON.

    `duiqi` is the command as it is called on every node, with spaces between its words. What else a document has is its `meta`. A document that kills the process twice is a row of `error`, as one is that kills
    a thread of it.
    """
    # A file, so that neither side waits for the other one to read.
    with tempfile.TemporaryFile() as lines:
        starts = []
        for document in documents:
            text = {name: document.pop(name) for name in ("id", "en", "zh")}
            starts.append(lines.tell())
            lines.write(json.dumps({**text, "meta": document or None}, default=str).encode() + b"\n")
        lines.flush()
        done, suspect = 0, None
        while done < len(starts):
            os.lseek(lines.fileno(), starts[done], os.SEEK_SET)
            # With one job, the first document without an answer is the one that it died of.
            command = [*duiqi.split(), "stream", "--jobs", "1", "--quiet"]
            with subprocess.Popen(command, stdin=lines, stdout=subprocess.PIPE) as stream:
                for line in stream.stdout:
                    # What it was writing when it died is cut off.
                    if line.endswith(b"\n"):
                        yield row_of(json.loads(line))
                        done += 1
            if stream.returncode > 0 or (stream.returncode == 0 and done < len(starts)):
                # The command itself is wrong or was interrupted, and no document is to blame.
                raise RuntimeError(f"duiqi stream ended with {stream.returncode} after {done} documents of {len(starts)}")
            if done < len(starts) and done == suspect:
                lines.seek(starts[done])
                yield row_of(given_up(json.loads(lines.readline()), -stream.returncode))
                done += 1
            suspect = done


def row_of(row):
    return {**row, "meta": json.dumps(row["meta"], ensure_ascii=False)}


def given_up(document, signal):
    return {
        "id": str(document["id"]),
        "meta": document["meta"],
        "status": "error",
        "code": "crashed",
        "message": f"the process that worked on the document was ended twice, by signal {signal}.",
        "quality": 0.0,
        "signature": "",
        "pairs": [],
    }
