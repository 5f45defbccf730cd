from __future__ import annotations

from desklit.desktop.home.samples import samples


def test_the_tour_comes_first_and_modules_of_samples_are_left_out():
    found = samples()
    assert found[0].title == "Tour"
    names = {sample.script.stem for sample in found}
    assert {"counter", "gallery", "shop"} <= names
    assert "two_windows_shared" not in names
    assert all(sample.about.endswith((".", ":", "—")) or sample.about for sample in found)
