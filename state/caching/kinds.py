"""How values of libraries are told apart. Each is looked up by its type's name, so nothing is imported."""

from __future__ import annotations

import io
import os
import pickle
import stat
from collections.abc import Callable
from typing import Any, cast

from .errors import UnhashableTypeError
from .keys import Hasher


def _enum(hasher: Hasher, value: Any) -> None:
    kind = type(value)
    hasher.text(f"{kind.__module__}.{kind.__qualname__}")
    hasher.add(value.name)
    hasher.add(value._value_)


def _path(hasher: Hasher, value: Any) -> None:
    hasher.text(type(value).__name__)
    hasher.text(os.fspath(value))
    _file_state(hasher, os.fspath(value))


def _pure_path(hasher: Hasher, value: Any) -> None:
    hasher.text(type(value).__name__)
    hasher.text(os.fspath(value))


def _file_state(hasher: Hasher, path: Any) -> None:
    """Add when the content of a file changed last; what is no file has no content."""
    try:
        found = os.stat(path)
    except (OSError, ValueError, TypeError):
        return
    if stat.S_ISREG(found.st_mode):
        hasher.parts.append(b"%d,%d;" % (found.st_mtime_ns, found.st_size))


def _open_file(hasher: Hasher, value: Any) -> None:
    if value.closed:
        raise UnhashableTypeError("a file that is closed")
    name = getattr(value, "name", "")
    hasher.text(f"{name}|{getattr(value, 'mode', '')}")
    _file_state(hasher, name)
    if value.seekable():
        hasher.add(value.tell())


def _module(hasher: Hasher, value: Any) -> None:
    hasher.add(("module", value.__name__))


def _memory_file(hasher: Hasher, value: Any) -> None:
    hasher.text(type(value).__name__)
    hasher.text(str(getattr(value, "name", "")))
    hasher.add(value.tell())
    hasher.add(value.getvalue())


def _pattern(hasher: Hasher, value: Any) -> None:
    hasher.add(("re", value.pattern, value.flags))


def _uuid(hasher: Hasher, value: Any) -> None:
    hasher.add(("uuid", value.int))


def _view(hasher: Hasher, value: Any) -> None:
    hasher.add((type(value).__name__, list(value)))


def _cached_function(hasher: Hasher, value: Any) -> None:
    hasher.add(value.__wrapped__)


def _pickled(hasher: Hasher, values: Any) -> None:
    """Add plain objects by pickling them; without its memo, so that equal ones come out equal."""
    sink = io.BytesIO()
    pickler = pickle.Pickler(sink, 5)
    pickler.fast = True
    try:
        pickler.dump(values)
    except Exception as error:
        raise UnhashableTypeError("what an array or column holds") from error
    hasher.buffer(sink.getbuffer())


# numpy


def _array(hasher: Hasher, value: Any) -> None:
    import numpy as np

    hasher.text(f"{type(value).__name__}{np.lib.format.dtype_to_descr(value.dtype)}{value.shape}")
    if value.dtype.hasobject:
        _pickled(hasher, value.tolist())
    elif value.size and value.dtype.itemsize:
        hasher.buffer(np.ascontiguousarray(value).reshape(-1).view(np.uint8))


def _masked(hasher: Hasher, value: Any) -> None:
    import numpy as np

    _array(hasher, np.asarray(value.data))
    _array(hasher, np.ma.getmaskarray(value))


def _number(hasher: Hasher, value: Any) -> None:
    import numpy as np

    hasher.text("scalar")
    _array(hasher, np.asarray(value))


# pandas


def _frame(hasher: Hasher, value: Any) -> None:
    hasher.text(f"{type(value).__name__}{value.shape}")
    hasher.add(dict(value.attrs))
    _index(hasher, value.columns)
    _index(hasher, value.index)
    for place in range(value.shape[1]):
        _values(hasher, value.iloc[:, place])


def _series(hasher: Hasher, value: Any) -> None:
    hasher.text(type(value).__name__)
    hasher.add((dict(value.attrs), value.name))
    _index(hasher, value.index)
    _values(hasher, value)


