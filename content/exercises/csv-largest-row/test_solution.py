import io
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

from solution import MissingColumn, Report, Row, largest_row, parse_number, read_rows


def rows_of(text: str, column: str = "amount") -> list[Row]:
    return list(read_rows(io.StringIO(text, newline=""), column))


def report_on(content: str | bytes, column: str = "amount") -> Report:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "sales.csv")
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return largest_row(path, column)


def error_of(action: Callable[[], object]) -> BaseException | None:
    try:
        action()
    except Exception as error:
        return error
    return None


def test_1_numbers_are_read() -> None:
    """Reads whole numbers, fractions, signs, exponents, and ignores spaces around them"""
    texts = ["12", " 12.5 ", "-3", "+4", "1e3", "0"]
    assert [parse_number(text) for text in texts] == [12, 12.5, -3, 4, 1000, 0]


def test_1_anything_else_is_none() -> None:
    """Answers None for a text that is no finite number"""
    for text in ("", "  ", "n/a", "12 EUR", "1,5", "nan", "inf", "-Infinity"):
        number = parse_number(text)
        assert number is None, f"parse_number({text!r}) must be None, and is {number}"


def test_2_rows_come_one_at_a_time() -> None:
    """Asks for a line only when a row is asked for"""
    taken = 0

    def lines() -> Iterator[str]:
        nonlocal taken
        yield "id,amount\r\n"
        for taken in range(1, 1_001):
            yield f"{taken},{taken * 2}\r\n"

    rows = read_rows(lines(), "amount")
    assert next(rows) == Row(["id", "amount"], ["1", "2"], 2)
    assert taken < 10, f"{taken} lines were read before the first row was given"
    assert next(rows).value == 4


def test_2_quotes_hold_a_field_together() -> None:
    """Keeps commas, quotes and line breaks that stand in a quoted field"""
    text = 'id,note,amount\r\n1,"red, large",5\r\n2,"say ""hi""",6\r\n3,"two\r\nlines",7\r\n'
    fields = [row.fields for row in rows_of(text)]
    assert fields == [["1", "red, large", "5"], ["2", 'say "hi"', "6"], ["3", "two\r\nlines", "7"]]


def test_2_a_malformed_row_has_no_value() -> None:
    """Gives a row that is too short, too long or without a number the value None, and skips blank lines"""
    text = "id,amount,city\n1,5,Rome\n2\n3,6,Rome,Italy\n4,,Rome\n\n5,soon,Rome\n6,7,Rome\n"
    values = {row.fields[0]: row.value for row in rows_of(text) if row.fields}
    assert values == {"1": 5, "2": None, "3": None, "4": None, "5": None, "6": 7}
    assert len(rows_of(text)) == 6, "the blank line is not a row"


def test_2_the_column_must_exist() -> None:
    """Raises MissingColumn, which names the column and those that there are, also for an empty file"""
    error = error_of(lambda: rows_of("id,total\n1,5\n"))
    assert isinstance(error, MissingColumn), f"expected MissingColumn, got {error!r}"
    for name in ("amount", "id", "total"):
        assert name in str(error), f"the message does not say {name}: {error}"
    empty = error_of(lambda: rows_of(""))
    assert isinstance(empty, MissingColumn), f"an empty file has no columns: expected MissingColumn, got {empty!r}"


def test_3_numbers_are_compared() -> None:
    """Finds the row with the largest number, not the one that sorts last as text"""
    report = report_on("id,customer,amount\n1,Ada,9\n2,Bob,10\n3,Eve,1e1\n4,Kim,-50\n")
    expected = Report({"id": "2", "customer": "Bob", "amount": "10"}, 10, 4, 0)
    assert report == expected, 'as text, "9" comes after "10"'


def test_3_the_first_of_equals_wins() -> None:
    """Takes the first of several rows that share the largest value"""
    report = report_on("id,amount\n1,3\n2,7\n3,7.0\n4,7\n")
    assert report.largest == {"id": "2", "amount": "7"}


def test_3_all_may_be_negative() -> None:
    """Works where every value is below zero"""
    assert report_on("id,amount\n1,-5\n2,-3\n3,-9\n") == Report({"id": "2", "amount": "-3"}, -3, 3, 0)


def test_3_malformed_rows_are_counted() -> None:
    """Skips and counts the malformed rows, and reports no row where there is none to report"""
    report = report_on("id,amount\n1,nan\n2,5\n3,\n4\n5,inf\n\n6,8\n7,oops,9\n")
    assert report == Report({"id": "6", "amount": "8"}, 8, 7, 5)
    assert report_on("id,amount\n") == Report(None, None, 0, 0), "the file has only a header"
    assert report_on("id,amount\n1,none\n") == Report(None, None, 1, 1)


def test_3_files_from_elsewhere() -> None:
    """Reads UTF-8 with and without a byte order mark, and leaves line breaks in quoted fields as they are"""
    text = 'amount,customer\r\n5,Zoë\r\n7,"Łódź\r\nPoland"\r\n'
    expected = Report({"amount": "7", "customer": "Łódź\r\nPoland"}, 7, 2, 0)
    for encoding in ("utf-8", "utf-8-sig"):
        report = report_on(text.encode(encoding))
        assert report == expected, f"{encoding}: {report}"


def test_4_memory_stays_flat() -> None:
    """Needs less than 500 kB for 20,000 rows"""
    block = "".join(f"{number},customer {number},{number % 997}.25\n" for number in range(1_000))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "sales.csv")
        with path.open("w", encoding="utf-8") as file:
            file.write("id,customer,amount\n")
            for _ in range(20):
                file.write(block)
            file.write("last,Eve,1000\n")
        tracemalloc.start()
        try:
            report = largest_row(path, "amount")
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert report == Report({"id": "last", "customer": "Eve", "amount": "1000"}, 1000, 20_001, 0)
    assert peak < 500_000, f"at the peak {peak:,} bytes were in use: something keeps the rows"
