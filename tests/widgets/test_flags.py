from __future__ import annotations

import numpy as np
import pytest

from desklit.widgets.flags import flag


@pytest.mark.parametrize("value", [True, 1, np.bool_(True), np.True_])
def test_what_is_true_without_doubt_is_taken(value: object) -> None:
    assert flag("disabled", value) is True


@pytest.mark.parametrize("value", ["no", "", None, [], 1.0])
def test_what_only_counts_as_true_or_false_is_refused_by_name(value: object) -> None:
    with pytest.raises(TypeError, match="disabled"):
        flag("disabled", value)