def _index(hasher: Hasher, value: Any) -> None:
    kind = type(value).__name__
    hasher.add((kind, list(value.names)))
    if kind == "RangeIndex":
        hasher.add((value.start, value.stop, value.step))
    elif value.nlevels > 1:
        for level, codes in zip(value.levels, value.codes, strict=True):
            _index(hasher, level)
            _array(hasher, codes)
    else:
        hasher.add(getattr(value, "freqstr", None))
        _values(hasher, value)


def _values(hasher: Hasher, value: Any) -> None:
    """The values of a column or index: numbers by their bytes, others by pandas' own hashes."""
    import numpy as np
    import pandas as pd

    hasher.text(repr(value.dtype))
    if isinstance(value.dtype, np.dtype):
        _array(hasher, value.to_numpy())
        return
    value = getattr(value, "array", value)
    if isinstance(value.dtype, pd.CategoricalDtype):
        _array(hasher, np.asarray(value.codes))
        _index(hasher, value.categories)
        return
    try:
        hashes = pd.util.hash_array(cast(Any, value))
    except (TypeError, ValueError):
        _pickled(hasher, list(value))
    else:
        _array(hasher, hashes)


# polars, Arrow, PIL


def _polars_frame(hasher: Hasher, value: Any) -> None:
    hasher.text(f"{type(value).__name__}{value.shape}{value.schema}")
    sink = io.BytesIO()
    value.rechunk().write_ipc(sink)
    hasher.buffer(sink.getbuffer())


def _polars_series(hasher: Hasher, value: Any) -> None:
    hasher.text("polars.Series")
    _polars_frame(hasher, value.to_frame())


def _arrow_table(hasher: Hasher, value: Any) -> None:
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, value.schema) as writer:
        writer.write(value.combine_chunks() if hasattr(value, "combine_chunks") else value)
    hasher.text(type(value).__name__)
    hasher.buffer(sink.getvalue())


def _arrow_array(hasher: Hasher, value: Any) -> None:
    import pyarrow as pa

    hasher.text(type(value).__name__)
    _arrow_table(hasher, pa.table({"": value}))


def _image(hasher: Hasher, value: Any) -> None:
    hasher.add((value.mode, value.size, value.getpalette()))
    hasher.buffer(value.tobytes())


LIBRARY: dict[str, Callable[[Hasher, Any], None]] = {
    "PIL.Image.Image": _image,
    "_io.BufferedRandom": _open_file,
    "_io.BufferedReader": _open_file,
    "_io.BufferedWriter": _open_file,
    "_io.BytesIO": _memory_file,
    "_io.FileIO": _open_file,
    "_io.StringIO": _memory_file,
    "_io.TextIOWrapper": _open_file,
    "builtins.dict_items": _view,
    "builtins.dict_keys": _view,
    "builtins.dict_values": _view,
    "builtins.module": _module,
    "desklit.state.caching.function.BoundFunction": _cached_function,
    "desklit.state.caching.function.CachedFunction": _cached_function,
    "enum.Enum": _enum,
    "numpy.generic": _number,
    "numpy.ma.MaskedArray": _masked,
    "numpy.ma.core.MaskedArray": _masked,
    "numpy.ndarray": _array,
    "pandas.Categorical": _values,
    "pandas.DataFrame": _frame,
    "pandas.Index": _index,
    "pandas.Series": _series,
    "pandas.api.extensions.ExtensionArray": _values,
    "pandas.core.arrays.base.ExtensionArray": _values,
    "pandas.core.arrays.categorical.Categorical": _values,
    "pandas.core.frame.DataFrame": _frame,
    "pandas.core.indexes.base.Index": _index,
    "pandas.core.series.Series": _series,
    "pathlib.Path": _path,
    "pathlib.PurePath": _pure_path,
    "pathlib._local.Path": _path,
    "pathlib._local.PurePath": _pure_path,
    "polars.dataframe.frame.DataFrame": _polars_frame,
    "polars.series.series.Series": _polars_series,
    "pyarrow.lib.Array": _arrow_array,
    "pyarrow.lib.ChunkedArray": _arrow_array,
    "pyarrow.lib.RecordBatch": _arrow_table,
    "pyarrow.lib.Table": _arrow_table,
    "re.Pattern": _pattern,
    "uuid.UUID": _uuid,
}
