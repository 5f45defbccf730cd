from __future__ import annotations

import io

import pytest
from PySide6.QtCore import Qt

import desklit as st
from desklit.state import errors
from desklit.widgets.image_pixels import from_svg
from desklit.widgets.image_source import (
    MediaFileStorageError,
    UnidentifiedImageError,
    picture_of,
    pictures_of,
)

np = pytest.importorskip("numpy")
Image = pytest.importorskip("PIL.Image")

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="9" height="9"/></svg>'


def png(size=(30, 10), color="blue") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, color).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("array", "channels"),
    [
        (np.zeros((4, 6)), 1),
        (np.zeros((4, 6, 1), dtype="uint8"), 1),
        (np.zeros((4, 6, 3), dtype="uint8"), 3),
        (np.ones((4, 6, 4)), 4),
        (np.ones((4, 6), dtype=bool), 1),
    ],
)
def test_arrays_of_all_shapes_are_pictures(array, channels):
    picture = picture_of(array)
    assert (picture.width, picture.height, picture.channels) == (6, 4, channels)
    assert len(picture.data) == 24 * channels


def test_fractions_are_scaled_to_bytes():
    assert picture_of(np.array([[0.0, 1.0]])).data == b"\x00\xff"


def test_blue_first_arrays_are_turned_round():
    array = np.array([[[255, 0, 7]]], dtype="uint8")
    (picture,) = pictures_of(array, clamp=False, bgr=True)
    assert picture.data == bytes([7, 0, 255])


@pytest.mark.parametrize(
    ("array", "error"),
    [
        (np.ones((2, 2)) * 2, errors.StreamlitAPIException),
        (np.ones((2, 2), dtype="int32") * 300, errors.StreamlitAPIException),
        (np.ones((2, 2), dtype="int32") * -1, errors.StreamlitAPIException),
        (np.zeros((2, 2, 5)), errors.StreamlitAPIException),
        (np.zeros(3), errors.StreamlitValueError),
        (np.zeros((0, 3)), errors.StreamlitValueError),
    ],
)
def test_arrays_that_are_no_pictures_are_refused(array, error):
    with pytest.raises(error, match="image"):
        picture_of(array)


def test_clamp_cuts_off_what_is_out_of_range():
    assert picture_of(np.array([[-1.0, 2.0]]), clamp=True).data == b"\x00\xff"


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "CMYK", "LA"])
def test_pil_images_of_all_modes_are_pictures(mode):
    assert picture_of(Image.new(mode, (5, 4))).width == 5


def test_a_missing_file_is_named(run):
    with pytest.raises(MediaFileStorageError, match=r"nofile\.png"):
        st.image("nofile.png")


def test_bytes_that_are_no_picture_are_refused(run):
    with pytest.raises(UnidentifiedImageError):
        st.image(b"abc")


@pytest.mark.parametrize("given", [None, 3, {}, True])
def test_other_things_are_refused(run, given):
    with pytest.raises(errors.StreamlitAPIException, match="image"):
        st.image(given)


def test_captions_go_with_their_pictures(run, elements):
    st.image([png(), png()], caption=["a", "b"])
    assert elements()[0].captions == ("a", "b")
    with pytest.raises(errors.StreamlitAPIException, match="caption"):
        st.image([png(), png()], caption="a")
    with pytest.raises(errors.StreamlitAPIException, match="link"):
        st.image([png(), png()], link="https://example.org")


def test_a_file_that_changes_is_another_picture(run, elements, tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(png())
    st.image(path)
    path.write_bytes(png((60, 20)))
    st.image(str(path))
    first, second = elements()
    assert first != second


@pytest.mark.parametrize("source", [png(), io.BytesIO(png()), SVG, np.zeros((10, 30))])
def test_pictures_are_shown_in_their_own_size(run, show, source):
    st.image(source)
    view = show(run).items[0]
    assert view.width() in (30, 40)
    assert not view.pictures[0].image.isNull()


def test_a_wide_picture_shrinks_to_the_room_and_keeps_its_shape(run, show):
    st.image(np.zeros((100, 2000)))
    view = show(run, 500).items[0]
    assert (view.width(), view.height()) == (500, 25)


def test_stretch_and_px_set_the_width(run, show):
    st.image(png(), width="stretch")
    st.image(png(), width=60)
    big, small = show(run, 300).items
    assert (big.width(), big.height()) == (300, 100)
    assert (small.width(), small.height()) == (60, 20)


def test_a_click_on_a_linked_picture_opens_the_link(run, show, scene, qtbot):
    st.image(png((80, 80)), link="https://example.org")
    view = show(run).items[0]
    with qtbot.waitSignal(scene.link_activated) as signal:
        qtbot.mouseClick(view.pictures[0], Qt.MouseButton.LeftButton)
    assert signal.args == ["https://example.org"]


def test_a_picture_is_saved_where_the_dialog_says(run, show, scene, tmp_path):
    st.image(png(), output_format="PNG")
    view = show(run).items[0]
    asked = []
    scene.files.save = lambda parent, name, then: (asked.append(name), then(tmp_path / name))
    view.pictures[0].save_picture()
    assert asked == ["picture.png"]
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")


def test_an_equal_array_does_not_load_anew(run, show, next_run):
    st.image(np.zeros((10, 30)))
    region = show(run)
    image = region.items[0].pictures[0].image
    second = next_run()
    st.image(np.zeros((10, 30)))
    region.canvas.take(second)
    assert region.items[0].pictures[0].image is image


def test_several_pictures_of_a_width_stand_beside_each_other(run, show):
    st.image([png()] * 3, caption=["a", "b", "c"], width=60)
    region = show(run, width=500)
    one, two, three = region.items[0].pictures
    assert one.y() == two.y() == three.y()
    assert one.width() == two.width() == three.width() == 60
    assert three.x() > two.x() > one.x()
    region = show(run, width=130)
    one, two, three = region.items[0].pictures
    assert three.y() > one.y()


def test_an_svg_is_drawn_anew_at_the_size_it_is_shown_in(run, show):
    st.image(SVG, width="stretch")
    picture = show(run, width=400).items[0].pictures[0]
    picture.grab()
    size, drawn = picture._drawn
    assert (size.width(), drawn.width()) == (400, 400)
    edge = [drawn.pixelColor(x, 20).alpha() for x in range(80, 100)]
    assert sum(0 < alpha < 255 for alpha in edge) <= 1


def test_corners_are_round_as_the_theme_says(run, show):
    st.image(png(), width=60)
    picture = show(run).items[0].pictures[0]
    picture.grab()
    drawn = picture._drawn[1]
    assert drawn.pixelColor(0, 0).alpha() == 0
    assert drawn.pixelColor(30, 10).alpha() == 255


@pytest.mark.parametrize("side", [1_000_000, 200_000])
def test_a_picture_of_immense_size_is_drawn_smaller(side: int) -> None:
    head = f"<svg xmlns='http://www.w3.org/2000/svg' width='{side}' height='{side // 2}'>"
    source = f"{head}<rect width='9' height='9'/></svg>"
    drawn = from_svg(source.encode())
    assert (drawn.width(), drawn.height()) == (8192, 4096)
    assert round(drawn.width() / drawn.devicePixelRatio()) == side
