"""What a library brings in only when a certain name of it is used, which no import statement tells."""

from __future__ import annotations

from collections.abc import Collection
from importlib import metadata

_ARROW = ("pyarrow", "pyarrow.parquet", "pyarrow.feather", "fastparquet")
_EXCEL = ("openpyxl", "xlsxwriter", "xlrd", "python_calamine", "odf", "pyxlsb")
_DRAWN = ("matplotlib", "matplotlib.backends.backend_agg", "pandas.plotting._matplotlib")
_FETCH = ("PySide6.QtNetwork",)

BY_NAME = {
    # What pandas and polars look for by name when one of these is called: what is installed counts.
    "pandas": {
        "read_excel": _EXCEL,
        "ExcelFile": _EXCEL,
        "ExcelWriter": _EXCEL,
        "to_excel": _EXCEL,
        "read_parquet": _ARROW,
        "to_parquet": _ARROW,
        "read_feather": _ARROW,
        "to_feather": _ARROW,
        "read_orc": ("pyarrow.orc",),
        "to_orc": ("pyarrow.orc",),
        "read_html": ("lxml", "html5lib", "bs4"),
        "read_xml": ("lxml",),
        "to_xml": ("lxml",),
        "read_hdf": ("tables",),
        "to_hdf": ("tables",),
        "HDFStore": ("tables",),
        "read_sql": ("sqlalchemy",),
        "read_sql_query": ("sqlalchemy",),
        "read_sql_table": ("sqlalchemy",),
        "to_sql": ("sqlalchemy",),
        "to_markdown": ("tabulate",),
        "to_xarray": ("xarray",),
        "style": ("jinja2",),
        "background_gradient": ("matplotlib",),
        "text_gradient": ("matplotlib",),
        "plot": _DRAWN,
        "hist": _DRAWN,
        "boxplot": _DRAWN,
    },
    "polars": {
        "read_excel": ("fastexcel", "openpyxl", "xlsx2csv"),
        "write_excel": ("xlsxwriter",),
        "to_pandas": ("pandas", "pyarrow"),
        "to_arrow": ("pyarrow",),
        "from_pandas": ("pandas", "pyarrow"),
        "from_arrow": ("pyarrow",),
    },
    # desklit's own commands.
    "streamlit": {
        "connection": ("sqlalchemy", "pandas"),
        "image": _FETCH,
        "logo": _FETCH,
        "chat_message": _FETCH,
    },
}
"""For a library, by the name of its function or attribute: the modules that this needs beside."""

NOT_FOR_THEIR_OWN_SAKE = (
    "click",
    "numpy",
    "pandas",
    "polars",
    "pyarrow",
    "sqlalchemy",
    "PIL",
    "PySide6.QtNetwork",
    "PySide6.QtTest",
)
"""What desklit itself imports where an app has to do with it; only the app brings them into a bundle."""

NEVER = (
    "streamlit",
    "pip",
    "setuptools",
    "wheel",
    "ensurepip",
    "venv",
    "tkinter",
    "turtle",
    "turtledemo",
    "idlelib",
    "lib2to3",
    "test",
    "pydoc_data",
    "readline",
    "curses",
    "pytest",
    "_pytest",
    "hypothesis",
    "IPython",
    "ipykernel",
    "ipywidgets",
    "notebook",
    "mypy",
    "sphinx",
    "PyInstaller",
    "PyQt5",
    "PyQt6",
    "PySide2",
)
"""What no app needs at run time, unless its own files import it; ``streamlit`` is desklit there."""


def implied_by(names: Collection[str], packages: Collection[str]) -> frozenset[str]:
    """The modules that an app may need by what it uses; not all of them have to be installed.

    Args:
        names: The attributes that its files use.
        packages: The packages that they import.
    """
    tables = (table for package, table in BY_NAME.items() if package in packages)
    return frozenset(
        module for table in tables for name, modules in table.items() if name in names for module in modules
    )


def plugins_of(packages: Collection[str]) -> frozenset[str]:
    """The modules that others have announced as plugins of these packages, by entry points."""
    wanted = {package.replace("_", "").lower() for package in packages}
    found = set()
    for entry in (entry for each in metadata.distributions() for entry in each.entry_points):
        # `sqlalchemy.dialects`, `pandas_plotting_backends`: the first word is whose plugin it is.
        owner = entry.group.replace(".", "_").partition("_")[0].lower()
        if owner in wanted:
            found.add(entry.value.partition(":")[0].strip())
    return frozenset(found)
