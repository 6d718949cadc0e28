"""Each connection is served to its end before the next one is accepted, so one client that waits stops all others."""

import reference

FAILS = ["serves-others-meanwhile"]

reference.Server.start = reference.Server.serve_connection

if __name__ == "__main__":
    reference.main()
