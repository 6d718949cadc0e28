"""Content-Length of a text counts its characters, so the end of every text with an accent is cut off."""

import reference

FAILS = ["answers-a-get"]

say = reference.say


def say_wrong(status: int, text: str, **fields: str) -> reference.Response:
    return say(status, text, **{"Content-Length": str(len(text)), **fields})


reference.say = say_wrong

if __name__ == "__main__":
    reference.main()
