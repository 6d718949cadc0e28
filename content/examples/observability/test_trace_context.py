import trace_context as example


def test_tasks_and_to_thread_keep_the_trace_and_pools_lose_it() -> None:
    kept, _ = example.run()
    assert {name for name, same in kept.items() if same} == {
        "create_task",
        "to_thread",
        "pool.submit with a copy",
        "consumer with headers",
    }
    assert {name for name, same in kept.items() if not same} == {"run_in_executor", "pool.submit", "consumer without"}


def test_the_header_names_the_trace_and_the_span_of_the_request() -> None:
    _, header = example.run()
    request = next(span for span in example.exporter.get_finished_spans() if span.name == "request")
    version, trace_id, span_id, flags = header.split("-")
    assert version == "00"
    assert int(flags, 16) & 1, "sampled"
    assert int(trace_id, 16) == request.context.trace_id
    assert int(span_id, 16) == request.context.span_id
