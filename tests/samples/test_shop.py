"""The shop of several pages: from the goods through the cart to the order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from desklit.desktop.testing import AppTest
from desklit.widgets.group_button import GroupButton

SHOP = Path(__file__).parent.parent.parent / "samples" / "shop" / "shop.py"


def texts(app: AppTest) -> list[Any]:
    assert not app.exception
    return [text.value for text in app.markdown]


def test_what_is_put_into_the_cart_is_ordered_on_another_page() -> None:
    app = AppTest.from_file(SHOP, default_timeout=20).run()
    assert app.title[0].value == "Goods"
    app.button(key="add Honey").click().run()
    app.button(key="add Honey").click().run()
    assert app.caption[0].value == "2 pieces in the cart"
    app.switch_page("cart.py").run()
    assert texts(app) == ["2 × Honey"]
    app.button[-1].click().run()
    assert app.error[0].value == "Whom shall we send it to?"
    app.text_input("customer").input("Ada")
    app.button[-1].click().run()
    assert app.title[0].value == "Thank you"
    assert texts(app) == ["Ada, your order is on its way."]
    assert app.caption[0].value == "The cart is empty"


def test_only_the_clerk_has_the_page_of_orders() -> None:
    app = AppTest.from_file(SHOP, default_timeout=20).run()
    app.session_state.orders = [("Ada", {"Bread": 1})]
    app.session_state.role = "Clerk"
    app.run()
    app.switch_page("orders.py").run()
    assert texts(app) == ["**Ada:** 1 × Bread"]
    app.session_state.role = "Customer"
    app.run()
    assert app.title[0].value == "Goods"


def test_the_shop_in_its_window(open_sample: Any, qtbot: Any) -> None:
    page = open_sample("shop/shop.py")
    rows = page.window.sidebar.pages
    page.click("button", "add Honey")
    page.click("button", "add Bread")
    assert page.texts("caption") == ["2 pieces in the cart"]
    page.click("page_link")
    assert page.texts("title") == ["Cart"]
    assert [row.current for row in rows.rows] == [False, True]
    page.click("button", "Empty the cart …")
    assert len(page.views("dialog")) == 1
    page.click("button", "Empty it")
    assert (page.views("dialog"), page.texts("caption")) == ([], ["The cart is empty"])
    with page.rerun():
        page.window.turner.step(-1)
    page.click("button", "add Butter")
    with page.rerun():
        page.window.turner.step(1)
    page.write("text_input", "customer", "Ada")
    assert page.texts("title") == ["Thank you"]
    assert page.texts() == ["Ada, your order is on its way."]
    roles = {each.text(): each for each in page.view("button_group", "role").findChildren(GroupButton)}
    with page.rerun():
        qtbot.mouseClick(roles["Clerk"], Qt.MouseButton.LeftButton)
    assert [row.text() for row in rows.rows] == ["Goods", "Cart", "Orders"]
    with page.rerun():
        qtbot.mouseClick(rows.rows[2], Qt.MouseButton.LeftButton)
    assert page.texts() == ["**Ada:** 1 × Butter"]
    assert page.errors() == []
