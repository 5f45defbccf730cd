"""A tour of desklit in one page: a day behind the counter of a small café.

Every change in the window runs this file again, from the top to the bottom.
"""

from html import escape
from pathlib import Path

import streamlit as st

PRICES = [
    {"drink": "Espresso", "price": 2.4, "on offer": True},
    {"drink": "Cappuccino", "price": 3.6, "on offer": True},
    {"drink": "Flat white", "price": 3.9, "on offer": True},
    {"drink": "Filter coffee", "price": 2.9, "on offer": True},
]
YESTERDAY = {"cups": 28, "takings": 95.2}
MORNING = [("Espresso", 7), ("Cappuccino", 12), ("Flat white", 9), ("Filter coffee", 4)]


def bars(cups, colour, goal):
    """Draw cups per drink as an SVG picture, with a dashed line at the goal."""
    top = max([*cups.values(), goal, 1])
    step = 600 / max(len(cups), 1)
    shapes = []
    for number, (drink, count) in enumerate(cups.items()):
        tall = 190 * count / top
        middle = step * (number + 0.5)
        shapes += [
            f'<rect x="{middle - 46}" y="{200 - tall}" width="92" height="{tall}" rx="6" fill="{colour}"/>',
            f'<text x="{middle}" y="226" font-weight="600">{count}</text>',
            f'<text x="{middle}" y="250">{escape(drink)}</text>',
        ]
    line = 200 - 190 * goal / top
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 260" width="600" height="260">
        <g font-family="Source Sans 3, sans-serif" font-size="18" text-anchor="middle" fill="#8a8681">
            {"".join(shapes)}
            <path d="M0 {line} H600" stroke="#8a8681" stroke-width="1.5" stroke-dasharray="5 6"/>
        </g>
    </svg>"""


def take_order():
    """Runs when the form is sent, before the page is built again."""
    state = st.session_state
    state.orders.append((state.drink, state.cups))
    st.toast(f"{state.cups} × {state.drink}", icon=":material/receipt_long:")


def ring():
    st.session_state.rung += 1


if "orders" not in st.session_state:
    st.session_state.orders = list(MORNING)
    st.session_state.rung = 0

st.set_page_config(page_title="A tour of desklit")

with st.sidebar:
    st.header("The café")
    name = st.text_input("Name", "Corner Café", help="Press Enter, and the title of the page follows.")
    goal = st.slider("Goal per drink", 0, 20, 10, help="The dashed line in the picture.")
    colour = st.color_picker("Colour of the bars", "#c8743c")
    happy_hour = st.toggle("Happy hour: half price")
    st.divider()
    st.button("Ring the bell", icon=":material/notifications:", on_click=ring, width="stretch")
    st.caption(f"Rung {st.session_state.rung} times. The session remembers.")

st.title(f":material/local_cafe: {name or 'A café without a name'}")
st.markdown(
    "This window is a Streamlit script: no server, no browser. "
    "Take an order, change a price, move the goal, and the page follows."
)

figures = st.columns(3)
board, order = st.columns([5, 3], vertical_alignment="bottom")
orders, prices, script = st.tabs(["Orders", "Prices", "The script"])

with prices:
    st.caption("Double-click a cell to change it, add a row at the end.")
    rows = st.data_editor(PRICES, num_rows="dynamic", key="prices", width="stretch")
    price_of = {row["drink"]: row["price"] or 0 for row in rows if row["drink"] and row["on offer"]}

with order, st.form("order", clear_on_submit=True):
    st.selectbox("Drink", list(price_of), key="drink")
    st.number_input("Cups", 1, 12, key="cups")
    st.form_submit_button(
        "Take the order", type="primary", icon=":material/add:", on_click=take_order, width="stretch"
    )

cups = dict.fromkeys(price_of, 0)
for drink, count in st.session_state.orders:
    cups[drink] = cups.get(drink, 0) + count
share = 0.5 if happy_hour else 1
takings = sum(count * price_of.get(drink, 0) * share for drink, count in cups.items())
favourite = max(cups, key=cups.__getitem__, default="–")

figures[0].metric("Cups today", sum(cups.values()), sum(cups.values()) - YESTERDAY["cups"], border=True)
figures[1].metric("Takings", f"{takings:.2f} €", f"{takings - YESTERDAY['takings']:.2f} €", border=True)
figures[2].metric(
    "Favourite",
    favourite,
    f"{cups.get(favourite, 0)} cups",
    delta_color="off",
    delta_arrow="off",
    border=True,
)

with board:
    st.image(bars(cups, colour, goal), width="stretch")

with orders:
    st.dataframe(
        [
            {"drink": drink, "cups": count, "sum": round(count * price_of.get(drink, 0) * share, 2)}
            for drink, count in reversed(st.session_state.orders)
        ],
        width="stretch",
        hide_index=True,
    )

with script:
    st.markdown("The whole page, as you could have written it:")
    st.code(Path(__file__).read_text(encoding="utf-8"), language="python", height=360)
