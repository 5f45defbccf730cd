from __future__ import annotations

import copy
import doctest
import pickle
from inspect import getmembers, isclass

import pytest

from desklit.state import errors

TREE = {
    "Error": ["Exception"],
    "FragmentHandledException": ["Exception"],
    "FragmentStorageKeyError": ["Error", "KeyError"],
    "NoSessionContext": ["Error"],
    "StreamlitComponentRegistryError": ["Error"],
    "StreamlitMaxRetriesError": ["Error"],
    "MarkdownFormattedException": ["Error"],
    "StreamlitAPIException": ["MarkdownFormattedException"],
    "StreamlitAPIWarning": ["StreamlitAPIException", "Warning"],
    "StreamlitAuthError": ["StreamlitAPIException"],
    "StreamlitMissingAuthlibError": ["StreamlitAuthError"],
    "StreamlitDataframeConversionError": ["StreamlitAPIException"],
    "StreamlitInvalidLayoutContextError": ["StreamlitAPIException"],
    "UnserializableSessionStateError": ["StreamlitAPIException"],
    "DuplicateWidgetID": ["StreamlitAPIException"],
    "StreamlitDuplicateElementId": ["DuplicateWidgetID"],
    "StreamlitDuplicateElementKey": ["DuplicateWidgetID"],
    "LocalizableStreamlitException": ["StreamlitAPIException"],
    "StreamlitSecretNotFoundError": ["LocalizableStreamlitException", "FileNotFoundError"],
    "StreamlitInvalidThemeOptionError": ["StreamlitInvalidThemeError"],
    "StreamlitInvalidThemeSectionError": ["StreamlitInvalidThemeError"],
    "BidiComponentInvalidIdError": ["BidiComponentError"],
    "BidiComponentInvalidCallbackNameError": ["BidiComponentError"],
    "BidiComponentInvalidDefaultKeyError": ["BidiComponentError"],
    "BidiComponentUnserializableDataError": ["BidiComponentError"],
}
TREE |= {
    name: ["LocalizableStreamlitException"]
    for name in (
        "BidiComponentError",
        "StreamlitBadTimeStringError",
        "StreamlitDefaultNotInOptionsError",
        "StreamlitIncompatibleParametersError",
        "StreamlitInvalidColorError",
        "StreamlitInvalidColumnSpecError",
        "StreamlitInvalidFormCallbackError",
        "StreamlitInvalidHeightError",
        "StreamlitInvalidMinMaxError",
        "StreamlitInvalidNumberFormatError",
        "StreamlitInvalidParameterTypeError",
        "StreamlitInvalidThemeError",
        "StreamlitInvalidURLError",
        "StreamlitInvalidWidthError",
        "StreamlitJSNumberBoundsError",
        "StreamlitMissingRequiredParameterError",
        "StreamlitMixedNumericTypesError",
        "StreamlitPageNotFoundError",
        "StreamlitQueryParamDictValueError",
        "StreamlitSelectionCountExceedsMaxError",
        "StreamlitValueAboveMaxError",
        "StreamlitValueAssignmentNotAllowedError",
        "StreamlitValueBelowMinError",
        "StreamlitValueError",
        "StreamlitValueOutOfRangeError",
        "StreamlitWidgetAlreadyInstantiatedError",
    )
}
OWN = {"UnsupportedCommandError", "MissingExtraError"}
CLASSES = dict(getmembers(errors, isclass))


def test_the_names_are_those_of_streamlit_and_two_of_our_own() -> None:
    assert set(CLASSES) == set(TREE) | OWN


@pytest.mark.parametrize("name", TREE)
def test_a_class_has_the_parents_that_it_has_in_streamlit(name: str) -> None:
    assert [parent.__name__ for parent in CLASSES[name].__bases__] == TREE[name]


@pytest.mark.parametrize("name", sorted(set(TREE) - {"FragmentStorageKeyError"}))
def test_an_error_is_made_of_a_message_with_braces_and_survives_pickling(name: str) -> None:
    error = CLASSES[name]("`{label}` {")
    for twin in (error, copy.copy(error), pickle.loads(pickle.dumps(error))):
        assert type(twin) is CLASSES[name]
        assert str(twin) == "`{label}` {"


def test_details_fill_the_places_of_a_message() -> None:
    error = errors.StreamlitValueError("`{name}` must be one of {valid}.", name="type", valid="a, b")
    assert str(error) == "`type` must be one of a, b."
    assert error.exec_kwargs == {"name": "type", "valid": "a, b"}
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_an_error_carries_its_id_when_it_has_one() -> None:
    assert errors.StreamlitAPIException("x").error_id is None
    assert errors.StreamlitAPIException("x", error_id="too-late").error_id == "too-late"
    assert pickle.loads(pickle.dumps(errors.StreamlitValueError("x", error_id="a"))).error_id == "a"


def test_a_missing_command_is_named_and_said_to_be_unsupported() -> None:
    error = errors.UnsupportedCommandError("st.map", "Use `st.image`.")
    assert str(error) == "`st.map` is not supported by desklit yet. Use `st.image`."
    assert error.command == "st.map"
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_a_missing_extra_says_the_command_that_installs_it() -> None:
    error = errors.MissingExtraError("st.altair_chart", "charts")
    assert "pip install 'desklit[charts]'" in str(error)
    assert (error.name, error.extra) == ("st.altair_chart", "charts")
    assert isinstance(error, ImportError)
    assert isinstance(error, errors.StreamlitAPIException)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_the_examples_in_the_docstrings_hold() -> None:
    finder, runner = doctest.DocTestFinder(), doctest.DocTestRunner()
    for case in finder.find(errors.LocalizableStreamlitException) + finder.find(errors.MissingExtraError):
        case.globs.update(CLASSES)
        assert runner.run(case).failed == 0
