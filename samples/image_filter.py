"""A picture goes in, a filter is applied, the result comes out. Needs Pillow (`desklit[images]`)."""

import io
from pathlib import PurePath

import streamlit as st
from PIL import Image, ImageEnhance, ImageFilter, ImageOps


def nothing(picture, strength):
    return picture


def blur(picture, strength):
    return picture.filter(ImageFilter.GaussianBlur(strength / 10))


def sharpen(picture, strength):
    return picture.filter(ImageFilter.UnsharpMask(radius=2, percent=strength * 4))


def grey(picture, strength):
    return ImageEnhance.Color(picture).enhance(1 - strength / 100)


def negative(picture, strength):
    return Image.blend(picture, ImageOps.invert(picture), strength / 100)


FILTERS = {"None": nothing, "Blur": blur, "Sharpen": sharpen, "Grey": grey, "Negative": negative}


def example():
    """A picture to begin with: a sunset in a few lines."""
    sky = Image.linear_gradient("L").resize((480, 300))
    picture = ImageOps.colorize(sky, "#1d2b53", "#ffb36b", mid="#c2506e")
    sun = Image.radial_gradient("L").resize((150, 150)).point(lambda level: 255 if level < 118 else 0)
    picture.paste(Image.new("RGB", (150, 150), "#fff1c9"), (165, 130), sun)
    picture.paste(ImageOps.colorize(sky, "#3b2f63", "#11162f").resize((480, 90)), (0, 215))
    return picture


st.title("Image filter")
upload = st.file_uploader("Picture", ["png", "jpg", "jpeg", "webp"])
if upload is None:
    name, picture = "sunset", example()
else:
    name, picture = PurePath(upload.name).stem, Image.open(upload).convert("RGB")

kind, strength = st.columns(2)
chosen = kind.selectbox("Filter", list(FILTERS), index=3)
amount = strength.slider("Strength", 0, 100, 60, format="%d %%", disabled=chosen == "None")
result = FILTERS[chosen](picture, amount)

before, after = st.columns(2)
before.image(picture, caption=f"Before: {picture.width} × {picture.height}", width="stretch")
after.image(result, caption=f"After: {chosen.lower()}", width="stretch")

png = io.BytesIO()
result.save(png, "PNG")
st.download_button(
    "Save the result",
    png.getvalue(),
    file_name=f"{name}-{chosen.lower()}.png",
    mime="image/png",
    type="primary",
    icon=":material/download:",
)
