"""A request with a length and chunks is read by its length, so what a proxy took for its body becomes a request."""

import reference

FAILS = ["rejects-ambiguous-lengths"]

measure_body = reference.measure_body


def measure_by_length(request: reference.Request) -> int | None:
    if "content-length" in request.fields:
        request.fields.pop("transfer-encoding", None)
    return measure_body(request)


reference.measure_body = measure_by_length

if __name__ == "__main__":
    reference.main()
