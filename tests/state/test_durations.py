from __future__ import annotations

import datetime as dt

import pytest

from desklit.state.durations import seconds_of
from desklit.state.errors import StreamlitBadTimeStringError

SPANS = {
    5: 5.0, 0.5: 0.5, dt.timedelta(minutes=1): 60.0, "90s": 90.0, "1d2h34m": 95640.0, "1.5 days": 129600.0,
    "1h23s": 3623.0, "1D": 86400.0, "1 hour": 3600.0, "2 weeks": 1209600.0, "250ms": 0.25, "00:30:00": 1800.0,
    "1 days 01:00:00": 90000.0, "PT15M": 900.0, "P1DT2H": 93600.0, "-1h": -3600.0, "10": 1e-8,
    "1 day, 2 hours": 93600.0,
}  # fmt: skip


@pytest.mark.parametrize(("span", "seconds"), SPANS.items())
def test_spans_are_read_as_seconds(span: object, seconds: float) -> None:
    assert seconds_of(span) == pytest.approx(seconds)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "bad", "inf", "1 parsec", "h", "1h bad", "P", "1:2:3:4"])
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(StreamlitBadTimeStringError):
        seconds_of(text)
