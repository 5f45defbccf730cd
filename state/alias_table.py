"""Which part of desklit stands for which of Streamlit's modules: what scripts commonly import."""

from __future__ import annotations

from .alias import Alias

VERSION = "1.67.0"
"""The Streamlit that desklit behaves like."""

_CONTEXT = {
    "get_script_run_ctx": ".state.stand_ins:get_script_run_ctx",
    "add_script_run_ctx": ".state.stand_ins:add_script_run_ctx",
    "ScriptRunContext": ".state.stand_ins:ScriptRunContext",
}
_ENDS = {
    "RerunData": ".state.stand_ins:RerunData",
    "RerunException": ".state.context:RerunRequest",
    "StopException": ".state.context:StopRun",
    "ScriptControlException": ".state.context:RunControl",
}
_UPLOADED = ".widgets.uploaded_file:UploadedFile"
_CHAT = ".widgets.chat_value:ChatInputValue"
_STATE = {"SessionStateProxy": ".state.session_state:SessionStateProxy"}
_RETURN_TYPES = """
    ButtonColumnClickState DataEditorState DataframeState EChartsState PlotlyState
    PydeckState VegaLiteState
"""


def _missing(names: str) -> frozenset[str]:
    return frozenset(names.split())


ALIASES = {
    "streamlit": Alias(".", constants={"__version__": VERSION}, keeps=_missing("navigation")),
    "streamlit.column_config": Alias(".:column_config"),
    "streamlit.commands": Alias(),
    "streamlit.commands.execution_control": Alias(
        names={name: f".:{name}" for name in ("rerun", "stop", "switch_page")}
    ),
    "streamlit.commands.page_config": Alias(names={"set_page_config": ".:set_page_config"}),
    "streamlit.components": Alias(),
    "streamlit.components.v1": Alias(missing=_missing("declare_component html iframe")),
    "streamlit.components.v1.components": Alias(missing=_missing("CustomComponent declare_component")),
    "streamlit.components.v2": Alias(missing=_missing("component")),
    "streamlit.config": Alias(names={name: f".:{name}" for name in ("get_option", "set_option")}),
    "streamlit.connections": Alias(".state.connections"),
    "streamlit.connections.base_connection": Alias(".state.connections.base"),
    "streamlit.connections.sql_connection": Alias(".state.connections.sql"),
    "streamlit.delta_generator": Alias(names={"DeltaGenerator": ".state.container:Container"}),
    "streamlit.elements": Alias(),
    "streamlit.elements.lib": Alias(),
    "streamlit.elements.lib.column_types": Alias(".:column_config"),
    "streamlit.errors": Alias(".state.errors"),
    "streamlit.hello": Alias(),
    "streamlit.hello.utils": Alias(names={"show_code": ".widgets.hello:show_code"}),
    "streamlit.logger": Alias(names={"get_logger": ".state.stand_ins:get_logger"}),
    "streamlit.navigation": Alias(),
    "streamlit.navigation.page": Alias(missing=_missing("Page StreamlitPage")),
    "streamlit.runtime": Alias(
        names={"exists": ".state.stand_ins:runtime_exists"},
        missing=_missing("Runtime RuntimeConfig get_instance"),
    ),
    "streamlit.runtime.caching": Alias(
        names={name: f".:{name}" for name in ("cache_data", "cache_resource")}
    ),
    "streamlit.runtime.caching.cache_errors": Alias(".state.caching.errors"),
    "streamlit.runtime.caching.hashing": Alias(
        names={"UserHashError": ".state.caching.errors:UserHashError"}
    ),
    "streamlit.runtime.fragment": Alias(names={"fragment": ".:fragment"}),
    "streamlit.runtime.scriptrunner": Alias(names={**_CONTEXT, **_ENDS}),
    "streamlit.runtime.scriptrunner_utils": Alias(),
    "streamlit.runtime.scriptrunner_utils.exceptions": Alias(names=_ENDS),
    "streamlit.runtime.scriptrunner_utils.script_run_context": Alias(names=_CONTEXT),
    "streamlit.runtime.secrets": Alias(names={"secrets_singleton": ".:secrets"}),
    "streamlit.runtime.state": Alias(names=_STATE, missing=_missing("QueryParamsProxy SafeSessionState")),
    "streamlit.runtime.state.session_state_proxy": Alias(names=_STATE),
    "streamlit.runtime.uploaded_file_manager": Alias(names={"UploadedFile": _UPLOADED}),
    "streamlit.testing": Alias(),
    "streamlit.testing.v1": Alias(names={"AppTest": ".desktop.testing:AppTest"}),
    "streamlit.typing": Alias(
        names={"ChatInputValue": _CHAT, "UploadedFile": _UPLOADED}, missing=_missing(_RETURN_TYPES)
    ),
    "streamlit.user_info": Alias(names={name: f".:{name}" for name in ("login", "logout")}),
    "streamlit.version": Alias(constants={"STREAMLIT_VERSION_STRING": VERSION}),
    "streamlit.web": Alias(),
    "streamlit.web.bootstrap": Alias(names={"run": ".state.stand_ins:start_streamlit"}),
    "streamlit.web.cli": Alias(
        names={"main": ".state.stand_ins:start_streamlit", "main_run": ".state.stand_ins:start_streamlit"}
    ),
}
"""Module names and what stands for them."""
